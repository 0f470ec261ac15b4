/**
 * Short distances on WGS 84, exact to about 1e-9 over a street's length.
 *
 * cheap-ruler uses the same series but fixes one latitude an instance; 0.05° away from it a kilometre is off by 6 cm,
 * which is more than the centimetre that walks are checked to. Here the latitude is that of the piece itself.
 * @module
 */

const EQUATORIAL_RADIUS_M = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
const RADIANS = Math.PI / 180;

/** Metres in one degree of longitude at a latitude (prime vertical radius × cosine). */
export function metresPerLon(lat: number): number {
  const sin = Math.sin(lat * RADIANS);
  return (EQUATORIAL_RADIUS_M / Math.sqrt(1 - ECCENTRICITY_SQUARED * sin * sin)) * Math.cos(lat * RADIANS) * RADIANS;
}

/** Metres in one degree of latitude at a latitude (meridional radius). */
export function metresPerLat(lat: number): number {
  const sin = Math.sin(lat * RADIANS);
  const w = 1 - ECCENTRICITY_SQUARED * sin * sin;
  return ((EQUATORIAL_RADIUS_M * (1 - ECCENTRICITY_SQUARED)) / (w * Math.sqrt(w))) * RADIANS;
}

/** Difference of two longitudes in −180 … 180, so that a street across the antimeridian is short. */
export function lonDifference(fromLon: number, toLon: number): number {
  const raw = toLon - fromLon;
  return raw > 180 ? raw - 360 : raw < -180 ? raw + 360 : raw;
}

/** Length of a straight piece in metres; for pieces of up to some kilometres. */
export function pieceLengthM(fromLon: number, fromLat: number, toLon: number, toLat: number): number {
  const midLat = (fromLat + toLat) / 2;
  const dx = lonDifference(fromLon, toLon) * metresPerLon(midLat);
  const dy = (toLat - fromLat) * metresPerLat(midLat);
  return Math.sqrt(dx * dx + dy * dy);
}
