/** What a plan changes for people, whatever its objective. @module */

import { mergeByCover } from "./cover-classes.ts";
import { mostServed } from "./flow.ts";
import { costsWith, type SitingProblem, type SitingQuestion } from "./problem.ts";

export interface Outcome {
  /** All people. */
  readonly total: number;
  /** Within the limit of what stands, and with the plan; null where no limit was asked about. */
  readonly coveredBefore: number | null;
  readonly covered: number | null;
  /** Newly covered; served, where capacities bind. */
  readonly gained: number | null;
  /** People whom neither what stands nor the plan joins to any site. */
  readonly withoutSite: number;
  /** Of everybody else: total, mean a person, and worst cost. Mean is null where nobody is left. */
  readonly totalCost: number;
  readonly meanCost: number | null;
  readonly worstCost: number;
}

export function outcomeOf(
  problem: SitingProblem,
  { limit, conditions }: SitingQuestion,
  chosen: readonly number[],
): Outcome {
  const { weight, standing } = problem;
  const nearest = costsWith(problem, chosen);
  let [total, before, after, without, totalCost, worstCost] = [0, 0, 0, 0, 0, 0];
  for (let d = 0; d < weight.length; d++) {
    if (weight[d] === 0) continue;
    total += weight[d];
    if (limit !== null && standing[d] <= limit) before += weight[d];
    if (limit !== null && nearest[d] <= limit) after += weight[d];
    if (nearest[d] === Infinity) without += weight[d];
    else {
      totalCost += weight[d] * nearest[d];
      worstCost = Math.max(worstCost, nearest[d]);
    }
  }
  if (limit !== null && conditions.capacity !== null)
    after = before + mostServed(mergeByCover(problem, limit), conditions.capacity, chosen).served;
  return {
    total,
    coveredBefore: limit === null ? null : before,
    covered: limit === null ? null : after,
    gained: limit === null ? null : after - before,
    withoutSite: without,
    totalCost,
    meanCost: total > without ? totalCost / (total - without) : null,
    worstCost,
  };
}
