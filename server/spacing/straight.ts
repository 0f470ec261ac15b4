/**
 * Whether two points are nearer than a rule asks, exactly: a flat formula decides where it is sure to, and the geodesic
 * where the limit is near. The same micrometres come out whichever of the two points is named first.
 * @module
 */
import { geodesicM } from "../base/geodesic.ts";
import type { LonLat } from "../base/lon-lat.ts";
import { lonDifference, metresPerLat, metresPerLon } from "../base/metric.ts";

const RADIANS = Math.PI / 180;
/** Mean radius; only a bound rests on it. */
const EARTH_M = 6_371_000;
/** Beyond it the flat formula's error grows without a useful bound. */
const FLAT_TO_LAT = 80;
const FLAT_TO_M = 20_000;

/**
 * Most that the flat formula of `pieceLengthM` errs over a length: d³/R² · (1 + tan²φ), 20 times what was seen of
 * 2 million random pairs up to 20 km and 80° of latitude.
 */
export function flatErrorM(metres: number, lat: number): number {
  if (Math.abs(lat) > FLAT_TO_LAT || metres > FLAT_TO_M) return Infinity;
  const tan = Math.tan(Math.abs(lat) * RADIANS);
  return (metres * metres * metres * (1 + tan * tan)) / (EARTH_M * EARTH_M) + 1e-6;
}

/** Positions in degrees. */
export interface FlatPoints {
  /** Shape [count] each. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/**
 * Metres between two points where they are nearer than the limit, else −1: within a micrometre of the geodesic where
 * that is far from the limit, and the geodesic itself where it is near.
 */
export function nearerThan({ lon, lat }: FlatPoints, a: number, b: number, limitM: number): number {
  return nearerAt(lon[a], lat[a], lon[b], lat[b], limitM);
}

/** As {@link nearerThan}, of positions. */
export function nearerAt(lonA: number, latA: number, lonB: number, latB: number, limitM: number): number {
  const middle = (latA + latB) / 2;
  const dx = lonDifference(lonA, lonB) * metresPerLon(middle);
  const dy = (latB - latA) * metresPerLat(middle);
  const flatM = Math.sqrt(dx * dx + dy * dy);
  const errorM = flatErrorM(Math.max(flatM, limitM), middle);
  if (flatM - errorM >= limitM) return -1;
  if (flatM + errorM < limitM) return flatM;
  const exactM = geodesicBetween([lonA, latA], [lonB, latB]);
  return exactM < limitM ? exactM : -1;
}

/** The solver's last digits depend on the order of its points: the southern, then the western one comes first. */
export function geodesicBetween(one: LonLat, other: LonLat): number {
  const inOrder = one[1] < other[1] || (one[1] === other[1] && one[0] <= other[0]);
  const [p, q] = inOrder ? [one, other] : [other, one];
  return geodesicM(p[0], p[1], q[0], q[1]);
}
