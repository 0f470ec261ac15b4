/** Sums over residences: covered + uncovered + unknown = total, in residences, households and residents. @module */
import type { AgeGroup } from "../import/age-groups.ts";
import { type CategoryWalks, State } from "./category-walks.ts";
import { type Groups, membersOf } from "./groups.ts";
import type { Facilities, Residences, Unit } from "./people.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { type Reason, reasonOf, type Verdict, verdictOf } from "./verdict.ts";

export interface Tally {
  total: number;
  covered: number;
  uncovered: number;
  unknown: number;
}

/** People of one age group. Groups overlap, and are never added up. */
export interface AgeTally extends Tally {
  /** Residences that are not in it, as nobody knows how many of the group live there. */
  unknownResidences: number;
}
export type AgeTallies = Partial<Record<AgeGroup, AgeTally>>;

/** Residences, and the known people in them. */
export interface PeopleCount {
  residences: number;
  households: number;
  residents: number;
}

export interface UnitTally {
  /** null: what lies outside every unit of the level, the whole of an area, or a drawn polygon. */
  readonly unit: Unit | null;
  readonly residences: Tally;
  readonly households: Tally;
  readonly residents: Tally;
  /** Groups of which anything is known anywhere in the area. */
  readonly ages: AgeTallies;
  /** Residences that are in no sum of that measure, as nobody knows their number. */
  householdsUnknownResidences: number;
  residentsUnknownResidences: number;
  /** Residences without any figure of people. */
  peopleUnknownResidences: number;
  /** Residences whose people are estimates. */
  estimatedResidences: number;
  /** What is unknown, by reason. */
  readonly unknownReasons: Record<string, PeopleCount>;
  /** Facilities of the category inside the unit. */
  facilities: number;
  /** Covered, and the nearest facility stands outside the unit: no border cuts a walk. */
  readonly servedFromOutside: PeopleCount;
  /** Residents who are uncovered not for the length of their walk: none leads to any facility. */
  residentsWithoutWalk: number;
  readonly spread: Spread;
}

/** Tallies by group, in their order, and last what lies outside all of them if there is anything. */
export function tallyBy(
  groups: Groups,
  residences: Residences,
  facilities: Facilities,
  category: number,
  walks: CategoryWalks,
  limitMm: number,
): UnitTally[] {
  const { units, ofFacility } = groups;
  const tallies = membersOf(groups).map((members, g) => {
    const ages = agesOf(residences, members, walks, limitMm);
    const tally = emptyTally(units[g] ?? null, ages, spreadOf(residences, walks, members));
    for (const r of members) addResidence(tally, groups, residences, r, walks, limitMm);
    return tally;
  });
  for (let f = 0; f < facilities.count; f++) {
    if (facilities.category[f] === category) tallies[ofFacility[f] < 0 ? units.length : ofFacility[f]].facilities++;
  }
  const outside = tallies[units.length];
  const isUsed = units.length === 0 || outside.residences.total > 0 || outside.facilities > 0;
  return isUsed ? tallies : tallies.slice(0, -1);
}

function addResidence(
  tally: UnitTally,
  { ofResidence, ofFacility }: Groups,
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
  else tally.householdsUnknownResidences++;
  if (residents >= 0) add(tally.residents, verdict, residents);
  else tally.residentsUnknownResidences++;
  if (households < 0 && residents < 0) tally.peopleUnknownResidences++;
  if (residences.estimated[r] === 1) tally.estimatedResidences++;
  if (walks.state[r] !== State.WALK && verdict === "uncovered") tally.residentsWithoutWalk += Math.max(0, residents);
  if (verdict === "covered" && ofFacility[walks.facility[r]] !== ofResidence[r])
    addPeople(tally.servedFromOutside, households, residents);
  if (verdict !== "unknown") return;
  const reason = reasonOf(walks, r, limitMm) as Reason;
  tally.unknownReasons[reason] ??= nobody();
  addPeople(tally.unknownReasons[reason], households, residents);
}

function agesOf({ ages }: Residences, members: Int32Array, walks: CategoryWalks, limitMm: number): AgeTallies {
  const tallies: AgeTallies = {};
  for (const [group, people] of ages) {
    const tally: AgeTally = { ...zero(), unknownResidences: 0 };
    for (const r of members) {
      if (people[r] < 0) tally.unknownResidences++;
      else add(tally, verdictOf(walks, r, limitMm), people[r]);
    }
    tallies[group] = tally;
  }
  return tallies;
}

function add(tally: Tally, verdict: Verdict, amount: number): void {
  tally.total += amount;
  tally[verdict] += amount;
}

/** @param households −1 where unknown, as are `residents` */
function addPeople(count: PeopleCount, households: number, residents: number): void {
  count.residences++;
  count.households += Math.max(0, households);
  count.residents += Math.max(0, residents);
}

function emptyTally(unit: Unit | null, ages: AgeTallies, spread: Spread): UnitTally {
  return {
    unit,
    residences: zero(),
    households: zero(),
    residents: zero(),
    ages,
    householdsUnknownResidences: 0,
    residentsUnknownResidences: 0,
    peopleUnknownResidences: 0,
    estimatedResidences: 0,
    unknownReasons: {},
    facilities: 0,
    servedFromOutside: nobody(),
    residentsWithoutWalk: 0,
    spread,
  };
}

function zero(): Tally {
  return { total: 0, covered: 0, uncovered: 0, unknown: 0 };
}

function nobody(): PeopleCount {
  return { residences: 0, households: 0, residents: 0 };
}

/** covered ÷ (covered + uncovered), 0 … 1; null where nobody is known. */
export function shareOf({ covered, uncovered }: Tally): number | null {
  return covered + uncovered === 0 ? null : covered / (covered + uncovered);
}

/** unknown ÷ total, 0 … 1; null where there is nobody. */
export function unknownShareOf({ total, unknown }: Tally): number | null {
  return total === 0 ? null : unknown / total;
}
