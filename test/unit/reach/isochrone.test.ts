import { booleanPointInPolygon, kinks, polygon, area as turfArea } from "@turf/turf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { seedStart, startOf } from "../../../server/reach/ends.ts";
import { drawIsochrone } from "../../../server/reach/isochrone.ts";
import { createLattice } from "../../../server/reach/lattice.ts";
import { walkBetween } from "../../../server/reach/pair.ts";
import { resetSearch, spread } from "../../../server/reach/search.ts";
import { createWalker, openStreets, type Walker } from "../../../server/reach/walker.ts";
import { profileOf } from "../../support/profiles.ts";
import { randomPoint, randomStreets } from "../../support/random-streets.ts";
import { moved, streetMap } from "../../support/street-map.ts";

function shapeFrom(walker: Walker, origin: LonLat, limit: number) {
  const start = startOf(walker, origin);
  if (start === null) return null;
  resetSearch(walker.search);
  seedStart(walker, start, limit);
  spread(walker.search, walker.forward, limit);
  return { start, ...drawIsochrone(walker, createLattice(walker, walker.closed), start, limit) };
}

describe("the shape of what can be walked to", () => {
  it("is valid, and holds the origin's place on the street", () => {
    fc.assert(
      fc.property(randomStreets, randomPoint, fc.constantFrom(60_000, 150_000, 400_000), (rows, origin, limit) => {
        const walker = createWalker(openStreets(buildNetwork(rows)), profileOf("adult"));
        const shape = shapeFrom(walker, origin, limit);
        if (shape === null || shape.start.offsetMm > limit) return;
        expect(booleanPointInPolygon([shape.start.lon, shape.start.lat], shape.geometry)).toBe(true);
        for (const rings of shape.geometry.coordinates) {
          expect(kinks(polygon(rings)).features).toEqual([]);
          for (const ring of rings) expect(ring[0]).toEqual(ring.at(-1));
        }
        expect(shape.areaM2 / turfArea(shape.geometry)).toBeCloseTo(1, 2);
      }),
      { numRuns: 300 },
    );
  });

  it("is larger for a larger limit, point by point", () => {
    fc.assert(
      fc.property(
        randomStreets,
        randomPoint,
        fc.array(randomPoint, { minLength: 20, maxLength: 20 }),
        (rows, origin, points) => {
          const walker = createWalker(openStreets(buildNetwork(rows)), profileOf("adult"));
          const small = shapeFrom(walker, origin, 200_000);
          const large = shapeFrom(walker, origin, 260_000);
          if (small === null || large === null) return;
          for (const point of points) {
            if (booleanPointInPolygon([...point], small.geometry))
              expect(booleanPointInPolygon([...point], large.geometry)).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("does not jump a river: the far bank is out although it is near", () => {
    // The bridge is eight joins away; the banks are 60 m apart.
    const map = streetMap(`
      a-+-+-+-+
              |
      b-+-+-+-+
    `);
    const walker = createWalker(openStreets(map.network), profileOf("adult"));
    const shape = shapeFrom(walker, map.at("a"), 180_000);
    expect(shape && booleanPointInPolygon([...map.at("a", 30)], shape.geometry)).toBe(true);
    expect(shape && booleanPointInPolygon([...map.at("b", 30, -20)], shape.geometry)).toBe(false);
  });

  it("agrees with routed walks away from its rim", () => {
    const map = streetMap(`
      a-b-c-d-e
      | | | | |
      f-g-h-i-j
      | | | | |
      k-l-m-n-o
    `);
    const walker = createWalker(openStreets(map.network), profileOf("adult"));
    const shape = shapeFrom(walker, map.at("h"), 120_000);
    if (shape === null) throw new Error("no shape");
    let wrong = 0;
    let tried = 0;
    for (let x = -170; x <= 170; x += 7) {
      for (let y = -110; y <= 110; y += 7) {
        const point = moved(map.at("h"), x, y);
        const walk = walkBetween(walker, map.at("h"), point);
        const isIn = walk.status === "ok" && walk.totalMm <= 120_000;
        if (isIn !== booleanPointInPolygon([...point], shape.geometry)) wrong++;
        tried++;
      }
    }
    expect(wrong / tried).toBeLessThan(0.05);
  });
});
