/** Conditions among sites as rows `sum of factor · chosen ≤ most`, which the dual prices instead of keeping. @module */
import { cliquesOf } from "../cliques.ts";
import type { SitingProblem, SitingQuestion } from "../problem.ts";

export interface SideRows {
  /** Shape [rows + 1]. */
  readonly first: Uint32Array;
  /** Shape [entries] each. Factors of prices are parts of the greatest price, so that all rows are of one size. */
  readonly candidate: Uint32Array;
  readonly factor: Float64Array;
  /** Shape [rows]. */
  readonly most: Float64Array;
}

/** Spacing, communities and budget; the number of sites, forced and forbidden ones are kept by whoever chooses. */
export function sideRowsOf({ candidateCount }: SitingProblem, { conditions }: SitingQuestion): SideRows {
  const { conflicts, group, mostPerGroup, neededGroups, price, budget } = conditions;
  const first = [0];
  const candidate: number[] = [];
  const factor: number[] = [];
  const most: number[] = [];
  const addRow = (members: readonly number[], factorOf: (j: number) => number, atMost: number) => {
    for (const j of members) {
      candidate.push(j);
      factor.push(factorOf(j));
    }
    first.push(candidate.length);
    most.push(atMost);
  };
  for (const clique of cliquesOf(conflicts)) addRow(clique, () => 1, 1);
  const all = Array.from({ length: candidateCount }, (_, j) => j);
  const members = Map.groupBy(all, (j) => group?.[j] ?? -1);
  members.delete(-1);
  if (mostPerGroup !== null)
    for (const own of members.values()) if (own.length > mostPerGroup) addRow(own, () => 1, mostPerGroup);
  for (const needed of neededGroups) addRow(members.get(needed) ?? [], () => -1, -1);
  const greatest = price === null ? 0 : price.reduce((most, own) => Math.max(most, own), 0);
  if (budget !== null && greatest > 0) addRow(all, (j) => price![j] / greatest, budget / greatest);
  return {
    first: Uint32Array.from(first),
    candidate: Uint32Array.from(candidate),
    factor: Float64Array.from(factor),
    most: Float64Array.from(most),
  };
}
