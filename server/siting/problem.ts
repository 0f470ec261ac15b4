/** A siting question as numbers alone: candidates, people, what a walk from each to each costs, and what a plan must keep. @module */

/** `cover` most people newly within the limit, `fewest` sites for a share of them, `median` least total cost, `center` least worst cost. */
export const OBJECTIVES = ["cover", "fewest", "median", "center"] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** Costs of the pairs that a walk joins, in compressed sparse rows by candidate. */
export interface Costs {
  /** Shape [candidates + 1]. Pairs of candidate j are `first[j] … first[j + 1] - 1`. */
  readonly first: Uint32Array;
  /** Shape [pairs]. Index of the demand point; ascending within a candidate, each at most once. */
  readonly demand: Uint32Array;
  /** Shape [pairs]. Finite, ≥ 0; in whatever unit the limit has. */
  readonly cost: Float64Array;
}

export interface SitingProblem {
  readonly candidateCount: number;
  /** Shape [demand points]. People, or whatever counts; finite, ≥ 0. A point of 0 counts for no objective. */
  readonly weight: Float64Array;
  readonly costs: Costs;
  /** Shape [demand points]. Cost to the nearest site that stands already; Infinity where none does. */
  readonly standing: Float64Array;
}

/** What a plan must keep, any of them together. Candidates are named by index. */
export interface Conditions {
  /** In every plan. */
  readonly forced: readonly number[];
  /** In none. */
  readonly forbidden: readonly number[];
  /** Pairs of which a plan holds one at most: too near to each other by a rule of spacing. */
  readonly conflicts: readonly (readonly [number, number])[];
  /** Shape [candidates]. Community of each, −1 outside all; null where communities bind nothing. */
  readonly group: Int32Array | null;
  /** At most so many in one community. */
  readonly mostPerGroup: number | null;
  /** Communities of which each needs one at least. */
  readonly neededGroups: readonly number[];
  /** Shape [candidates]. Finite, ≥ 0. */
  readonly price: Float64Array | null;
  /** Of all sites together, inclusive; only with prices. */
  readonly budget: number | null;
  /** Shape [candidates]. People a site can serve, ≥ 0; people of one point may go to several sites. For `cover` and `fewest`. */
  readonly capacity: Float64Array | null;
  /**
   * Shape [demand points]. Community of each, −1 outside all: the worst-served community comes first, then the next, and
   * the sum of people last. For `cover`.
   */
  readonly equity: Int32Array | null;
}

export interface SitingQuestion {
  readonly objective: Objective;
  /** Most new sites, forced ones included; null for as many as there are candidates (with `fewest`). */
  readonly sites: number | null;
  /** Inclusive cost within which people are covered. For `median` and `center` null where nobody asks. */
  readonly limit: number | null;
  /** Of `fewest`: share of all people to be covered, those included whom standing sites cover; 0 … 1. */
  readonly share: number;
  readonly conditions: Conditions;
}

export const NO_CONDITIONS: Conditions = {
  forced: [],
  forbidden: [],
  conflicts: [],
  group: null,
  mostPerGroup: null,
  neededGroups: [],
  price: null,
  budget: null,
  capacity: null,
  equity: null,
};

/** The most sites that a plan may have. */
export function siteLimit({ candidateCount }: SitingProblem, { sites }: SitingQuestion): number {
  return sites === null ? candidateCount : Math.min(sites, candidateCount);
}

/** Shape [demand points]. Cost to the nearest of the chosen and of what stands. */
export function costsWith({ costs, standing }: SitingProblem, chosen: Iterable<number>): Float64Array {
  const nearest = standing.slice();
  for (const j of chosen)
    for (let p = costs.first[j]; p < costs.first[j + 1]; p++)
      nearest[costs.demand[p]] = Math.min(nearest[costs.demand[p]], costs.cost[p]);
  return nearest;
}
