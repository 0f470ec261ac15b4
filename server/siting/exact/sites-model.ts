/** One binary column a candidate, and the conditions among them: what every model begins with. @module */
import { cliquesOf } from "../cliques.ts";
import { type SitingProblem, type SitingQuestion, siteLimit } from "../problem.ts";
import { ModelBuilder } from "./model.ts";

export function beginModel(problem: SitingProblem, question: SitingQuestion): ModelBuilder {
  const { forced, forbidden, conflicts, group, mostPerGroup, neededGroups, price, budget } = question.conditions;
  const builder = new ModelBuilder();
  const isForced = new Set(forced);
  const isForbidden = new Set(forbidden);
  const all = Array.from({ length: problem.candidateCount }, (_, j) => j);
  for (const j of all) builder.addCandidate(isForced.has(j) ? 1 : 0, isForbidden.has(j) ? 0 : 1);
  builder.addRow(all, 1, -Infinity, siteLimit(problem, question));
  for (const clique of cliquesOf(conflicts)) builder.addRow(clique, 1, -Infinity, 1);
  const members = Map.groupBy(all, (j) => group?.[j] ?? -1);
  members.delete(-1);
  if (mostPerGroup !== null)
    for (const own of members.values()) if (own.length > mostPerGroup) builder.addRow(own, 1, -Infinity, mostPerGroup);
  for (const needed of neededGroups) builder.addRow(members.get(needed) ?? [], 1, 1, Infinity);
  if (budget !== null) {
    for (const j of all) if (price![j] > 0) builder.put(j, price![j]);
    builder.endRow(-Infinity, budget);
  }
  return builder;
}
