/** Siting questions checked at the door; solvers trust them afterwards. @module */
import { sitingError } from "./errors.ts";
import type { Conditions, Objective, SitingProblem, SitingQuestion } from "./problem.ts";

/** @param nameOf a candidate in messages. Throws `siting_value_wrong` and its like. */
export function checkQuestion(
  problem: SitingProblem,
  question: SitingQuestion,
  nameOf: (candidate: number) => string = String,
): void {
  const { objective, sites, limit, share, conditions } = question;
  const { forced, forbidden, mostPerGroup, price, budget, capacity, equity } = conditions;
  if (sites === null ? objective !== "fewest" : !Number.isInteger(sites) || sites < 1) wrong("sites", sites, "1, 2, …");
  const needsLimit = objective === "cover" || objective === "fewest";
  if (limit === null ? needsLimit : !(limit >= 0)) wrong("limit", limit, "≥ 0");
  if (!(share >= 0 && share <= 1)) wrong("share", share, "0 … 1");
  if (mostPerGroup !== null && !(Number.isInteger(mostPerGroup) && mostPerGroup >= 1))
    wrong("mostPerCommunity", mostPerGroup, "1, 2, …");
  if (budget !== null && !(budget >= 0)) wrong("budget", budget, "≥ 0");
  if (budget !== null && price === null) wrong("budget", budget, "price");
  if (capacity !== null) only("capacity", objective, ["cover", "fewest"]);
  if (equity !== null) only("equity", objective, ["cover"]);
  if (equity !== null && capacity !== null) wrong("equity", "equity + capacity", "equity | capacity");
  const banned = new Set(forbidden);
  for (const j of forced) if (banned.has(j)) throw sitingError("candidate_forced_and_forbidden", { value: nameOf(j) });
  inRange(problem, conditions);
}

function wrong(field: string, value: number | string | null, expected: string): never {
  throw sitingError("siting_value_wrong", { field, value: value === null ? "—" : String(value), expected });
}

function only(field: string, objective: Objective, fitting: readonly Objective[]): void {
  if (!fitting.includes(objective))
    throw sitingError("siting_condition_unsuited", { field, value: objective, expected: fitting.join(", ") });
}

/** Whoever builds problems sees to this: a fault of ours otherwise. */
function inRange({ candidateCount, weight, standing, costs }: SitingProblem, conditions: Conditions): void {
  const known = (j: number) => Number.isInteger(j) && j >= 0 && j < candidateCount;
  const { forced, forbidden, conflicts, group, neededGroups, price, capacity, equity } = conditions;
  if (![...forced, ...forbidden, ...conflicts.flat()].every(known)) throw new RangeError("a candidate out of range");
  if (conflicts.some(([a, b]) => a === b)) throw new RangeError("a candidate in conflict with itself");
  if (neededGroups.length > 0 && group === null) throw new RangeError("communities needed, and none given");
  for (const column of [group, price, capacity])
    if (column !== null && column.length !== candidateCount) throw new RangeError("a column of another length");
  if (standing.length !== weight.length || (equity !== null && equity.length !== weight.length))
    throw new RangeError("a column of demand of another length");
  if (costs.first.length !== candidateCount + 1) throw new RangeError("costs of other candidates");
}
