/** What a residence can choose from beside its nearest facility: the second nearest, and how many are within a limit. @module */
import { UNREACHED } from "../base/units.ts";
import { countWithinLimits } from "../reach/count-within.ts";
import { kNearestForAll } from "../reach/k-nearest.ts";
import type { Ends } from "../reach/nearest.ts";
import type { Walker } from "../reach/walker.ts";
import type { CategoryWalks } from "./category-walks.ts";
import type { Starts } from "./starts.ts";

export interface SecondNearest {
  /** Shape [r]. Whole walk as the limit judges it, {@link UNREACHED} where no second facility can be walked to. */
  readonly totalMm: Int32Array;
  /** Shape [r]. Index of the facility, −1 where none. */
  readonly facility: Int32Array;
}

/** Over all starts of a residence, and never the facility that is nearest; of equal walks the earlier facility counts. */
export function secondNearest(walker: Walker, starts: Starts, ends: Ends, nearest: CategoryWalks): SecondNearest {
  const found = kNearestForAll(walker, starts, ends, 2);
  const totalMm = new Int32Array(nearest.totalMm.length).fill(UNREACHED);
  const endOf = new Int32Array(totalMm.length).fill(-1);
  for (let r = 0; r < totalMm.length; r++) {
    for (let i = 2 * starts.first[r]; i < 2 * starts.first[r + 1]; i++) {
      const end = found.end[i];
      if (end < 0 || ends.facility[end] === nearest.facility[r]) continue;
      const mm = found.totalMm[i];
      if (mm > totalMm[r] || (mm === totalMm[r] && end >= endOf[r])) continue;
      totalMm[r] = mm;
      endOf[r] = end;
    }
  }
  return { totalMm, facility: endOf.map((end) => (end < 0 ? -1 : ends.facility[end])) };
}

/**
 * How many facilities a residence reaches by any of its starts.
 *
 * @returns one column a limit, shape [r] each
 */
export function facilitiesWithin(
  walker: Walker,
  starts: Starts,
  ends: Ends,
  limitsMm: readonly number[],
): Int32Array[] {
  const { first } = starts;
  const ofStart = new Int32Array(first[first.length - 1]);
  for (let r = 0; r + 1 < first.length; r++) ofStart.fill(r, first[r], first[r + 1]);
  return countWithinLimits(walker, starts, { count: first.length - 1, ofStart }, ends, limitsMm);
}
