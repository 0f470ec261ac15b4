/** Rings as polygons: those that run counter-clockwise bound land, the others are holes in the smallest that holds them. @module */
import type { MultiPolygon, Position } from "geojson";

export function polygonsOf(rings: readonly Position[][]): MultiPolygon {
  const outer = rings.filter((ring) => areaOf(ring) > 0).sort((a, b) => areaOf(a) - areaOf(b));
  const polygons = outer.map((ring) => [ring]);
  for (const hole of rings) {
    if (areaOf(hole) >= 0) continue;
    polygons.find(([ring]) => holds(ring, hole[0]))?.push(hole);
  }
  return { type: "MultiPolygon", coordinates: polygons };
}

/** Twice the area in square degrees, positive where it runs counter-clockwise. */
function areaOf(ring: readonly Position[]): number {
  const [x0, y0] = ring[0];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1];
    const [bx, by] = ring[i];
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}

/** Even–odd rule. */
export function holds(ring: readonly Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1];
    const [bx, by] = ring[i];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
