/**
 * Geodesic distance on WGS 84 (Karney 2013, through GeographicLib): what rules about straight lines are decided by.
 * PostGIS asks the same algorithm for `ST_Distance(geography)`, so that both agree far below a millimetre.
 * @module
 */
import geographiclib from "geographiclib-geodesic";
import type { LonLat } from "./lon-lat.ts";

const { Geodesic } = geographiclib;

/** Positions in degrees carry some nanometres; below a micrometre two distances are one. */
const STEPS_A_METRE = 1e6;

/** Metres, rounded to the micrometre, so that a point laid out at exactly 500 m is found at 500 m. */
export function geodesicM(fromLon: number, fromLat: number, toLon: number, toLat: number): number {
  const { s12 = Number.NaN } = Geodesic.WGS84.Inverse(fromLat, fromLon, toLat, toLon, Geodesic.DISTANCE);
  return Math.round(s12 * STEPS_A_METRE) / STEPS_A_METRE;
}

/** Where a straight line of so many metres ends; the azimuth is in degrees, clockwise from north. */
export function geodesicEnd([lon, lat]: LonLat, azimuth: number, metres: number): LonLat {
  const end = Geodesic.WGS84.Direct(lat, lon, azimuth, metres, Geodesic.LATITUDE | Geodesic.LONGITUDE);
  return [end.lon2 ?? Number.NaN, end.lat2 ?? Number.NaN];
}
