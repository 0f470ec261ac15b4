/** How much of a set of categories is reached: the life circle as a whole, which no single category tells. @module */
import type { CategoryWalks } from "./category-walks.ts";
import { type Groups, membersOf } from "./groups.ts";
import type { Residences, Unit } from "./people.ts";
import type { PeopleCount, Tally } from "./tally.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** Shape [r] each; what is left of the set is known not to be reached. */
export interface SetVerdicts {
  /** Number of categories, > 0. */
  readonly size: number;
  readonly reached: Uint16Array;
  readonly unknown: Uint16Array;
}

export interface CompletenessTally {
  readonly unit: Unit | null;
  /** covered: the whole set is reached; uncovered: something of it is known not to be; unknown: neither can be said. */
  readonly residences: Tally;
  readonly households: Tally;
  readonly residents: Tally;
  /** By number of categories reached, 0 … size, of those of whom every category is known. */
  readonly reached: readonly PeopleCount[];
  /** Those of whom some category is unknown, in none of `reached`. */
  readonly partlyUnknown: PeopleCount;
  /** Categories reached by a resident on average, of those in `reached`; null where that is nobody. */
  meanReached: number | null;
}

/** @param walks of the categories of the set */
export function verdictsOfSet(walks: readonly CategoryWalks[], residences: Residences, limitMm: number): SetVerdicts {
  const reached = new Uint16Array(residences.count);
  const unknown = new Uint16Array(residences.count);
  for (const ofCategory of walks) {
    for (let r = 0; r < residences.count; r++) {
      const verdict = verdictOf(ofCategory, r, limitMm);
      if (verdict === "covered") reached[r]++;
      else if (verdict === "unknown") unknown[r]++;
    }
  }
  return { size: walks.length, reached, unknown };
}

/** Whether the whole set is reached: one category known to be missing decides, whatever is unknown beside it. */
export function verdictOfSet({ size, reached, unknown }: SetVerdicts, residence: number): Verdict {
  if (reached[residence] === size) return "covered";
  return reached[residence] + unknown[residence] === size ? "unknown" : "uncovered";
}

/** By group, and last what lies outside all of them if there is anything. */
export function completenessBy(groups: Groups, residences: Residences, verdicts: SetVerdicts): CompletenessTally[] {
  const tallies = membersOf(groups).map((members, g) => {
    const tally = emptyTally(groups.units[g] ?? null, verdicts.size);
    for (const r of members) addResidence(tally, residences, r, verdicts);
    const judged = tally.reached.reduce((sum, { residents }) => sum + residents, 0);
    const reached = tally.reached.reduce((sum, { residents }, count) => sum + residents * count, 0);
    tally.meanReached = judged === 0 ? null : reached / judged;
    return tally;
  });
  const isUsed = groups.units.length === 0 || tallies[groups.units.length].residences.total > 0;
  return isUsed ? tallies : tallies.slice(0, -1);
}

function addResidence(tally: CompletenessTally, residences: Residences, r: number, verdicts: SetVerdicts): void {
  const households = Math.max(0, residences.households[r]);
  const residents = Math.max(0, residences.residents[r]);
  const verdict = verdictOfSet(verdicts, r);
  for (const [column, amount] of [
    [tally.residences, 1] as const,
    [tally.households, households] as const,
    [tally.residents, residents] as const,
  ]) {
    column.total += amount;
    column[verdict] += amount;
  }
  const count = verdicts.unknown[r] > 0 ? tally.partlyUnknown : tally.reached[verdicts.reached[r]];
  count.residences++;
  count.households += households;
  count.residents += residents;
}

function emptyTally(unit: Unit | null, size: number): CompletenessTally {
  const zero = (): Tally => ({ total: 0, covered: 0, uncovered: 0, unknown: 0 });
  const nobody = (): PeopleCount => ({ residences: 0, households: 0, residents: 0 });
  return {
    unit,
    residences: zero(),
    households: zero(),
    residents: zero(),
    reached: Array.from({ length: size + 1 }, nobody),
    partlyUnknown: nobody(),
    meanReached: null,
  };
}
