/** Sums over residences: covered + uncovered + unknown = total, in residences, households and residents. @module */
import { type CategoryWalks, State } from "./category-walks.ts";
import type { Facilities, Residences, Unit } from "./people.ts";
import { type Reason, reasonOf, type Verdict, verdictOf } from "./verdict.ts";

export interface Tally {
  total: number;
  covered: number;
  uncovered: number;
  unknown: number;
}

export interface UnitTally {
  /** null: what lies outside every unit of the level. */
  readonly unit: Unit | null;
  readonly residences: Tally;
  readonly households: Tally;
  readonly residents: Tally;
  /** Facilities of the category inside the unit. */
  facilities: number;
  /** Residences whose people are estimates. */
  estimatedResidences: number;
  /** Residences without any figure of people. */
  peopleUnknownResidences: number;
  readonly unknownReasons: Record<string, number>;
  /** Sum of residents × walk over residences with a known walk, and those residents. */
  walkedMm: number;
  walkedResidents: number;
}

export type Level = "area" | "subdistrict" | "community";

/**
 * Tallies by unit of the level, in the order of `units`, and last what lies outside all of them if there is anything.
 * For `area` one tally.
 */
export function tallyBy(
  level: Level,
  units: readonly Unit[],
  residences: Residences,
  facilities: Facilities,
  category: number,
  walks: CategoryWalks,
  limitMm: number,
): UnitTally[] {
  const tallies = level === "area" ? [] : units.map(emptyTally);
  const outside = emptyTally(null);
  const unitOf = (columns: { community: Int32Array; subdistrict: Int32Array }, i: number): UnitTally => {
    const index = level === "area" ? -1 : columns[level][i];
    return index < 0 ? outside : tallies[index];
  };
  for (let r = 0; r < residences.count; r++) addResidence(unitOf(residences, r), residences, r, walks, limitMm);
  for (let f = 0; f < facilities.count; f++) {
    if (facilities.category[f] === category) unitOf(facilities, f).facilities++;
  }
  const isUsed = level === "area" || outside.residences.total > 0 || outside.facilities > 0;
  return isUsed ? [...tallies, outside] : tallies;
}

function addResidence(
  tally: UnitTally,
  residences: Residences,
  r: number,
  walks: CategoryWalks,
  limitMm: number,
): void {
  const verdict = verdictOf(walks, r, limitMm);
  const households = residences.households[r];
  const residents = residences.residents[r];
  add(tally.residences, verdict, 1);
  if (households >= 0) add(tally.households, verdict, households);
  if (residents >= 0) add(tally.residents, verdict, residents);
  if (households < 0 && residents < 0) tally.peopleUnknownResidences++;
  if (residences.estimated[r] === 1) tally.estimatedResidences++;
  if (walks.state[r] === State.WALK && residents > 0) {
    tally.walkedMm += residents * walks.totalMm[r];
    tally.walkedResidents += residents;
  }
  if (verdict !== "unknown") return;
  const reason = reasonOf(walks, r) as Reason;
  tally.unknownReasons[reason] = (tally.unknownReasons[reason] ?? 0) + 1;
}

function add(tally: Tally, verdict: Verdict, amount: number): void {
  tally.total += amount;
  tally[verdict] += amount;
}

function emptyTally(unit: Unit | null): UnitTally {
  const zero = (): Tally => ({ total: 0, covered: 0, uncovered: 0, unknown: 0 });
  return {
    unit,
    residences: zero(),
    households: zero(),
    residents: zero(),
    facilities: 0,
    estimatedResidences: 0,
    peopleUnknownResidences: 0,
    unknownReasons: {},
    walkedMm: 0,
    walkedResidents: 0,
  };
}

/** covered ÷ (covered + uncovered), 0 … 1; null where nobody is known. */
export function shareOf({ covered, uncovered }: Tally): number | null {
  return covered + uncovered === 0 ? null : covered / (covered + uncovered);
}
