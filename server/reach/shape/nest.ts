/** Rings put together to polygons: every hole goes to the ring around it. @module */
import type { Contour } from "./contour.ts";
import type { Field } from "./field.ts";

/** A ring of a contour; turned round where a band takes it from the shape inside. */
export interface RingRef {
  readonly contour: Contour;
  readonly ring: number;
  readonly isTurned: boolean;
}

/** Outer ring first, then its holes. */
export type Polygon = RingRef[];

/**
 * Polygons of what lies within the contour of the larger limit and outside that of the smaller.
 * Walking west along a row of the lattice from the south-western corner of a hole one meets either the ring around it
 * or another hole of the same ring.
 */
export function nestRings(field: Field, large: Contour, small: Contour | null): Polygon[] {
  const rings = [...ringsOf(large, false), ...(small ? ringsOf(small, true) : [])];
  const polygons = new Map<number, Polygon>();
  for (const [i, ring] of rings.entries()) if (isOuter(ring)) polygons.set(i, [ring]);
  const offset = large.area.length;
  const indexOf = ({ contour, ring }: RingRef) => (contour === large ? ring : offset + ring);
  for (const ring of rings) {
    if (isOuter(ring)) continue;
    let around = ring;
    while (!isOuter(around)) around = rings[indexOf(ringToTheWest(field, around, large, small))];
    polygons.get(indexOf(around))?.push(ring);
  }
  return [...polygons.values()].sort((a, b) => sizeOf(b[0]) - sizeOf(a[0]));
}

function ringsOf(contour: Contour, isTurned: boolean): RingRef[] {
  return contour.area.map((_, ring) => ({ contour, ring, isTurned }));
}

function isOuter({ contour, ring, isTurned }: RingRef): boolean {
  return contour.area[ring] > 0 !== isTurned;
}

function sizeOf({ contour, ring }: RingRef): number {
  return Math.abs(contour.area[ring]);
}

/** West of the ring's first crossing lies ground that belongs to the shape; the ring at its western end. */
function ringToTheWest({ mm }: Field, { contour, ring }: RingRef, large: Contour, small: Contour | null): RingRef {
  const innerMm = small?.limitMm ?? -1;
  const isInside = (point: number): boolean => mm[point] > innerMm && mm[point] <= large.limitMm;
  let point = contour.first[ring] >> 1;
  while (isInside(point)) point--;
  const met = small !== null && mm[point] <= innerMm ? small : large;
  return { contour: met, ring: met.ringOf[2 * point], isTurned: met === small };
}
