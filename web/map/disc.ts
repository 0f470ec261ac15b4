/** A circle on the ground as a polygon: a picture, never a verdict. @module */
import type { Polygon } from "geojson";
import type { Place } from "../state/view.ts";

const CORNERS = 96;
const RADIANS = Math.PI / 180;

/** Metres in one degree of longitude and of latitude (series of WGS 84). */
function metresPerDegree(lat: number): { lon: number; lat: number } {
  const phi = lat * RADIANS;
  return {
    lon: 111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
    lat: 111_132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
  };
}

export function disc([lon, lat]: Place, radiusM: number): Polygon {
  const degree = metresPerDegree(lat);
  const ring = Array.from({ length: CORNERS + 1 }, (_, i) => {
    const angle = ((i % CORNERS) / CORNERS) * 2 * Math.PI;
    return [lon + (radiusM * Math.cos(angle)) / degree.lon, lat + (radiusM * Math.sin(angle)) / degree.lat];
  });
  return { type: "Polygon", coordinates: [ring] };
}

/** Flat metres between neighbours, for what follows the pointer. */
export function roughMetres([lonA, latA]: Place, [lonB, latB]: Place): number {
  const degree = metresPerDegree((latA + latB) / 2);
  return Math.hypot((lonB - lonA) * degree.lon, (latB - latA) * degree.lat);
}
