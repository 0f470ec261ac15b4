import { describe, expect, it } from "vitest";
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { WayFlag } from "../../../server/import/rows.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { snap } from "../../../server/network/snap.ts";
import { readSnapshot, writeSnapshot } from "../../../server/network/snapshot.ts";
import { walkBetween } from "../../../server/reach/pair.ts";
import { routeOf } from "../../../server/reach/route.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { profileOf } from "../../support/profiles.ts";
import { moved } from "../../support/street-map.ts";
import { type DrawnWay, streetRows } from "../../support/street-rows.ts";

const BOTH = WayFlag.FORWARD | WayFlag.BACKWARD;
const at = (eastM: number, northM = 0) => moved([113.65, 34.75], eastM, northM);

function townOf(positions: LonLat[], ways: readonly (readonly number[])[]) {
  const drawn = ways.map((nodes): DrawnWay => ({ nodes, flags: BOTH }));
  return openStreets(buildNetwork(streetRows(positions, drawn, [])));
}
const walkerIn = (streets: ReturnType<typeof townOf>) => createWalker(streets, profileOf("adult"));

describe("at the antimeridian", () => {
  // About 111 m of street at 0° of latitude, its middle on the line; and a street that ends just west of the line.
  const across = townOf(
    [
      [179.9995, 0],
      [-179.9995, 0],
    ],
    [[0, 1]],
  );
  const west = townOf(
    [
      [179.999, 0],
      [179.9999, 0],
    ],
    [[0, 1]],
  );
  const east = townOf(
    [
      [-179.999, 0],
      [-179.9999, 0],
    ],
    [[0, 1]],
  );

  it("a point finds the street on the other side, whichever that is", () => {
    for (const [streets, lon] of [
      [east, 179.9999],
      [west, -179.9999],
      [across, -179.9998],
      [across, 179.9998],
    ] as const) {
      const place = snap(streets.network, streets.grid, lon, 0.0001, 0);
      expect(place?.offsetMm).toBeLessThan(30_000);
    }
    expect(snap(east.network, east.grid, 179.99, 0, 0)).toBeNull();
  });

  it("the walk across is short, and its line runs on beyond 180° without a jump", () => {
    const walker = walkerIn(across);
    const walk = walkBetween(walker, [179.9996, 0], [-179.9996, 0]);
    if (walk.status !== "ok") throw new Error(walk.status);
    expect(walk.totalMm / 1000).toBeCloseTo(89.06, 1);
    const { line } = routeOf(walker, walk);
    expect(line.map(([lon]) => lon)).toEqual([expect.closeTo(179.9996, 6), expect.closeTo(180.0004, 6)]);
  });

  it("streets on both sides that nothing joins are near each other, not a world apart", () => {
    const both = townOf(
      [
        [179.999, 0],
        [179.9999, 0],
        [-179.999, 0],
        [-179.9999, 0],
      ],
      [
        [0, 1],
        [2, 3],
      ],
    );
    expect(both.grid.columns * both.grid.rows).toBeLessThan(20);
    expect(snap(both.network, both.grid, -179.9999, 0, 0)?.offsetMm).toBe(0);
  });

  it("streets on both sides that are too far apart for one network are refused", () => {
    expect(() =>
      townOf(
        [
          [179.9, 0],
          [179.91, 0],
          [-100, 0],
          [-100.01, 0],
        ],
        [
          [0, 1],
          [2, 3],
        ],
      ),
    ).toThrow(expect.objectContaining({ code: "network_too_wide" }));
  });
});

describe("at the poles", () => {
  const polar = townOf(
    [
      [10, 89.9999],
      [20, 89.9999],
      [0, 90],
      [-170, 89.999],
    ],
    [[0, 1, 2, 3]],
  );
  const town = townOf([at(0), at(100)], [[0, 1]]);

  it("points are answered in good time, near streets and far from them", () => {
    for (const lat of [90, -90, 89.99999999, -89.99999999]) {
      for (const lon of [0, 180, -180, 113.65]) {
        expect(snap(town.network, town.grid, lon, lat, 0)).toBeNull();
        const place = snap(polar.network, polar.grid, lon, lat, 0);
        expect(place === null || place.offsetMm <= 200_000).toBe(true);
      }
    }
  });

  it("streets can be walked", () => {
    expect(walkBetween(walkerIn(polar), [10, 89.9999], [20, 89.9999]).status).toBe("ok");
  });
});

