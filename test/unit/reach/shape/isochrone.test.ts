import { describe, expect, it } from "vitest";
import type { LonLat } from "../../../../server/base/lon-lat.ts";
import { NodeFlag, WayFlag } from "../../../../server/import/rows.ts";
import { buildNetwork } from "../../../../server/network/build.ts";
import { endsOf, startOf, totalTo } from "../../../../server/reach/ends.ts";
import { walkBetween } from "../../../../server/reach/pair.ts";
import type { Profile } from "../../../../server/reach/profile.ts";
import { drawIsochrone } from "../../../../server/reach/shape/isochrone.ts";
import { createLattice } from "../../../../server/reach/shape/lattice.ts";
import { spreadFrom } from "../../../../server/reach/spread-from.ts";
import { createWalker, openStreets } from "../../../../server/reach/walker.ts";
import { drawFrom, isIn } from "../../../support/drawn.ts";
import { profileOf } from "../../../support/profiles.ts";
import { moved, streetMap } from "../../../support/street-map.ts";
import { streetRows } from "../../../support/street-rows.ts";

describe("the shape of what can be walked to", () => {
  it("does not jump a river: the far bank is out although it is near", () => {
    // The bridge is eight joins away; the banks are 60 m apart.
    const map = streetMap(`
      a-+-+-+-+
              |
      b-+-+-+-+
    `);
    const walker = createWalker(openStreets(map.network), profileOf("adult"));
    const shape = drawFrom(walker, map.at("a"), [180_000])?.shapes[0];
    expect(shape && isIn(map.at("a", 30), shape.geometry)).toBe(true);
    expect(shape && isIn(map.at("b", 30, -20), shape.geometry)).toBe(false);
  });

  it("does not jump a railway: streets on both of its sides, 30 m apart, and a crossing at the end of them", () => {
    const at = (eastM: number, northM = 0) => moved([113.65, 34.75], eastM, northM);
    const positions = [at(0), at(600), at(600, -30), at(0, -30)];
    const rows = streetRows(positions, [{ nodes: [0, 1, 2, 3], flags: WayFlag.FORWARD | WayFlag.BACKWARD }], []);
    const walker = createWalker(openStreets(buildNetwork(rows)), profileOf("adult"));
    const shape = drawFrom(walker, at(0), [500_000])?.shapes[0];
    if (shape === undefined) throw new Error("no shape");
    for (let x = 0; x <= 480; x += 5) {
      expect([x, isIn(at(x, 1), shape.geometry)]).toEqual([x, true]);
      expect([x, isIn(at(x, -29), shape.geometry)]).toEqual([x, false]);
    }
    // Once the crossing is within the limit the far side is reached from there, and no farther.
    const whole = drawFrom(walker, at(0), [900_000])?.shapes[0];
    for (const [x, isReached] of [
      [250, false],
      [350, true],
    ] as const)
      expect(whole && isIn(at(x, -29), whole.geometry)).toBe(isReached);
  });

  it("closes round a snapped place on the very corner of the lattice, from which nothing is left to walk", () => {
    const map = streetMap(`
      a-b-c
      | | |
      d-e-f
    `);
    const walker = createWalker(openStreets(map.network), profileOf("adult"));
    const lattice = createLattice(walker);
    const { west, south, lonStep, latStep } = lattice;
    // In the middle of a street, so that the walk ends before any junction.
    const snapped = startOf(walker, map.at("a", 30));
    if (snapped === null) throw new Error("no street beside a");
    for (const [lon, lat] of [
      [west, south],
      [west, south + 2.5 * latStep],
      [west + 2.5 * lonStep, south],
    ]) {
      const start = { ...snapped, lon, lat, offsetMm: 60_000 };
      spreadFrom(walker, start, 60_000);
      const { geometry } = drawIsochrone(walker, lattice, start, 60_000);
      expect(isIn([lon, lat], geometry)).toBe(true);
      for (const ring of geometry.coordinates.flat()) expect(ring.length).toBeGreaterThan(4);
    }
  });

  it("agrees with routed walks", () => {
    const map = streetMap(`
      a-b-c-d-e
      | | | | |
      f-g-h-i-j
      | | | | |
      k-l-m-n-o
    `);
    const walker = createWalker(openStreets(map.network), profileOf("adult"));
    const shape = drawFrom(walker, map.at("h"), [120_000])?.shapes[0];
    if (shape === undefined) throw new Error("no shape");
    let wrong = 0;
    let tried = 0;
    for (let x = -170; x <= 170; x += 7) {
      for (let y = -110; y <= 110; y += 7) {
        const point = moved(map.at("h"), x, y);
        const walk = walkBetween(walker, map.at("h"), point);
        const isReached = walk.status === "ok" && walk.totalMm <= 120_000;
        if (isReached !== isIn(point, shape.geometry)) wrong++;
        tried++;
      }
    }
    expect(wrong / tried).toBeLessThan(0.025);
  });
});

