/**
 * Least total cost by radius (Cornuéjols, Nemhauser, Wolsey 1980; Elloumi 2010): a column says that nobody is chosen within
 * a cost of a point, so that a point has one column a distinct cost instead of one a candidate.
 * @module
 */
import type { SitingProblem, SitingQuestion } from "../problem.ts";
import { areWhole } from "../whole.ts";
import type { LinearModel } from "./model.ts";
import { beginModel } from "./sites-model.ts";

interface Offer {
  readonly candidate: number;
  readonly cost: number;
}

export function medianModel(problem: SitingProblem, question: SitingQuestion): LinearModel {
  const { weight, standing, costs } = problem;
  const builder = beginModel(problem, question);
  const offers = offersByPoint(problem);
  let offset = 0;
  for (let d = 0; d < weight.length; d++) {
    if (weight[d] === 0) continue;
    const own = offers[d];
    if (own.length === 0) {
      // Nobody can be joined where nothing stands: a row that no plan meets.
      if (standing[d] === Infinity) builder.endRow(1, Infinity);
      else offset += weight[d] * standing[d];
      continue;
    }
    offset += weight[d] * own[0].cost;
    let farther = -1;
    for (let from = 0, next = 0; from < own.length; from = next) {
      const { cost } = own[from];
      while (next < own.length && own[next].cost === cost) builder.put(own[next++].candidate, 1);
      const beyond = next < own.length ? own[next].cost : standing[d];
      const least = farther < 0 ? 1 : 0;
      if (farther >= 0) builder.put(farther, -1);
      if (beyond < Infinity) {
        farther = builder.addColumn(weight[d] * (beyond - cost), 0, 1);
        builder.put(farther, 1);
      }
      builder.endRow(least, Infinity);
    }
  }
  return builder.build(
    "min",
    areWhole(weight) && areWhole(costs.cost) && areWhole(standing.filter(Number.isFinite)),
    offset,
  );
}

/** Candidates nearer than what stands, nearest first. */
function offersByPoint({ candidateCount, weight, standing, costs }: SitingProblem): Offer[][] {
  const offers: Offer[][] = Array.from(weight, () => []);
  for (let j = 0; j < candidateCount; j++)
    for (let p = costs.first[j]; p < costs.first[j + 1]; p++) {
      const d = costs.demand[p];
      if (costs.cost[p] < standing[d]) offers[d].push({ candidate: j, cost: costs.cost[p] });
    }
  for (const own of offers) own.sort((a, b) => a.cost - b.cost || a.candidate - b.candidate);
  return offers;
}
