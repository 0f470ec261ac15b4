/** The walk from every residence to the facility that it would walk to if the nearest one closed. @module */
import { UNREACHED } from "../base/units.ts";
import { kNearestForAll } from "../reach/k-nearest.ts";
import type { Walker } from "../reach/walker.ts";
import { type CategoryWalks, endsOfCategory } from "./category-walks.ts";
import type { Openness } from "./hours/open-at.ts";
import type { Facilities } from "./people.ts";
import type { Starts } from "./starts.ts";

/** Shape [r] each. */
export interface SecondWalks {
  /** Whole walk as the limit judges it, {@link UNREACHED} where none leads to a second facility. */
  readonly totalMm: Int32Array;
  /** Index of that facility, −1 where there is none. */
  readonly facility: Int32Array;
}

/**
 * Exact: of every residence's best gate, as the nearest ones are, and equally near facilities by their order.
 *
 * @param open a walker of the same streets whom nothing restricts
 * @param openness as for `nearest`: of those that are surely open
 */
export function secondWalks(
  walker: Walker,
  open: Walker,
  starts: Starts,
  facilities: Facilities,
  category: number,
  openness: Openness | null,
  nearest: CategoryWalks,
): SecondWalks {
  const { sure } = endsOfCategory(walker, open, facilities, category, openness);
  const ends = { places: sure.places, facility: Int32Array.from(sure.facility) };
  const { totalMm, end } = kNearestForAll(walker, starts, ends, 2);
  const count = starts.first.length - 1;
  const second = { totalMm: new Int32Array(count).fill(UNREACHED), facility: new Int32Array(count).fill(-1) };
  for (let r = 0; r < count; r++) {
    let best = -1;
    for (let i = 2 * starts.first[r]; i < 2 * starts.first[r + 1]; i++) {
      if (end[i] < 0 || ends.facility[end[i]] === nearest.facility[r]) continue;
      if (best < 0 || totalMm[i] < totalMm[best] || (totalMm[i] === totalMm[best] && end[i] < end[best])) best = i;
    }
    if (best < 0) continue;
    second.totalMm[r] = totalMm[best];
    second.facility[r] = ends.facility[end[best]];
  }
  return second;
}
