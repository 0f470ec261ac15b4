/** Siting problems of tests, and the slow obvious answer to them: every set of candidates looked at. @module */
import { compareShares, sharesWith } from "../../server/siting/communities.ts";
import type { SolverThread } from "../../server/siting/exact/solver-thread.ts";
import { isBetter, isKept, planValue } from "../../server/siting/judge.ts";
import {
  type Conditions,
  NO_CONDITIONS,
  type SitingProblem,
  type SitingQuestion,
} from "../../server/siting/problem.ts";
import type { Solution } from "../../server/siting/solution.ts";
import { type SolveSettings, solveSiting } from "../../server/siting/solve.ts";

/** @param rows one a candidate, one cost a demand point; null where no walk leads */
export function problemOf(
  rows: readonly (readonly (number | null)[])[],
  weight: readonly number[],
  standing: readonly number[] = weight.map(() => Infinity),
): SitingProblem {
  const first = new Uint32Array(rows.length + 1);
  const demand: number[] = [];
  const cost: number[] = [];
  rows.forEach((row, j) => {
    row.forEach((value, d) => {
      if (value === null) return;
      demand.push(d);
      cost.push(value);
    });
    first[j + 1] = demand.length;
  });
  return {
    candidateCount: rows.length,
    weight: Float64Array.from(weight),
    costs: { first, demand: Uint32Array.from(demand), cost: Float64Array.from(cost) },
    standing: Float64Array.from(standing),
  };
}

export function questionOf(
  objective: SitingQuestion["objective"],
  sites: number | null,
  limit: number | null,
  conditions: Partial<Conditions> = {},
  share = 1,
): SitingQuestion {
  return { objective, sites, limit, share, conditions: { ...NO_CONDITIONS, ...conditions } };
}

/** The best of all plans; null where none keeps the conditions. */
export function bestOfAll(
  problem: SitingProblem,
  question: SitingQuestion,
): { chosen: number[]; value: number } | null {
  let best: { chosen: number[]; value: number } | null = null;
  for (const chosen of allPlans(problem, question)) {
    const value = planValue(problem, question, chosen);
    if (best !== null && !isBetterThan(problem, question, chosen, value, best)) continue;
    best = { chosen, value };
  }
  return best;
}

/** Every set of candidates that keeps the conditions. */
export function allPlans(problem: SitingProblem, question: SitingQuestion): number[][] {
  const all = Array.from({ length: problem.candidateCount }, (_, j) => j);
  const sets = Array.from({ length: 2 ** problem.candidateCount }, (_, set) => all.filter((j) => (set >> j) & 1));
  // Communities in need can be served in any order: the judge asks of sites in the order in which they come.
  return sets.filter((chosen) => keepsInAnyOrder(problem, question, chosen));
}

function isBetterThan(
  problem: SitingProblem,
  question: SitingQuestion,
  chosen: readonly number[],
  value: number,
  best: { readonly chosen: readonly number[]; readonly value: number },
): boolean {
  if (question.conditions.equity !== null) {
    const shares = compareShares(sharesWith(problem, question, chosen), sharesWith(problem, question, best.chosen));
    if (shares !== 0) return shares > 0;
  }
  return isBetter(question, value, best.value);
}

/** By definition, without the bookkeeping of a plan in the making. */
function keepsInAnyOrder(problem: SitingProblem, question: SitingQuestion, chosen: readonly number[]): boolean {
  const { forced, forbidden, conflicts, group, mostPerGroup, neededGroups, price, budget } = question.conditions;
  const has = new Set(chosen);
  const inGroup = (g: number) => chosen.filter((j) => group![j] === g).length;
  return (
    chosen.length <= (question.sites ?? Infinity) &&
    forced.every((j) => has.has(j)) &&
    !forbidden.some((j) => has.has(j)) &&
    !conflicts.some(([a, b]) => has.has(a) && has.has(b)) &&
    (mostPerGroup === null || chosen.every((j) => group![j] < 0 || inGroup(group![j]) <= mostPerGroup)) &&
    neededGroups.every((g) => inGroup(g) >= 1) &&
    (budget === null || chosen.reduce((sum, j) => sum + price![j], 0) <= budget) &&
    isKept(problem, { ...question, conditions: { ...NO_CONDITIONS, capacity: question.conditions.capacity } }, chosen)
  );
}

export const settings = (thread: SolverThread | null): SolveSettings => ({
  thread,
  timeLimitSeconds: 30,
  now: () => performance.now() / 1000,
  onFault: (message) => {
    throw new Error(message);
  },
  names: { candidate: (j) => `c${j}`, community: (g) => `g${g}` },
});

/** The solution, or the code of the problem. */
export async function solved(
  problem: SitingProblem,
  question: SitingQuestion,
  thread: SolverThread | null,
): Promise<Solution | string> {
  try {
    return await solveSiting(problem, question, settings(thread));
  } catch (error) {
    const { code } = error as { code?: string };
    if (code?.startsWith("siting_") !== true) throw error;
    return code;
  }
}
