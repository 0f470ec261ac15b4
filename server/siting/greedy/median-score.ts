/** Cost that what is chosen saves everybody together. @module */
import type { SitingProblem } from "../problem.ts";
import type { Score } from "./score.ts";

/** Being without any site is worse than the longest walk by this factor, so that everybody is joined to one first. */
const WITHOUT = 100;

export function medianScore({ candidateCount, weight, costs, standing }: SitingProblem): Score {
  const { first, demand, cost } = costs;
  const farthest = cost.reduce((most, value) => Math.max(most, value), 0);
  const start = standing.map((own) => (own === Infinity ? (farthest + 1) * WITHOUT : own));
  const nearest = start.slice();
  const chosen: number[] = [];
  const come = (j: number) => {
    for (let p = first[j]; p < first[j + 1]; p++) if (cost[p] < nearest[demand[p]]) nearest[demand[p]] = cost[p];
  };
  const saved = (j: number, from: Float64Array) => {
    let sum = 0;
    for (let p = first[j]; p < first[j + 1]; p++) {
      const less = from[demand[p]] - cost[p];
      if (less > 0) sum += weight[demand[p]] * less;
    }
    return sum;
  };
  const alone = Float64Array.from({ length: candidateCount }, (_, j) => saved(j, start));
  return {
    gain: (j) => saved(j, nearest),
    atMost: (j) => alone[j],
    total: () => {
      let sum = 0;
      for (let d = 0; d < nearest.length; d++) sum += weight[d] * (start[d] - nearest[d]);
      return sum;
    },
    add: (j) => {
      chosen.push(j);
      come(j);
    },
    remove: (j) => {
      chosen.splice(chosen.indexOf(j), 1);
      nearest.set(start);
      for (const other of chosen) come(other);
    },
  };
}
