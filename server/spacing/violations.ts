/** Every pair that stands closer than a rule asks, by the rule's own measure. @module */
import type { Facilities } from "../coverage/people.ts";
import type { Walker } from "../reach/walker.ts";
import { type Cluster, clustersOf } from "./clusters.ts";
import { spacingError } from "./errors.ts";
import { everyMember, type Members } from "./members.ts";
import { eachPair, eachPairBetween, gridOf, type PointGrid } from "./neighbours.ts";
import { collectPairs, MOST_SEEN, type PairSource, type Pairs } from "./pairs.ts";
import { type Rule, thresholdM } from "./rule.ts";
import { walkingPairs } from "./walking-pairs.ts";

export interface Violations {
  readonly pairs: Pairs;
  readonly clusters: readonly Cluster[];
  /** Members without a street near them, of which walking distances are not known; empty for straight lines. */
  readonly offNetwork: readonly number[];
}

/**
 * @param walker whom nothing restricts; only rules of walking distance ask it
 * @param compare order of two facilities that does not depend on the order of their file
 * @throws DomainError `pairs_too_many`
 */
export function violationsOf(
  facilities: Facilities,
  rule: Rule,
  members: Members,
  walker: () => Walker,
  compare: (a: number, b: number) => number,
): Violations {
  const limitM = thresholdM(rule);
  const walking = rule.measure === "walking" ? walkingPairs(facilities, members, walker(), limitM) : null;
  const source = walking?.source ?? straightPairs(facilities, members, limitM);
  const pairs = collectPairs(source, limitM, compare);
  if (pairs === null) {
    const value = `${everyMember(members).length} × ${limitM} m`;
    throw spacingError("pairs_too_many", { rule: rule.id, max: MOST_SEEN, value });
  }
  const clusters = clustersOf(pairs, everyMember(members), source.stacks, compare);
  return { pairs, clusters, offNetwork: walking?.offNetwork ?? [] };
}

export function straightPairs(points: Facilities, { alone, across }: Members, limitM: number): PairSource {
  const grids = alone.map((set) => gridOf(points, set, limitM, true));
  const facing = across?.map((set) => gridOf(points, set, limitM, false)) as [PointGrid, PointGrid] | undefined;
  return {
    count: points.count,
    stacks: new Map(grids.flatMap(({ stacks }) => [...stacks])),
    visit: (see) => {
      for (const grid of grids) eachPair(grid, see);
      if (facing !== undefined) eachPairBetween(facing[0], facing[1], see);
    },
  };
}
