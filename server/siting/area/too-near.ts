/** Pairs of candidates nearer to each other in a straight line than a rule allows; exactly the distance complies. @module */
import type { LonLat } from "../../base/lon-lat.ts";
import { pieceLengthM } from "../../base/metric.ts";

/** No degree of latitude is shorter anywhere (it is 110,574 m at the equator). */
const LEAST_METRES_PER_LAT = 110_570;

/** @param distanceM exclusive */
export function pairsTooNear(positions: readonly LonLat[], distanceM: number): [number, number][] {
  const order = Array.from(positions.keys()).sort((a, b) => positions[a][1] - positions[b][1]);
  const pairs: [number, number][] = [];
  for (let i = 0; i < order.length; i++) {
    const [lon, lat] = positions[order[i]];
    for (let k = i + 1; k < order.length; k++) {
      const [otherLon, otherLat] = positions[order[k]];
      if ((otherLat - lat) * LEAST_METRES_PER_LAT >= distanceM) break;
      if (pieceLengthM(lon, lat, otherLon, otherLat) < distanceM)
        pairs.push([Math.min(order[i], order[k]), Math.max(order[i], order[k])]);
    }
  }
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
