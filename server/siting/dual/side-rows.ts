/** Conditions among sites as rows `sum of factor · chosen ≤ most`, which the dual prices instead of keeping. @module */
import type { SitingProblem, SitingQuestion } from "../problem.ts";
import { siteRowsOf } from "../site-rows.ts";

export interface SideRows {
  /** Shape [rows + 1]. */
  readonly first: Uint32Array;
  /** Shape [entries] each. Factors of prices are parts of the greatest price, so that all rows are of one size. */
  readonly candidate: Uint32Array;
  readonly factor: Float64Array;
  /** Shape [rows]. */
  readonly most: Float64Array;
}

/** A row that asks for at least so much is turned round. */
export function sideRowsOf(problem: SitingProblem, question: SitingQuestion): SideRows {
  const first = [0];
  const candidate: number[] = [];
  const factor: number[] = [];
  const mosts: number[] = [];
  for (const { members, factors, least, most } of siteRowsOf(problem, question)) {
    const greatest = factors.reduce((one, other) => Math.max(one, other), 0) || 1;
    const [sign, bound] = most === Infinity ? [-1, -least] : [1, most];
    for (const own of factors) factor.push((sign * own) / greatest);
    for (const j of members) candidate.push(j);
    first.push(candidate.length);
    mosts.push(bound / greatest);
  }
  return {
    first: Uint32Array.from(first),
    candidate: Uint32Array.from(candidate),
    factor: Float64Array.from(factor),
    most: Float64Array.from(mosts),
  };
}
