/** What can be walked to within a limit, as a shape: outer rings counter-clockwise with their holes. @module */
import type { MultiPolygon, Position } from "geojson";
import { metresPerLat, metresPerLon } from "../../base/metric.ts";
import type { Place } from "../../network/snap.ts";
import type { Walker } from "../walker.ts";
import { type Contour, traceContour } from "./contour.ts";
import { type Field, fieldAround, withSnappedReached } from "./field.ts";
import type { Lattice } from "./lattice.ts";
import { nestRings, type RingRef } from "./nest.ts";

export interface Isochrone {
  /** Inclusive. */
  readonly limitMm: number;
  /** What can be walked to within this is left out of a band; null where nothing is left out. */
  readonly beyondMm: number | null;
  /** Valid GeoJSON, positions with 7 decimals (about 1 cm). */
  readonly geometry: MultiPolygon;
  readonly areaM2: number;
}

/** `nested`: each shape whole; `bands`: each without those of the smaller limits, so that they do not overlap. */
export type ShapeKind = "nested" | "bands";

/** Draws the shape from a search that has spread from `start` at least to the limit. */
export function drawIsochrone(walker: Walker, lattice: Lattice, start: Place, limitMm: number): Isochrone {
  return drawIsochrones(walker, lattice, start, [limitMm], "nested")[0];
}

/**
 * Draws several limits from one search. A nested shape is the same as if it were drawn alone; the lines of bands are
 * moved by some centimetres where they would coincide.
 *
 * @param limitsMm rising, without repeats; the search must have spread to the last
 */
export function drawIsochrones(
  walker: Walker,
  lattice: Lattice,
  start: Place,
  limitsMm: readonly number[],
  kind: ShapeKind,
): Isochrone[] {
  const areBands = kind === "bands";
  const shapes: Isochrone[] = [];
  // Bands share one field, so that their lines cannot cross.
  const shared = areBands ? fieldAround(walker, lattice, start, limitsMm[limitsMm.length - 1]) : null;
  let before: Contour | null = null;
  for (const [i, limitMm] of limitsMm.entries()) {
    const field = shared ?? fieldAround(walker, lattice, start, limitMm);
    const ringOf = shared ? new Int32Array(lattice.memory.ring.length) : lattice.memory.ring;
    const contour: Contour = withSnappedReached(field, limitMm, () =>
      traceContour(field, limitMm, ringOf, shared ? i : 0, shared ? limitsMm.length : 1),
    );
    shapes.push(shapeOf(field, contour, before));
    before = shared ? contour : null;
  }
  return shapes;
}

function shapeOf(field: Field, contour: Contour, smaller: Contour | null): Isochrone {
  // Rings are read in the very field that each was traced in: a start may lie within the larger limit alone.
  const nested = () => nestRings(field, contour, smaller);
  const polygons = withSnappedReached(field, contour.limitMm, () =>
    smaller ? withSnappedReached(field, smaller.limitMm, nested) : nested(),
  );
  return {
    limitMm: contour.limitMm,
    beyondMm: smaller?.limitMm ?? null,
    geometry: {
      type: "MultiPolygon",
      coordinates: polygons.map((rings) => rings.map(positionsOf)),
    },
    areaM2: (sum(contour.area) - sum(smaller?.area ?? [])) * cellAreaM2(field),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function cellAreaM2({ lattice, start }: Field): number {
  return lattice.lonStep * metresPerLon(start.lat) * lattice.latStep * metresPerLat(start.lat);
}

function positionsOf({ contour, ring, isTurned }: RingRef): Position[] {
  return isTurned ? contour.rings[ring].toReversed() : contour.rings[ring];
}