it("positions that are no numbers have no street, wherever they stand", () => {
  const walker = walkerIn(townOf([at(0), at(100)], [[0, 1]]));
  for (const bad of [Number.NaN, Infinity, -Infinity]) {
    for (const point of [
      [bad, 34.75],
      [113.65, bad],
      [bad, bad],
    ] as const) {
      expect(walkBetween(walker, point, at(0))).toEqual({
        status: "no_street_within_200m",
        start: null,
        end: expect.anything(),
      });
      expect(walkBetween(walker, at(0), point)).toEqual({
        status: "no_street_within_200m",
        start: expect.anything(),
        end: null,
      });
    }
  }
  expect(snap(walker.network, walker.grid, 1e300, 1e300, 0)).toBeNull();
  expect(snap(walker.network, walker.grid, 113.65 + 360, 34.75, 0)?.offsetMm).toBe(0);
});

describe("odd ways", () => {
  it("of one node, or of one node over and over, are nothing", () => {
    const { network } = townOf([at(0), at(100), at(200)], [[0], [1, 1, 1], [], [0, 1]]);
    expect([network.nodeCount, network.edgeCount]).toEqual([2, 1]);
  });

  it("of 100,000 nodes are one edge, walked from end to end", () => {
    const count = 100_000;
    const positions = Array.from({ length: count }, (_, i) => at(i % 2, i * 0.5));
    const streets = townOf(positions, [positions.map((_, i) => i)]);
    expect([streets.network.nodeCount, streets.network.edgeCount]).toEqual([2, 1]);
    const walker = walkerIn(streets);
    const walk = walkBetween(walker, positions[0], positions[count - 1]);
    if (walk.status !== "ok") throw new Error(walk.status);
    expect(walk.totalMm / 1000 / (count - 1)).toBeCloseTo(Math.hypot(1, 0.5), 2);
    expect(routeOf(walker, walk).line.length).toBe(count);
    expect(readSnapshot(writeSnapshot(streets.network)).shapeMm.length).toBe(count);
  });

  it("that pass one node many times keep all their loops", () => {
    const ring = Array.from({ length: 50 }, (_, i) => [0, 1 + 2 * i, 2 + 2 * i]).flat();
    const positions = [at(0), ...Array.from({ length: 100 }, (_, i) => at(20 + i, i % 2 === 0 ? 10 : -10))];
    const { network } = townOf(positions, [[...ring, 0]]);
    expect([network.nodeCount, network.edgeCount]).toEqual([1, 50]);
  });

  it("longer than the engine can count are refused", () => {
    expect(() =>
      townOf(
        [
          [0, 0],
          [170, 0],
        ],
        [[0, 1]],
      ),
    ).toThrow(expect.objectContaining({ code: "street_too_long" }));
    const steps = Array.from({ length: 400 }, (_, i): LonLat => [(i % 2) * 10, i * 0.001]);
    expect(() => townOf(steps, [steps.map((_, i) => i)])).toThrow(expect.objectContaining({ code: "street_too_long" }));
  });
});

describe("nodes at one place", () => {
  // 1 and 2 lie at one place; 4 and 5 too, but nothing joins them.
  const streets = townOf(
    [at(0), at(100), at(100), at(200), at(300), at(300), at(400)],
    [
      [0, 1, 2, 3],
      [3, 4],
      [5, 6],
    ],
  );
  it("are joined by their way, and by nothing else", () => {
    const walker = walkerIn(streets);
    expect(walkBetween(walker, at(10), at(190))).toMatchObject({ status: "ok", totalMm: expect.closeTo(180_000, -2) });
    expect(walkBetween(walker, at(10), at(390)).status).toBe("island");
  });

  it("make a whole network of no length", () => {
    const walker = walkerIn(townOf([at(0), at(0)], [[0, 1]]));
    expect(walkBetween(walker, at(0), at(0))).toMatchObject({ status: "ok", totalMm: 0 });
    expect(walkBetween(walker, at(0, 30), at(0, -30))).toMatchObject({
      status: "ok",
      totalMm: expect.closeTo(60_000, -2),
    });
  });
});

describe("networks of next to nothing", () => {
  it("of one edge", () => {
    const streets = townOf([at(0), at(100)], [[0, 1]]);
    expect(walkBetween(walkerIn(streets), at(0, 10), at(100, 10)).status).toBe("ok");
    expect(readSnapshot(writeSnapshot(streets.network))).toEqual(streets.network);
  });

  it("of none", () => {
    const empty = expect.objectContaining({ code: "network_empty" });
    expect(() => townOf([], [])).toThrow(empty);
    expect(() => townOf([at(0)], [[0]])).toThrow(empty);
  });
});