describe("a band that begins beyond the way to the street", () => {
  /**
   * The start lies 35 m off the end of a street beside which two short streets that lead nowhere draw the points of the
   * lattice to themselves. Eastwards the street goes round a block whose middle is out of reach, and on to a street in the
   * south that is a piece of the shape by itself, since such streets lie beside the way there.
   */
  const at = (eastM: number, northM: number) => moved([113.65, 34.75], eastM, northM);
  const near: Profile = { ...profileOf("adult"), maxOffsetMm: 40_000 };
  const band = (shiftM: number) => {
    const nodes: [number, number][] = [];
    const ways: { nodes: number[]; flags: number }[] = [];
    const street = (...points: [number, number][]) => {
      const numbers = points.map(([x, y]) => {
        const known = nodes.findIndex((node) => node[0] === x && node[1] === y);
        return known >= 0 ? known : nodes.push([x, y]) - 1;
      });
      ways.push({ nodes: numbers, flags: WayFlag.FORWARD | WayFlag.BACKWARD });
    };
    street([0, 0], [100, 0]);
    street([100, 0], [100, -45], [300, -45], [300, 150], [100, 150], [100, 0]);
    street([300, -45], [300, -230], [200, -230]);
    for (const side of [-3, 3]) {
      street([1, side], [8, side]);
      street([300 + side, -100], [300 + side, -170]);
    }
    // Where the lattice begins.
    street([-100, -300 - shiftM], [-99, -300 - shiftM]);
    const rows = streetRows(
      nodes.map(([x, y]) => at(x, y)),
      ways,
      [],
    );
    const drawn = drawFrom(createWalker(openStreets(buildNetwork(rows)), near), at(-35, 0), [30_000, 900_000], "bands");
    return drawn?.shapes.map(({ geometry }) => geometry.coordinates) ?? [];
  };

  it.each([0, 4, 8, 12, 16])("has its hole in the polygon around it, the lattice shifted by %i m", (shiftM) => {
    const [inner, outer] = band(shiftM);
    expect(inner).toEqual([]);
    expect(outer.map((rings) => rings.length).sort()).toEqual(expect.arrayContaining([1, 2]));
    for (const [around, ...holes] of outer) {
      for (const [[lon, lat]] of holes)
        expect(isIn([lon, lat], { type: "MultiPolygon", coordinates: [[around]] })).toBe(true);
    }
  });
});

describe("the shape of a profile that loses time at crossings, lifts and steps", () => {
  const careful: Profile = { ...profileOf("planning"), penaltySeconds: { crossing: 40, lift: 30, step: 0.4 } };
  const { LARGE_ROAD } = NodeFlag;
  // A lattice of streets 60 m apart, a large road across it in the middle, and a flight of steps in every fourth street.
  const SIZE = 21;
  const LIMIT = 500_000;
  const corner = (x: number, y: number) => y * SIZE + x;
  const positions = Array.from({ length: SIZE * SIZE }, (_, i) =>
    moved([113.65, 34.75], 60 * (i % SIZE), -60 * Math.floor(i / SIZE)),
  );
  const isRoad = (y: number) => y === 12;
  const ways = Array.from({ length: SIZE }, (_, k) => [
    { nodes: Array.from({ length: SIZE }, (_, x) => corner(x, k)), flags: 12 | (isRoad(k) ? WayFlag.LARGE_ROAD : 0) },
    ...Array.from({ length: SIZE - 1 }, (_, y) => ({
      nodes: [corner(k, y), corner(k, y + 1)],
      flags: 12 | ((k + y) % 4 === 0 ? WayFlag.STEPS : 0),
    })),
  ]).flat();
  const flags = positions.map((_, i) => (isRoad(Math.floor(i / SIZE)) ? LARGE_ROAD : 0));
  const streets = openStreets(buildNetwork(streetRows(positions, ways, flags)));
  const home = moved(positions[corner(10, 10)], 20, 5);

  it("holds what its walk reaches in time, true lengths aside, and stops at the road that it takes long to cross", () => {
    const share = (profile: Profile) => {
      const walker = createWalker(streets, profile);
      const drawn = drawFrom(walker, home, [LIMIT]);
      if (drawn === null) throw new Error("no shape");
      const [shape] = drawn.shapes;
      let [wrong, inside] = [0, 0];
      for (let x = -600; x <= 600; x += 13) {
        for (let y = -600; y <= 600; y += 13) {
          const point = moved(home, x, y);
          const isReached = endsOf(walker, point).some((end) => totalTo(walker, drawn.start, end) <= LIMIT);
          const isInside = isIn(point, shape.geometry);
          if (isInside) inside++;
          if (isReached !== isInside) wrong++;
        }
      }
      return { wrong: wrong / inside, areaM2: shape.areaM2 };
    };
    const [slow, free] = [careful, profileOf("planning")].map(share);
    expect(Math.max(slow.wrong, free.wrong)).toBeLessThanOrEqual(0.025);
    expect(slow.areaM2).toBeLessThan(0.9 * free.areaM2);
  });
});

describe("shapes at the ends of the map", () => {
  it.each([
    [
      "the antimeridian",
      [
        [179.999, 10],
        [-179.999, 10],
        [-179.998, 10.001],
      ],
    ],
    [
      "a pole",
      [
        [0, 89.9999],
        [90, 89.9999],
        [180, 89.999],
      ],
    ],
    [
      "a street to the pole",
      [
        [0, 80],
        [0, 89.9999],
      ],
    ],
    [
      "a street of a metre",
      [
        [5, 5],
        [5, 5.00001],
      ],
    ],
  ] as [string, LonLat[]][])("are drawn at %s", (_, positions) => {
    const rows = streetRows(
      positions,
      [{ nodes: positions.map((_, i) => i), flags: WayFlag.FORWARD | WayFlag.BACKWARD }],
      [],
    );
    const walker = createWalker(openStreets(buildNetwork(rows)), profileOf("adult"));
    for (const position of positions) {
      const shapes = drawFrom(walker, position, [300_000, 1_080_000])?.shapes ?? [];
      expect(shapes).toHaveLength(2);
      for (const { geometry } of shapes) expect(geometry.coordinates.length).toBeGreaterThan(0);
    }
  });
});
