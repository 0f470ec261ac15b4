/** The nearest facility of a category as the crow flies: what the streets are held against. @module */

import type { LonLat } from "../../base/lon-lat.ts";
import { metresPerLat, pieceLengthM } from "../../base/metric.ts";
import { Open, type Openness } from "../hours/open-at.ts";
import type { Facilities } from "../people.ts";

export interface StraightNearest {
  readonly facility: number;
  /** Straight distance, from point to point. */
  readonly metres: number;
}

/**
 * Finder over the facilities of one category; null where there is none. Of equally near ones the first in their order.
 *
 * @param openness at the moment asked about, when only those count that are surely open; null where none is
 */
export function straightFinder(
  facilities: Facilities,
  category: number,
  openness: Openness | null,
): (from: LonLat) => StraightNearest | null {
  const { lon, lat } = facilities;
  const own = Array.from({ length: facilities.count }, (_, f) => f)
    .filter((f) => facilities.category[f] === category && (openness === null || openness[f] === Open.YES))
    .sort((a, b) => lat[a] - lat[b] || a - b);
  return ([fromLon, fromLat]) => {
    let best: StraightNearest | null = null;
    // The least that a degree of latitude measures anywhere: whoever lies so far north or south is at least this far.
    const degreeM = metresPerLat(0);
    const offer = (f: number): boolean => {
      if (best !== null && Math.abs(lat[f] - fromLat) * degreeM > best.metres) return false;
      const metres = pieceLengthM(fromLon, fromLat, lon[f], lat[f]);
      if (best === null || metres < best.metres || (metres === best.metres && f < best.facility))
        best = { facility: f, metres };
      return true;
    };
    const middle = firstNorthOf(own, lat, fromLat);
    for (let i = middle; i < own.length && offer(own[i]); i++);
    for (let i = middle - 1; i >= 0 && offer(own[i]); i--);
    return best;
  };
}

/** Position of the first that does not lie south of a latitude. */
function firstNorthOf(sorted: readonly number[], lat: Float64Array, at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if (lat[sorted[half]] < at) low = half + 1;
    else high = half;
  }
  return low;
}
