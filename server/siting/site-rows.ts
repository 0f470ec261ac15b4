/** Conditions among sites as rows `least ≤ sum of factor · chosen ≤ most`, for whoever solves over all candidates at once. @module */
import { cliquesOf } from "./cliques.ts";
import type { SitingProblem, SitingQuestion } from "./problem.ts";

/** One of the bounds binds, the other is infinite. */
export interface SiteRow {
  /** Candidates, each once. */
  readonly members: readonly number[];
  /** Of each member, > 0. */
  readonly factors: readonly number[];
  readonly least: number;
  readonly most: number;
}

/** Spacing, communities and budget; the number of sites, forced and forbidden ones are kept by whoever solves. */
export function siteRowsOf({ candidateCount }: SitingProblem, { conditions }: SitingQuestion): SiteRow[] {
  const { conflicts, group, mostPerGroup, neededGroups, price, budget } = conditions;
  const all = Array.from({ length: candidateCount }, (_, j) => j);
  const groups = Map.groupBy(all, (j) => group?.[j] ?? -1);
  groups.delete(-1);
  const crowded = mostPerGroup === null ? [] : [...groups.values()].filter((own) => own.length > mostPerGroup);
  const priced = budget === null ? [] : all.filter((j) => price![j] > 0);
  return [
    ...cliquesOf(conflicts).map((clique) => counted(clique, -Infinity, 1)),
    ...crowded.map((own) => counted(own, -Infinity, mostPerGroup!)),
    ...neededGroups.map((needed) => counted(groups.get(needed) ?? [], 1, Infinity)),
    ...(priced.length === 0
      ? []
      : [{ members: priced, factors: priced.map((j) => price![j]), least: -Infinity, most: budget! }]),
  ];
}

function counted(members: readonly number[], least: number, most: number): SiteRow {
  return { members, factors: members.map(() => 1), least, most };
}
