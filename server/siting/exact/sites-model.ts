/** One binary column a candidate, and the conditions among them: what every model begins with. @module */
import { type SitingProblem, type SitingQuestion, siteLimit } from "../problem.ts";
import { siteRowsOf } from "../site-rows.ts";
import { ModelBuilder } from "./model.ts";

export function beginModel(problem: SitingProblem, question: SitingQuestion): ModelBuilder {
  const { forced, forbidden } = question.conditions;
  const builder = new ModelBuilder();
  const isForced = new Set(forced);
  const isForbidden = new Set(forbidden);
  const all = Array.from({ length: problem.candidateCount }, (_, j) => j);
  for (const j of all) builder.addCandidate(isForced.has(j) ? 1 : 0, isForbidden.has(j) ? 0 : 1);
  builder.addRow(all, 1, -Infinity, siteLimit(problem, question));
  for (const { members, factors, least, most } of siteRowsOf(problem, question)) {
    for (const [i, j] of members.entries()) builder.put(j, factors[i]);
    builder.endRow(least, most);
  }
  return builder;
}
