/** What a scenario changes for people: who gains cover and who loses it, by unit, and which residences notice anything. @module */
import type { AgeGroup } from "../../import/age-groups.ts";
import { type CategoryWalks, State } from "../category-walks.ts";
import type { Residences, Unit } from "../people.ts";
import type { Tally } from "../tally.ts";
import { VERDICTS, type Verdict, verdictIndex, verdictOf } from "../verdict.ts";
import type { ChangedWalks } from "./changed-walks.ts";

/** From each verdict (row) to each (column). */
const PAIRS = VERDICTS.length ** 2;
const MEASURES = ["residences", "households", "residents", "residentsUnknown"] as const;
type Measure = (typeof MEASURES)[number];
/** First residents × millimetres of known walks and those residents, before and after; then turns by measure, then by age group. */
const TURNS = 4;
const OF_AGES = TURNS + MEASURES.length * PAIRS;
/** Of an age group: its people, then the residences of which nobody knows how many of it live there. */
const OF_GROUP = 2 * PAIRS;

/**
 * Before and after; what is unknown stands apart from what is known:
 * after.covered − before.covered = gained − lost + gainedFromUnknown − lostToUnknown.
 */
export interface Shift {
  before: Tally;
  after: Tally;
  /** Uncovered before, covered after; and the other way round. */
  gained: number;
  lost: number;
  gainedFromUnknown: number;
  lostToUnknown: number;
}

/** People of one age group. Groups overlap, and are never added up. */
export interface AgeShift {
  readonly residents: Shift;
  /** Residences that are in none of these sums, as nobody knows how many of the group live there. */
  readonly residentsUnknown: Shift;
}
export type AgeShifts = Partial<Record<AgeGroup, AgeShift>>;

export interface UnitShift {
  /** null: what lies outside every unit, or the whole of an area. */
  readonly unit: Unit | null;
  readonly residences: Shift;
  /** Of known numbers alone. */
  readonly households: Shift;
  readonly residents: Shift;
  /** Residences whose number of residents nobody knows: in no sum of residents. */
  readonly residentsUnknown: Shift;
  /** Groups of which anything is known anywhere in the area. */
  readonly ages: AgeShifts;
  /** Mean walk of the residents whose walk is known; null where there are none. */
  readonly meanMmBefore: number | null;
  readonly meanMmAfter: number | null;
}

/** Sums of the base, from which those of a scenario differ by the residences that notice it. Shape [(units + 1) × columns]. */
export type BaseSums = Float64Array;

/** @param ofResidence shape [r]: index of the unit, −1 outside all of them; null for the whole of an area */
export function sumBase(
  unitCount: number,
  ofResidence: Int32Array | null,
  residences: Residences,
  walks: CategoryWalks,
  limitMm: number,
): BaseSums {
  const columns = columnsOf(residences);
  const sums = new Float64Array((unitCount + 1) * columns);
  for (let r = 0; r < residences.count; r++) {
    const at = groupOf(ofResidence, r, unitCount) * columns;
    const verdict = verdictIndex(walks, r, limitMm);
    addTurn(sums, at, residences, r, turn(verdict, verdict), 1);
    addWalk(sums, at, residences.residents[r], walks, r, 1);
    addWalk(sums, at + 2, residences.residents[r], walks, r, 1);
  }
  return sums;
}

/** By unit, in their order, and last what lies outside all of them if there is anything. Without units the whole alone. */
export function shiftsBy(
  units: readonly Unit[],
  ofResidence: Int32Array | null,
  residences: Residences,
  base: BaseSums,
  { rows, before, after }: ChangedWalks,
  limitMm: number,
): UnitShift[] {
  const columns = columnsOf(residences);
  const sums = base.slice();
  rows.forEach((r, i) => {
    const at = groupOf(ofResidence, r, units.length) * columns;
    const from = verdictIndex(before, i, limitMm);
    const to = verdictIndex(after, i, limitMm);
    addTurn(sums, at, residences, r, turn(from, from), -1);
    addTurn(sums, at, residences, r, turn(from, to), 1);
    addWalk(sums, at + 2, residences.residents[r], before, i, -1);
    addWalk(sums, at + 2, residences.residents[r], after, i, 1);
  });
  const shifts = Array.from({ length: units.length + 1 }, (_, u) =>
    unitShift(units[u] ?? null, sums.subarray(u * columns, (u + 1) * columns), [...residences.ages.keys()]),
  );
  const isUsed = units.length === 0 || shifts[units.length].residences.before.total > 0;
  return isUsed ? shifts : shifts.slice(0, -1);
}

