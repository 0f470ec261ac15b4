/**
 * How walks lie over the minutes: whom a limit would serve minute by minute, and how many walk between two of them.
 * Every figure is a difference or a copy of what a tally at that limit says, so that charts and tables never disagree.
 * @module
 */
import { UNREACHED } from "../base/units.ts";
import { type CategoryWalks, State } from "./category-walks.ts";
import type { Residences } from "./people.ts";
import type { PeopleCount, Tally } from "./tally.ts";
import { isUnknownAtEveryLimit, unseenMm } from "./verdict.ts";

/** Who is covered, uncovered and unknown at one limit. */
export interface TallyAt {
  readonly residences: Tally;
  readonly households: Tally;
  readonly residents: Tally;
}

export interface WalkSpread {
  /** One for each limit, in their order. */
  readonly at: readonly TallyAt[];
  /** One for each limit: those with a walk beyond the limit before, and within this one, who are not unknown at `asked`. */
  readonly walks: readonly PeopleCount[];
  /** Beyond the last limit, not unknown at `asked`. */
  readonly farther: PeopleCount;
  /** No walk leads to any facility, and that is known at `asked`. */
  readonly without: PeopleCount;
  /** Unknown at `asked`, whatever walk is known. */
  readonly unknown: PeopleCount;
}

/**
 * @param members indices of the residences
 * @param limitsMm rising, inclusive each
 * @param asked index into the limits: the one that decides who is unknown
 */
export function walksByLimit(
  residences: Residences,
  walks: CategoryWalks,
  members: Int32Array,
  limitsMm: readonly number[],
  asked: number,
): WalkSpread {
  const count = limitsMm.length;
  // Where a verdict begins: sums of what begins at each limit become, added up, the verdicts at it.
  const covered = counts(count + 1);
  const unknownFrom = counts(count + 1);
  const unknownUntil = counts(count + 1);
  const total = nobody();
  const inBin = counts(count);
  const [farther, without, unknown] = [nobody(), nobody(), nobody()];
  for (const r of members) {
    const known = isUnknownAtEveryLimit(walks, r) ? 0 : 1;
    const walkMm = walks.state[r] === State.WALK ? walks.totalMm[r] : UNREACHED;
    const within = known === 1 ? firstAtLeast(limitsMm, walkMm) : count;
    const unsure = known === 1 ? firstAtLeast(limitsMm, unseenMm(walks, r)) : 0;
    const add = (to: PeopleCount) => addResidence(to, residences, r);
    add(total);
    add(covered[within]);
    if (unsure < within) {
      add(unknownFrom[unsure]);
      add(unknownUntil[within]);
    }
    if (unsure <= asked && asked < within) add(unknown);
    else if (walkMm === UNREACHED) add(without);
    else if (within === count) add(farther);
    else add(inBin[within]);
  }
  const reached = nobody();
  const [entered, left] = [nobody(), nobody()];
  const at = limitsMm.map((_, k) => {
    addAll(reached, covered[k]);
    addAll(entered, unknownFrom[k]);
    addAll(left, unknownUntil[k]);
    return {
      residences: tallyOf("residences", total, reached, entered, left),
      households: tallyOf("households", total, reached, entered, left),
      residents: tallyOf("residents", total, reached, entered, left),
    };
  });
  return { at, walks: inBin, farther, without, unknown };
}

function tallyOf(
  measure: keyof PeopleCount,
  total: PeopleCount,
  reached: PeopleCount,
  entered: PeopleCount,
  left: PeopleCount,
): Tally {
  const covered = reached[measure];
  const unknown = entered[measure] - left[measure];
  return { total: total[measure], covered, uncovered: total[measure] - covered - unknown, unknown };
}

/** Index of the first limit that is no shorter; their number where all are. */
function firstAtLeast(limitsMm: readonly number[], mm: number): number {
  if (mm === UNREACHED) return limitsMm.length;
  let [low, high] = [0, limitsMm.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (limitsMm[middle] < mm) low = middle + 1;
    else high = middle;
  }
  return low;
}

function addResidence(to: PeopleCount, { households, residents }: Residences, r: number): void {
  to.residences++;
  to.households += Math.max(0, households[r]);
  to.residents += Math.max(0, residents[r]);
}

function addAll(to: PeopleCount, from: PeopleCount): void {
  to.residences += from.residences;
  to.households += from.households;
  to.residents += from.residents;
}

function counts(length: number): PeopleCount[] {
  return Array.from({ length }, nobody);
}

function nobody(): PeopleCount {
  return { residences: 0, households: 0, residents: 0 };
}
