import { kinks, lineString, polygon, area as turfArea, length as turfLength } from "@turf/turf";
import fc from "fast-check";
import type { MultiPolygon } from "geojson";
import { describe, expect, it } from "vitest";
import type { LonLat } from "../../../../server/base/lon-lat.ts";
import { buildNetwork } from "../../../../server/network/build.ts";
import { createLattice } from "../../../../server/reach/shape/lattice.ts";
import { createWalker, openStreets } from "../../../../server/reach/walker.ts";
import { drawFrom, isIn } from "../../../support/drawn.ts";
import { profileOf } from "../../../support/profiles.ts";
import { randomPoint, randomStreets } from "../../../support/random-streets.ts";

const randomLimits = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
  .map((limits) => limits.sort((a, b) => a - b).map((limit) => limit * 12_000));
const randomProfile = fc.constantFrom("adult", "wheelchair", "elderly");

/** Closed rings without crossings of their own or with each other, outer ones counter-clockwise, holes inside. */
function expectValid({ coordinates }: MultiPolygon): void {
  const vertices = new Set<string>();
  for (const rings of coordinates) {
    expect(kinks(polygon(rings)).features).toEqual([]);
    rings.forEach((ring, i) => {
      expect(ring[0]).toEqual(ring.at(-1));
      expect(signedArea(ring) > 0).toBe(i === 0);
      for (const vertex of ring.slice(1)) {
        expect(vertices.has(vertex.join())).toBe(false);
        vertices.add(vertex.join());
      }
      if (i > 0)
        expect(isIn(ring[0] as unknown as LonLat, { type: "MultiPolygon", coordinates: [[rings[0]]] })).toBe(true);
    });
  }
}

function signedArea(ring: readonly number[][]): number {
  return ring
    .slice(1)
    .reduce(
      (sum, [x, y], i) =>
        sum + (ring[i][0] - ring[0][0]) * (y - ring[0][1]) - (x - ring[0][0]) * (ring[i][1] - ring[0][1]),
      0,
    );
}

describe("the shape of what can be walked to", () => {
  it("is valid, holds the origin's place on the street, and has the area that it says", () => {
    fc.assert(
      fc.property(randomStreets, randomPoint, randomProfile, randomLimits, (rows, origin, profile, limits) => {
        const walker = createWalker(openStreets(buildNetwork(rows)), profileOf(profile));
        const drawn = drawFrom(walker, origin, limits);
        for (const { limitMm, geometry, areaM2 } of drawn?.shapes ?? []) {
          if (drawn === null || drawn.start.offsetMm > limitMm) {
            expect(geometry.coordinates).toEqual([]);
            continue;
          }
          expect(isIn([drawn.start.lon, drawn.start.lat], geometry)).toBe(true);
          expectValid(geometry);
          expect(areaM2 / turfArea(geometry)).toBeCloseTo(1, 2);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("contains the shapes of all smaller limits, vertex by vertex, and is the same drawn alone", () => {
    fc.assert(
      fc.property(randomStreets, randomPoint, randomProfile, randomLimits, (rows, origin, profile, limits) => {
        const walker = createWalker(openStreets(buildNetwork(rows)), profileOf(profile));
        const lattice = createLattice(walker);
        const drawn = drawFrom(walker, origin, limits, "nested", lattice);
        drawn?.shapes.forEach(({ limitMm, geometry }, i) => {
          expect(drawFrom(walker, origin, [limitMm], "nested", lattice)?.shapes[0].geometry).toEqual(geometry);
          const larger = drawn.shapes[i + 1]?.geometry;
          for (const vertex of larger ? geometry.coordinates.flat(2) : [])
            expect(isIn(vertex as unknown as LonLat, larger)).toBe(true);
          for (const vertex of larger?.coordinates.flat(2) ?? [])
            expect(isStrictlyIn(vertex as unknown as LonLat, geometry)).toBe(false);
        });
      }),
      { numRuns: 150 },
    );
  });
});

describe("bands", () => {
  it("are valid, do not overlap, and fill the largest shape", () => {
    fc.assert(
      fc.property(
        randomStreets,
        randomPoint,
        randomLimits,
        fc.array(randomPoint, { minLength: 20, maxLength: 20 }),
        (rows, origin, limits, points) => {
          const walker = createWalker(openStreets(buildNetwork(rows)), profileOf("adult"));
          const lattice = createLattice(walker);
          const bands = drawFrom(walker, origin, limits, "bands", lattice)?.shapes ?? [];
          const whole = drawFrom(walker, origin, limits.slice(-1), "nested", lattice)?.shapes[0];
          bands.forEach(({ geometry, limitMm, beyondMm }, i) => {
            expectValid(geometry);
            expect(limitMm).toBe(limits[i]);
            expect(beyondMm).toBe(i === 0 ? null : limits[i - 1]);
          });
          const areaM2 = bands.reduce((sum, band) => sum + band.areaM2, 0);
          const rimM = bands.reduce((sum, { geometry }) => sum + perimeterM(geometry), 0);
          expect(Math.abs(areaM2 - (whole?.areaM2 ?? 0))).toBeLessThan(LINE_MOVES_M * rimM + 1);
          for (const point of points) {
            const holding = bands.filter(({ geometry }) => isIn(point, geometry)).length;
            expect(holding).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** Lines of bands are moved by up to about 20 cm, so that they never touch. */
const LINE_MOVES_M = 0.25;

function perimeterM({ coordinates }: MultiPolygon): number {
  return coordinates.flat().reduce((sum, ring) => sum + turfLength(lineString(ring), { units: "meters" }), 0);
}

/** Inside, and more than a rounded coordinate away from the rim. */
function isStrictlyIn([lon, lat]: LonLat, shape: MultiPolygon): boolean {
  const step = 2e-7;
  return [
    [lon - step, lat],
    [lon + step, lat],
    [lon, lat - step],
    [lon, lat + step],
  ].every(([x, y]) => isIn([x, y], shape));
}
