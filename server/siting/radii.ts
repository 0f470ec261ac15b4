/** The worst costs that a plan can have at all: one of the costs there are, and none below what the remotest people need anyway. @module */
import type { SitingProblem } from "./problem.ts";

/** Any cost that there is: a limit that excludes nobody but those whom no walk joins. */
export const EVERYWHERE = Number.MAX_VALUE;

/** Ascending, each once; empty where nobody counts. {@link EVERYWHERE} alone where somebody can be joined to no site. */
export function radiiOf(problem: SitingProblem): Float64Array {
  const { weight, standing, costs } = problem;
  const least = leastCosts(problem);
  let lowest = -1;
  for (let d = 0; d < weight.length; d++) if (weight[d] > 0) lowest = Math.max(lowest, least[d]);
  if (lowest < 0) return new Float64Array(0);
  if (lowest === Infinity) return Float64Array.of(EVERYWHERE);
  const possible = new Set<number>([lowest]);
  for (let p = 0; p < costs.cost.length; p++)
    if (costs.cost[p] > lowest && weight[costs.demand[p]] > 0) possible.add(costs.cost[p]);
  for (let d = 0; d < weight.length; d++)
    if (weight[d] > 0 && standing[d] > lowest && standing[d] < Infinity) possible.add(standing[d]);
  return Float64Array.from(possible).sort();
}

/** Shape [demand points]. Cost if every candidate were a site. */
export function leastCosts({ standing, costs }: SitingProblem): Float64Array {
  const least = standing.slice();
  for (let p = 0; p < costs.cost.length; p++) {
    const d = costs.demand[p];
    if (costs.cost[p] < least[d]) least[d] = costs.cost[p];
  }
  return least;
}
