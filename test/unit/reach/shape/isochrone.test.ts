import { describe, expect, it } from "vitest";
import type { LonLat } from "../../../../server/base/lon-lat.ts";
import { WayFlag } from "../../../../server/import/rows.ts";
import { buildNetwork } from "../../../../server/network/build.ts";
import { walkBetween } from "../../../../server/reach/pair.ts";
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
