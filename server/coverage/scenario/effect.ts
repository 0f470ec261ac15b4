/** What a scenario changes for people: who gains cover and who loses it, by unit, and which residences notice anything. @module */
import { type CategoryWalks, State } from "../category-walks.ts";
import type { Residences, Unit } from "../people.ts";
import type { Tally } from "../tally.ts";
import { VERDICTS, type Verdict, verdictIndex, verdictOf } from "../verdict.ts";
import type { ChangedWalks } from "./changed-walks.ts";

/** From each verdict (row) to each (column). */
const PAIRS = VERDICTS.length ** 2;
const MEASURES = ["residences", "households", "residents", "residentsUnknown"] as const;
type Measure = (typeof MEASURES)[number];
/** After the measures: residents × millimetres of known walks and those residents, before and after. */
const WALKED = MEASURES.length * PAIRS;
const COLUMNS = WALKED + 4;

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

export interface UnitShift {
  /** null: what lies outside every unit, or the whole of an area. */
  readonly unit: Unit | null;
  readonly residences: Shift;
  /** Of known numbers alone. */
  readonly households: Shift;
  readonly residents: Shift;
  /** Residences whose number of residents nobody knows: in no sum of residents. */
  readonly residentsUnknown: Shift;
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
  const sums = new Float64Array((unitCount + 1) * COLUMNS);
  for (let r = 0; r < residences.count; r++) {
    const at = groupOf(ofResidence, r, unitCount) * COLUMNS;
    const verdict = verdictIndex(walks, r, limitMm);
    addTurn(sums, at, residences, r, turn(verdict, verdict), 1);
    addWalk(sums, at + WALKED, residences.residents[r], walks, r, 1);
    addWalk(sums, at + WALKED + 2, residences.residents[r], walks, r, 1);
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
  const sums = base.slice();
  rows.forEach((r, i) => {
    const at = groupOf(ofResidence, r, units.length) * COLUMNS;
    const from = verdictIndex(before, i, limitMm);
    const to = verdictIndex(after, i, limitMm);
    addTurn(sums, at, residences, r, turn(from, from), -1);
    addTurn(sums, at, residences, r, turn(from, to), 1);
    addWalk(sums, at + WALKED + 2, residences.residents[r], before, i, -1);
    addWalk(sums, at + WALKED + 2, residences.residents[r], after, i, 1);
  });
  const shifts = Array.from({ length: units.length + 1 }, (_, u) =>
    unitShift(units[u] ?? null, sums.subarray(u * COLUMNS, (u + 1) * COLUMNS)),
  );
  const isUsed = units.length === 0 || shifts[units.length].residences.before.total > 0;
  return isUsed ? shifts : shifts.slice(0, -1);
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
  { households, residents }: Residences,
  r: number,
  pair: number,
  sign: 1 | -1,
): void {
  sums[at + pair] += sign;
  if (households[r] >= 0) sums[at + PAIRS + pair] += sign * households[r];
  if (residents[r] >= 0) sums[at + 2 * PAIRS + pair] += sign * residents[r];
  else sums[at + 3 * PAIRS + pair] += sign;
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

function unitShift(unit: Unit | null, sums: Float64Array): UnitShift {
  const [mmBefore, residentsBefore, mmAfter, residentsAfter] = sums.subarray(WALKED);
  const shift = (measure: Measure): Shift => shiftOf(sums.subarray(MEASURES.indexOf(measure) * PAIRS));
  return {
    unit,
    residences: shift("residences"),
    households: shift("households"),
    residents: shift("residents"),
    residentsUnknown: shift("residentsUnknown"),
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
