/** How well each community is served, the worst first: what equity compares. @module */
import { costsWith, type SitingProblem, type SitingQuestion } from "./problem.ts";

export interface CommunityShares {
  /** Communities whose share depends on the plan, ascending by index. */
  readonly communities: readonly number[];
  /** Shape [communities of this list]. People in all, and those whom standing sites cover. */
  readonly total: Float64Array;
  readonly covered: Float64Array;
  /** Place of a community in the list, −1 for one that no plan changes. */
  readonly placeOf: ReadonlyMap<number, number>;
}

/** @param equity shape [demand points], −1 outside all */
export function communitySharesOf(problem: SitingProblem, limit: number, equity: Int32Array): CommunityShares {
  const { weight, standing, costs } = problem;
  const changeable = new Set<number>();
  for (let p = 0; p < costs.cost.length; p++) {
    const d = costs.demand[p];
    if (costs.cost[p] <= limit && standing[d] > limit && weight[d] > 0 && equity[d] >= 0) changeable.add(equity[d]);
  }
  const communities = [...changeable].sort((a, b) => a - b);
  const placeOf = new Map(communities.map((community, place) => [community, place]));
  const total = new Float64Array(communities.length);
  const covered = new Float64Array(communities.length);
  for (let d = 0; d < weight.length; d++) {
    const place = placeOf.get(equity[d]);
    if (place === undefined) continue;
    total[place] += weight[d];
    if (standing[d] <= limit) covered[place] += weight[d];
  }
  return { communities, total, covered, placeOf };
}

/** Shares of the communities that a plan can change, worst first. */
export function sharesWith(
  problem: SitingProblem,
  { limit, conditions }: SitingQuestion,
  chosen: readonly number[],
): Float64Array {
  const { total, placeOf } = communitySharesOf(problem, limit!, conditions.equity!);
  const nearest = costsWith(problem, chosen);
  const covered = new Float64Array(total.length);
  for (let d = 0; d < nearest.length; d++) {
    const place = placeOf.get(conditions.equity![d]);
    if (place !== undefined && nearest[d] <= limit!) covered[place] += problem.weight[d];
  }
  return covered.map((sum, place) => sum / total[place]).sort();
}

/** Shares that differ by less are equal. */
const SAME_SHARE = 1e-9;

/** Positive where `a` serves better: the first of the sorted shares that differs decides. */
export function compareShares(a: Float64Array, b: Float64Array): number {
  for (let i = 0; i < a.length; i++) if (Math.abs(a[i] - b[i]) > SAME_SHARE) return a[i] - b[i];
  return 0;
}
