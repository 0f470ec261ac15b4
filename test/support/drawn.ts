/** Shapes drawn for tests: from a point, on a walker's own lattice. */
import { booleanPointInPolygon } from "@turf/turf";
import type { MultiPolygon } from "geojson";
import type { LonLat } from "../../server/base/lon-lat.ts";
import type { Place } from "../../server/network/snap.ts";
import { startOf } from "../../server/reach/ends.ts";
import { drawIsochrones, type Isochrone, type ShapeKind } from "../../server/reach/shape/isochrone.ts";
import { createLattice, type Lattice } from "../../server/reach/shape/lattice.ts";
import { spreadFrom } from "../../server/reach/spread-from.ts";
import type { Walker } from "../../server/reach/walker.ts";

export interface Drawn {
  readonly start: Place;
  readonly shapes: readonly Isochrone[];
}

/** Null where no street is near the origin. */
export function drawFrom(
  walker: Walker,
  origin: LonLat,
  limitsMm: readonly number[],
  kind: ShapeKind = "nested",
  lattice: Lattice = createLattice(walker),
): Drawn | null {
  const start = startOf(walker, origin);
  if (start === null) return null;
  spreadFrom(walker, start, limitsMm[limitsMm.length - 1]);
  return { start, shapes: drawIsochrones(walker, lattice, start, limitsMm, kind) };
}

/** Turf takes an empty shape for none at all. */
export function isIn([lon, lat]: LonLat, shape: MultiPolygon): boolean {
  return shape.coordinates.length > 0 && booleanPointInPolygon([lon, lat], shape);
}
