import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LonLat } from "../../../../server/base/lon-lat.ts";
import { contains, interiorPoint, polygonAreaM2, signedArea } from "../../../../server/import/osm/polygon.ts";

function ring(...positions: LonLat[]): LonLat[] {
  return [...positions, positions[0]];
}

const SQUARE = ring([0, 0], [4, 0], [4, 4], [0, 4]);
const HOLE = ring([1, 1], [1, 3], [3, 3], [3, 1]);
/** Open to the east; its centroid lies in the opening. */
const HORSESHOE = ring([0, 0], [4, 0], [4, 1], [1, 1], [1, 3], [4, 3], [4, 4], [0, 4]);

describe("polygons", () => {
  it("know their direction", () => {
    expect(signedArea(SQUARE)).toBe(32);
    expect(signedArea(SQUARE.toReversed())).toBe(-32);
  });

  it("contain what is inside them and not in a hole", () => {
    expect(contains([SQUARE], [2, 2])).toBe(true);
    expect(contains([SQUARE, HOLE], [2, 2])).toBe(false);
    expect(contains([SQUARE, HOLE], [0.5, 0.5])).toBe(true);
    expect(contains([SQUARE], [5, 2])).toBe(false);
  });

  it("measure square metres without the holes", () => {
    // One thousandth of a degree at the equator: 111.3195 m by 110.5743 m on WGS 84.
    const small = (side: number) => ring([0, 0], [side, 0], [side, side], [0, side]);
    expect(polygonAreaM2([small(0.001)])).toBeCloseTo(111.3195 * 110.5743, 0);
    expect(polygonAreaM2([small(0.001), small(0.0005)])).toBeCloseTo(111.3195 * 110.5743 * 0.75, 0);
  });

  it("are stood for by their centroid, or by a point inside where that lies outside", () => {
    expect(interiorPoint([SQUARE])).toEqual([2, 2]);
    for (const polygon of [[HORSESHOE], [SQUARE, HOLE]]) expect(contains(polygon, interiorPoint(polygon))).toBe(true);
  });

  it("always have that point inside", () => {
    const corner = fc.tuple(fc.double({ min: 0.05, max: 1, noNaN: true }), fc.constant(0));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 30 }), (corners) => {
        // A star around the origin: corners at even angles, each at its own distance.
        const star = corners.map(([radius], i): LonLat => {
          const angle = (2 * Math.PI * (i + 0.1)) / corners.length;
          return [116 + radius * Math.cos(angle), 40 + radius * Math.sin(angle)];
        });
        const polygon = [ring(...star)];
        expect(contains(polygon, interiorPoint(polygon))).toBe(true);
      }),
    );
  });
});
