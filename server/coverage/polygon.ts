/** A drawn polygon as one more unit. @module */
import type { MultiPolygon } from "geojson";
import type { BBox } from "../base/lon-lat.ts";
import { EMPTY_BBOX, extendBBox } from "../base/lon-lat.ts";
import { containsPoint } from "../import/boundaries/contains.ts";
import type { Rings } from "../import/boundaries/rings.ts";
import type { Groups } from "./groups.ts";
import type { Facilities, Residences } from "./people.ts";

interface Points {
  readonly count: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/** One group without a unit: what is inside by its point, exactly on the border included. */
export function groupInside(polygon: MultiPolygon, residences: Residences, facilities: Facilities): Groups {
  return { units: [null], ofResidence: placesIn(polygon, residences), ofFacility: placesIn(polygon, facilities) };
}

/** West, south, east, north. */
export function boxOf({ coordinates }: MultiPolygon): BBox {
  return coordinates.flat(2).reduce<BBox>((box, [lon, lat]) => extendBBox(box, [lon, lat]), EMPTY_BBOX);
}

/** Shape [count]. 0 inside, −1 outside. */
function placesIn(polygon: MultiPolygon, { count, lon, lat }: Points): Int32Array {
  const [west, south, east, north] = boxOf(polygon);
  const rings = polygon.coordinates as unknown as readonly Rings[];
  const isIn = (i: number) =>
    lon[i] >= west && lon[i] <= east && lat[i] >= south && lat[i] <= north && containsPoint(rings, [lon[i], lat[i]]);
  return Int32Array.from({ length: count }, (_, i) => (isIn(i) ? 0 : -1));
}
