/** A boundary without a single street inside belongs to another place or another coordinate system. @module */
import type { MultiPolygon } from "geojson";
import { type BBox, EMPTY_BBOX, extendBBox } from "../../base/lon-lat.ts";
import { importError } from "../errors.ts";
import type { StreetRows } from "../rows.ts";
import { containsPoint } from "./contains.ts";
import type { Rings } from "./rings.ts";

const DEGREES_PER_UNIT = 1e-7;

/**
 * Stops at the first node inside, so that a boundary in its place costs nothing.
 * @param file as the boundary is called in messages
 * @throws ImportError `boundary_off_streets`
 */
export function assertTouches(
  boundary: MultiPolygon,
  { nodeLonE7, nodeLatE7 }: Pick<StreetRows, "nodeLonE7" | "nodeLatE7">,
  file: string,
): void {
  const polygons = boundary.coordinates as unknown as readonly Rings[];
  const box = boxOf(polygons);
  let streets = EMPTY_BBOX;
  for (let i = 0; i < nodeLonE7.length; i++) {
    const lon = nodeLonE7[i]! * DEGREES_PER_UNIT;
    const lat = nodeLatE7[i]! * DEGREES_PER_UNIT;
    streets = extendBBox(streets, [lon, lat]);
    const inBox = lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3];
    if (inBox && containsPoint(polygons, [lon, lat])) return;
  }
  throw importError("boundary_off_streets", { file, value: show(box), expected: show(streets) });
}

function boxOf(polygons: readonly Rings[]): BBox {
  return polygons.flat(2).reduce<BBox>((box, [lon, lat]) => extendBBox(box, [lon, lat]), EMPTY_BBOX);
}

/** 1e-4° is some ten metres. */
function show([west, south, east, north]: BBox): string {
  return `${west.toFixed(4)}–${east.toFixed(4)}° E, ${south.toFixed(4)}–${north.toFixed(4)}° N`;
}
