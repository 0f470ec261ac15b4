/** Whether a point lies inside a polygon, on its ring or outside, in the plane of the pairs. @module */
import type { Ring, Rings, XY } from "./rings.ts";

export type Side = "inside" | "on" | "outside";

export function sideOfRing([x, y]: XY, ring: Ring): Side {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[i + 1]!;
    const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    const between = x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by);
    if (turn === 0 && between) return "on";
    if (ay > y !== by > y && turn > 0 === by > ay) inside = !inside;
  }
  return inside ? "inside" : "outside";
}

/** Inside the outer ring, or on it, and in no hole. */
export function containsPoint(polygons: readonly Rings[], point: XY): boolean {
  return polygons.some(([outer, ...holes]) => {
    const inOuter = sideOfRing(point, outer!) !== "outside";
    return inOuter && holes.every((hole) => sideOfRing(point, hole) !== "inside");
  });
}