/** Of one unit. */
function columnsOf({ ages }: Residences): number {
  return OF_AGES + ages.size * OF_GROUP;
}

function groupOf(ofResidence: Int32Array | null, r: number, outside: number): number {
  return ofResidence === null || ofResidence[r] < 0 ? outside : ofResidence[r];
}

function turn(from: number, to: number): number {
  return VERDICTS.length * from + to;
}

function addTurn(
  sums: Float64Array,
  at: number,
  { households, residents, ages }: Residences,
  r: number,
  pair: number,
  sign: 1 | -1,
): void {
  const turns = at + TURNS + pair;
  sums[turns] += sign;
  if (households[r] >= 0) sums[turns + PAIRS] += sign * households[r];
  addKnown(sums, turns + 2 * PAIRS, residents[r], sign);
  let group = turns + OF_AGES - TURNS;
  for (const people of ages.values()) {
    addKnown(sums, group, people[r], sign);
    group += OF_GROUP;
  }
}

/** @param people −1 where unknown: then the residence is counted, in the turns that follow */
function addKnown(sums: Float64Array, at: number, people: number, sign: 1 | -1): void {
  if (people >= 0) sums[at] += sign * people;
  else sums[at + PAIRS] += sign;
}

function addWalk(
  sums: Float64Array,
  at: number,
  residents: number,
  { state, totalMm }: CategoryWalks,
  i: number,
  sign: 1 | -1,
): void {
  if (residents <= 0 || state[i] !== State.WALK) return;
  sums[at] += sign * residents * totalMm[i];
  sums[at + 1] += sign * residents;
}

function unitShift(unit: Unit | null, sums: Float64Array, groups: readonly AgeGroup[]): UnitShift {
  const [mmBefore, residentsBefore, mmAfter, residentsAfter] = sums;
  const shift = (measure: Measure): Shift => shiftOf(sums.subarray(TURNS + MEASURES.indexOf(measure) * PAIRS));
  const ages: AgeShifts = {};
  groups.forEach((group, i) => {
    const own = sums.subarray(OF_AGES + i * OF_GROUP);
    ages[group] = { residents: shiftOf(own), residentsUnknown: shiftOf(own.subarray(PAIRS)) };
  });
  return {
    unit,
    residences: shift("residences"),
    households: shift("households"),
    residents: shift("residents"),
    residentsUnknown: shift("residentsUnknown"),
    ages,
    meanMmBefore: residentsBefore === 0 ? null : mmBefore / residentsBefore,
    meanMmAfter: residentsAfter === 0 ? null : mmAfter / residentsAfter,
  };
}

function shiftOf(turns: Float64Array): Shift {
  const of = (from: Verdict, to: Verdict): number => turns[turn(VERDICTS.indexOf(from), VERDICTS.indexOf(to))];
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const split = (count: (verdict: Verdict) => number): Tally => {
    const [covered, uncovered, unknown] = VERDICTS.map(count);
    return { total: covered + uncovered + unknown, covered, uncovered, unknown };
  };
  return {
    before: split((from) => sum(VERDICTS.map((to) => of(from, to)))),
    after: split((to) => sum(VERDICTS.map((from) => of(from, to)))),
    gained: of("uncovered", "covered"),
    lost: of("covered", "uncovered"),
    gainedFromUnknown: of("unknown", "covered"),
    lostToUnknown: of("covered", "unknown"),
  };
}

/** A residence that notices something. */
export interface ChangedResidence {
  readonly residence: number;
  readonly from: Verdict;
  readonly to: Verdict;
}

/** Those whose verdict changes first, then most residents first (unknown numbers last), then by ref. */
export function changedResidences(
  residences: Residences,
  { rows, before, after }: ChangedWalks,
  limitMm: number,
): ChangedResidence[] {
  const list = Array.from(rows, (residence, i) => ({
    residence,
    from: verdictOf(before, i, limitMm),
    to: verdictOf(after, i, limitMm),
  }));
  const isTurned = ({ from, to }: ChangedResidence): number => (from === to ? 0 : 1);
  return list.sort(
    (a, b) =>
      isTurned(b) - isTurned(a) ||
      residences.residents[b.residence] - residences.residents[a.residence] ||
      (residences.ref[a.residence] < residences.ref[b.residence] ? -1 : 1),
  );
}
