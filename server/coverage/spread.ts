/**
 * How walks are spread among people: their mean, the walk that nine in ten do not exceed, and how far apart the best and
 * the worst served tenth are.
 *
 * Counted are the residents of residences with a known walk, whatever its length. Whoever has no walk at all, or of whom
 * nothing is known, is in none of these figures: both are counted beside them.
 * @module
 */
import { type CategoryWalks, State } from "./category-walks.ts";
import type { Residences } from "./people.ts";

export interface Spread {
  /** Residents with a known walk. */
  readonly residents: number;
  /** Walk as the limit judges it, weighted by residents; null where `residents` is 0, as with the next two. */
  readonly meanMm: number | null;
  /** The shortest walk that at least one, or nine, tenths of the residents do not exceed: always the walk of somebody. */
  readonly p10Mm: number | null;
  readonly p90Mm: number | null;
  /**
   * `p90Mm − p10Mm`, the interdecile range: of 100 people the 11th worst served walks so much farther than the 10th best.
   * A difference and no ratio, so that it can be said in minutes and doorsteps beside a facility do not blow it up. Null
   * with fewer than {@link FEWEST_RESIDENCES} inhabited residences, where a tenth is less than one of them.
   */
  readonly gapMm: number | null;
}

/** Deciles of fewer than ten values do not differ from their extremes. */
export const FEWEST_RESIDENCES = 10;
/** Walks are below 2³¹ and residences below 2²², so that both fit one exact number, which sorts without a comparator. */
const PLACES = 2 ** 22;

/** @param members indices of the residences */
export function spreadOf({ residents }: Residences, { state, totalMm }: CategoryWalks, members: Int32Array): Spread {
  const keys = new Float64Array(members.length);
  let count = 0;
  let people = 0;
  let weightedMm = 0;
  for (let i = 0; i < members.length; i++) {
    const r = members[i];
    if (state[r] !== State.WALK || residents[r] <= 0) continue;
    keys[count++] = totalMm[r] * PLACES + i;
    people += residents[r];
    weightedMm += residents[r] * totalMm[r];
  }
  if (people === 0) return { residents: 0, meanMm: null, p10Mm: null, p90Mm: null, gapMm: null };
  const sorted = keys.subarray(0, count).sort();
  const tenth = (tenths: number): number => {
    let passed = 0;
    for (let i = 0; i < count; i++) {
      passed += residents[members[sorted[i] % PLACES]];
      if (passed * 10 >= people * tenths) return Math.floor(sorted[i] / PLACES);
    }
    throw new Error("unreachable: all people are ten tenths of them");
  };
  const [p10Mm, p90Mm] = [tenth(1), tenth(9)];
  return {
    residents: people,
    meanMm: weightedMm / people,
    p10Mm,
    p90Mm,
    gapMm: count < FEWEST_RESIDENCES ? null : p90Mm - p10Mm,
  };
}
