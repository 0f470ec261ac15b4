/** Which community a point lies in, answered from memory: a click must not wait for the store. @module */
import { booleanPointInPolygon } from "@turf/turf";
import type { MultiPolygon } from "geojson";
import type { LonLat } from "../base/lon-lat.ts";
import type { Unit } from "../coverage/people.ts";

export interface UnitShape {
  readonly unit: Unit;
  readonly geometry: MultiPolygon;
}

/** The first of the shapes that holds the point, border included; null outside all of them. */
export function unitAt(shapes: readonly UnitShape[], [lon, lat]: LonLat): Unit | null {
  const found = shapes.find(({ unit: { bbox }, geometry }) => {
    const isNear = lon >= bbox[0] && lon <= bbox[2] && lat >= bbox[1] && lat <= bbox[3];
    return isNear && booleanPointInPolygon([lon, lat], geometry);
  });
  return found?.unit ?? null;
}
