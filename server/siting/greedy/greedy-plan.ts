/** The answer that is always there: greedy choice with exchanges, for every objective, the same from run to run. @module */
import { type CoverClasses, mergeByCover } from "../cover-classes.ts";
import { isBetter, isKept, neededWeight, planValue } from "../judge.ts";
import type { SitingProblem, SitingQuestion } from "../problem.ts";
import { radiiOf } from "../radii.ts";
import { Room } from "../room.ts";
import { chooseGreedily, improveBySwaps } from "./choose.ts";
import { coverScore } from "./cover-score.ts";
import { equitablePlan } from "./equity.ts";
import { medianScore } from "./median-score.ts";
import type { Score } from "./score.ts";
import { servedScore } from "./served-score.ts";

export interface GreedyPlan {
  readonly chosen: readonly number[];
  readonly value: number;
  /** False where greedy choice found no plan that keeps all conditions; there may be one all the same. */
  readonly isKept: boolean;
}

export function greedyPlan(problem: SitingProblem, question: SitingQuestion): GreedyPlan {
  const chosen = chooseFor[question.objective](problem, question);
  return { chosen, value: planValue(problem, question, chosen), isKept: isKept(problem, question, chosen) };
}

const chooseFor = { cover, fewest, median, center } as const;

function cover(problem: SitingProblem, question: SitingQuestion): readonly number[] {
  if (question.conditions.equity !== null) return equitablePlan(problem, question);
  const classes = mergeByCover(problem, question.limit!);
  return bestByPrice(problem, question, () => scoreOf(classes, question));
}

function median(problem: SitingProblem, question: SitingQuestion): readonly number[] {
  return bestByPrice(problem, question, () => medianScore(problem));
}

function scoreOf(classes: CoverClasses, { conditions }: SitingQuestion): Score {
  return conditions.capacity === null ? coverScore(classes) : servedScore(classes, conditions.capacity);
}

/** Under a budget sites are chosen once by what they add and once by what they add for their price; the better plan stays. */
function bestByPrice(problem: SitingProblem, question: SitingQuestion, makeScore: () => Score): readonly number[] {
  const { forced, group, price, budget, capacity } = question.conditions;
  const plans = (budget === null ? [null] : [null, price]).map((weighed) => {
    const score = makeScore();
    const room = new Room(problem, question);
    chooseGreedily(score, room, { forced, price: weighed, group });
    // Each gain under capacities is a flow of its own: exchanges would take minutes.
    if (capacity === null) improveBySwaps(score, room, forced);
    chooseGreedily(score, room, { forced: [], price: weighed, group });
    return room.chosen;
  });
  return plans.reduce((best, plan) => {
    const better = isBetter(question, planValue(problem, question, plan), planValue(problem, question, best));
    return isKept(problem, question, plan) && (better || !isKept(problem, question, best)) ? plan : best;
  });
}

function fewest(problem: SitingProblem, question: SitingQuestion): readonly number[] {
  const { forced, group } = question.conditions;
  const needed = neededWeight(problem, question);
  const score = scoreOf(mergeByCover(problem, question.limit!), question);
  const room = new Room(problem, question);
  chooseGreedily(score, room, { forced, price: null, group }, () => score.total() >= needed);
  const fixed = new Set(forced);
  for (const site of [...room.chosen].reverse()) {
    if (fixed.has(site)) continue;
    room.remove(site);
    score.remove(site);
    if (score.total() >= needed && room.unmetGroups.size === 0) continue;
    room.add(site);
    score.add(site);
  }
  return room.chosen;
}

/** The least radius at which greedy choice covers everybody, found by halving. */
function center(problem: SitingProblem, question: SitingQuestion): readonly number[] {
  const radii = radiiOf(problem);
  const at = (radius: number): GreedyPlan =>
    greedyPlan(problem, { ...question, objective: "fewest", limit: radius, share: 1 });
  let [low, high] = [0, radii.length - 1];
  let best = at(radii[high] ?? 0);
  while (low < high) {
    const middle = (low + high) >> 1;
    const plan = at(radii[middle]);
    if (plan.isKept) {
      best = plan;
      high = middle;
    } else low = middle + 1;
  }
  return best.chosen;
}
