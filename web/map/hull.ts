/** A soft outline round some places: the convex hull of small discs round them. A picture of what hangs together, no border. @module */
import type { Polygon } from "geojson";
import type { Place } from "../state/view.ts";
import { disc } from "./disc.ts";

/** @param roundM how far the outline keeps off the places */
export function hullAround(places: readonly Place[], roundM: number): Polygon {
  const corners = places.flatMap((place) => disc(place, roundM).coordinates[0].slice(1) as [number, number][]);
  const sorted = corners.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const ring = [...chain(sorted), ...chain(sorted.toReversed())];
  return { type: "Polygon", coordinates: [[...ring, ring[0]]] };
}

/** One side of the hull (Andrew 1979), its last corner left to the other side. */
function chain(sorted: readonly [number, number][]): [number, number][] {
  const side: [number, number][] = [];
  for (const corner of sorted) {
    while (side.length > 1 && !turnsLeft(side[side.length - 2], side[side.length - 1], corner)) side.pop();
    side.push(corner);
  }
  return side.slice(0, -1);
}

function turnsLeft([ax, ay]: [number, number], [bx, by]: [number, number], [cx, cy]: [number, number]): boolean {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0;
}
