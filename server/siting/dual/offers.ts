/**
 * Covering and least walking as one question: each row of people pays the cheapest offer of a chosen candidate, or what it
 * pays without any. People covered are those who do not pay their own number (Galvão and ReVelle 1996).
 * @module
 */
import type { CoverClasses } from "../cover-classes.ts";
import type { SitingProblem, SitingQuestion } from "../problem.ts";
import { areWhole } from "../whole.ts";

export interface Offers {
  readonly candidateCount: number;
  /** Shape [rows]. What a row pays without any new site; Infinity where it must have one. */
  readonly without: Float64Array;
  /** Shape [candidates + 1]. Offers of candidate j are `first[j] … first[j + 1] - 1`; none of forbidden ones. */
  readonly first: Uint32Array;
  /** Shape [offers]. Row that it is made to, ascending within a candidate. */
  readonly row: Uint32Array;
  /** Shape [offers]. What the row then pays, less than `without`; null where it pays nothing, with covering. */
  readonly cost: Float64Array | null;
  /** The value of a plan from what all rows pay. */
  readonly valueAt: (paid: number) => number;
  /** Whether every plan's value is a whole number. */
  readonly isIntegral: boolean;
}

/**
 * Null where somebody is joined to no site whatever is chosen. Of `cover` without capacities and equity, and of `median`.
 *
 * @param classes of `cover`, null for `median`
 */
export function offersOf(
  problem: SitingProblem,
  question: SitingQuestion,
  classes: CoverClasses | null,
): Offers | null {
  return classes === null ? medianOffers(problem, question) : coverOffers(problem, question, classes);
}

function coverOffers(
  { candidateCount }: SitingProblem,
  { conditions }: SitingQuestion,
  { weight, first, ofCandidate }: CoverClasses,
): Offers {
  const total = weight.reduce((sum, people) => sum + people, 0);
  const kept = withoutForbidden({ first, row: ofCandidate, cost: null }, conditions);
  return {
    ...kept,
    candidateCount,
    without: weight,
    valueAt: (paid) => total - paid,
    isIntegral: areWhole(weight),
  };
}

function medianOffers(
  { candidateCount, weight, standing, costs }: SitingProblem,
  question: SitingQuestion,
): Offers | null {
  const isOpen = openOf(candidateCount, question.conditions.forbidden);
  const isOffer = (p: number) => weight[costs.demand[p]] > 0 && costs.cost[p] < standing[costs.demand[p]];
  const isOffered = new Uint8Array(weight.length);
  for (let j = 0; j < candidateCount; j++)
    if (isOpen[j] === 1)
      for (let p = costs.first[j]; p < costs.first[j + 1]; p++) if (isOffer(p)) isOffered[costs.demand[p]] = 1;
  const rowOf = new Int32Array(weight.length).fill(-1);
  const without: number[] = [];
  let settled = 0;
  for (let d = 0; d < weight.length; d++) {
    if (weight[d] === 0) continue;
    if (isOffered[d] === 1) rowOf[d] = without.push(weight[d] * standing[d]) - 1;
    else if (standing[d] === Infinity) return null;
    else settled += weight[d] * standing[d];
  }
  const first = new Uint32Array(candidateCount + 1);
  const row: number[] = [];
  const cost: number[] = [];
  for (let j = 0; j < candidateCount; j++) {
    for (let p = costs.first[j]; p < costs.first[j + 1]; p++) {
      if (isOpen[j] === 0 || !isOffer(p)) continue;
      row.push(rowOf[costs.demand[p]]);
      cost.push(weight[costs.demand[p]] * costs.cost[p]);
    }
    first[j + 1] = row.length;
  }
  return {
    candidateCount,
    without: Float64Array.from(without),
    first,
    row: Uint32Array.from(row),
    cost: Float64Array.from(cost),
    valueAt: (paid) => settled + paid,
    isIntegral: areWhole(weight) && areWhole(costs.cost) && areWhole(standing.filter(Number.isFinite)),
  };
}

type Columns = Pick<Offers, "first" | "row" | "cost">;

function withoutForbidden({ first, row, cost }: Columns, { forbidden }: SitingQuestion["conditions"]): Columns {
  if (forbidden.length === 0) return { first, row, cost };
  const isOpen = openOf(first.length - 1, forbidden);
  const starts = new Uint32Array(first.length);
  for (let j = 0; j + 1 < first.length; j++)
    starts[j + 1] = starts[j] + (isOpen[j] === 1 ? first[j + 1] - first[j] : 0);
  const rows = new Uint32Array(starts[first.length - 1]);
  for (let j = 0; j + 1 < first.length; j++)
    if (isOpen[j] === 1) rows.set(row.subarray(first[j], first[j + 1]), starts[j]);
  return { first: starts, row: rows, cost: null };
}

function openOf(candidateCount: number, forbidden: readonly number[]): Uint8Array {
  const isOpen = new Uint8Array(candidateCount).fill(1);
  for (const j of forbidden) isOpen[j] = 0;
  return isOpen;
}
