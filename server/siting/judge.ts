/** What a plan is worth and whether it keeps every condition: the one judge of all solvers. @module */
import { mergeByCover } from "./cover-classes.ts";
import { mostServed } from "./flow.ts";
import { costsWith, type SitingProblem, type SitingQuestion } from "./problem.ts";
import { Room } from "./room.ts";

/** Shares are quotients: a plan that misses its share by less than this part of all people meets it. */
const SHARE_TOLERANCE = 1e-9;

/** People newly covered, sites, total cost, or worst cost, as the objective asks; Infinity where somebody is left without any site. */
export function planValue(problem: SitingProblem, question: SitingQuestion, chosen: readonly number[]): number {
  const { objective } = question;
  if (objective === "fewest") return chosen.length;
  if (objective === "cover") return newlyCovered(problem, question, chosen);
  const nearest = costsWith(problem, chosen);
  let value = 0;
  for (let d = 0; d < nearest.length; d++) {
    if (problem.weight[d] === 0) continue;
    value = objective === "median" ? value + problem.weight[d] * nearest[d] : Math.max(value, nearest[d]);
  }
  return value;
}

/** Weight that the chosen cover, or serve where capacities bind, and nothing covered before. */
export function newlyCovered(
  problem: SitingProblem,
  { limit, conditions }: Pick<SitingQuestion, "limit" | "conditions">,
  chosen: readonly number[],
): number {
  const { weight, standing } = problem;
  if (conditions.capacity !== null)
    return mostServed(mergeByCover(problem, limit!), conditions.capacity, chosen).served;
  const nearest = costsWith(problem, chosen);
  let sum = 0;
  for (let d = 0; d < nearest.length; d++) if (standing[d] > limit! && nearest[d] <= limit!) sum += weight[d];
  return sum;
}

/** Weight to be newly covered so that the share of `fewest` is met; 0 where what stands meets it. */
export function neededWeight({ weight, standing }: SitingProblem, { limit, share }: SitingQuestion): number {
  let [total, covered] = [0, 0];
  for (let d = 0; d < weight.length; d++) {
    total += weight[d];
    if (standing[d] <= limit!) covered += weight[d];
  }
  return Math.max(0, share * total - covered - SHARE_TOLERANCE * total);
}

export function isKept(problem: SitingProblem, question: SitingQuestion, chosen: readonly number[]): boolean {
  const room = new Room(problem, question);
  // Communities in need are looked at in the end: on the way there every one of them still could have its site.
  for (const j of chosen) {
    if (!room.canAdd(j)) return false;
    room.add(j);
  }
  if (room.unmetGroups.size > 0 || question.conditions.forced.some((j) => !room.isChosen(j))) return false;
  if (question.objective === "fewest")
    return newlyCovered(problem, question, chosen) >= neededWeight(problem, question);
  return Number.isFinite(planValue(problem, question, chosen));
}

/** Greater where a value is better. */
export function isBetter({ objective }: SitingQuestion, value: number, than: number): boolean {
  return objective === "cover" ? value > than : value < than;
}
