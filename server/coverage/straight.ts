/** Straight lines to the nearest of some points: no walk there can be shorter. @module */
import { pieceLengthM } from "../base/metric.ts";
import { firstNotBelow } from "../base/sorted.ts";
import { MM_PER_M, UNREACHED } from "../base/units.ts";

interface Points {
  /** Shape [count] each. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/** No degree of latitude is shorter anywhere (it is 110,574 m at the equator). */
const LEAST_METRES_PER_LAT = 110_570;

/** Shape [from]. Whole millimetres, rounded down; {@link UNREACHED} where there is no target. */
export function nearestStraightMm(from: Points, targets: Points): Int32Array {
  const order = Array.from(targets.lat.keys()).sort((a, b) => targets.lat[a] - targets.lat[b]);
  const lats = Float64Array.from(order, (t) => targets.lat[t]);
  return Int32Array.from(from.lat, (lat, i) => {
    const lon = from.lon[i];
    let bestM = Infinity;
    const isNear = (at: number) =>
      at >= 0 && at < lats.length && Math.abs(lats[at] - lat) * LEAST_METRES_PER_LAT < bestM;
    const middle = firstNotBelow(lats, lat);
    // Outwards by latitude, until that alone is farther than the best.
    for (let north = middle, south = middle - 1; isNear(north) || isNear(south); north++, south--) {
      if (isNear(north)) bestM = Math.min(bestM, pieceLengthM(lon, lat, targets.lon[order[north]], lats[north]));
      if (isNear(south)) bestM = Math.min(bestM, pieceLengthM(lon, lat, targets.lon[order[south]], lats[south]));
    }
    return Math.min(UNREACHED, Math.floor(bestM * MM_PER_M));
  });
}
