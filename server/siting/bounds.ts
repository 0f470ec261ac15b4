/** What no plan can beat, told without a solver; loose, but always there. @module */
import { mergeByCover } from "./cover-classes.ts";
import { neededWeight } from "./judge.ts";
import { type SitingProblem, type SitingQuestion, siteLimit } from "./problem.ts";
import { leastCosts, radiiOf } from "./radii.ts";

/** At least as good as the best value. */
export function plainBound(problem: SitingProblem, question: SitingQuestion): number {
  switch (question.objective) {
    case "cover":
      return mostCovered(problem, question);
    case "fewest":
      return fewestNeeded(problem, question);
    case "median":
      return leastCosts(problem).reduce(
        (sum, cost, d) => (problem.weight[d] === 0 ? sum : sum + problem.weight[d] * cost),
        0,
      );
    case "center":
      return radiiOf(problem)[0] ?? 0;
  }
}

/** Everybody who can be covered at all, and no more than the best candidates would cover if they shared nobody. */
function mostCovered(problem: SitingProblem, question: SitingQuestion): number {
  const gains = gainsAlone(problem, question);
  const best = gains.slice(0, siteLimit(problem, question)).reduce((sum, gain) => sum + gain, 0);
  const reachable = mergeByCover(problem, question.limit!).weight.reduce((sum, weight) => sum + weight, 0);
  return Math.min(best, reachable);
}

/** As many of the best candidates as the share needs, and no fewer than are forced or have a community each to serve. */
function fewestNeeded(problem: SitingProblem, question: SitingQuestion): number {
  const { forced, neededGroups } = question.conditions;
  let left = neededWeight(problem, question);
  let sites = 0;
  for (const gain of gainsAlone(problem, question)) {
    if (left <= 0) break;
    left -= gain;
    sites++;
  }
  return Math.max(sites, new Set(forced).size, neededGroups.length);
}

/** Descending; what each candidate would cover by itself. */
function gainsAlone(problem: SitingProblem, { limit, conditions }: SitingQuestion): Float64Array {
  const { first, ofCandidate, weight } = mergeByCover(problem, limit!);
  const gains = new Float64Array(problem.candidateCount);
  for (let j = 0; j < gains.length; j++) {
    for (let k = first[j]; k < first[j + 1]; k++) gains[j] += weight[ofCandidate[k]];
    if (conditions.capacity !== null) gains[j] = Math.min(gains[j], conditions.capacity[j]);
  }
  return gains.sort().reverse();
}
