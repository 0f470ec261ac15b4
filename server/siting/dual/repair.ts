/** Plans made of what the prices choose: conditions kept, room that is left filled greedily, exchanges tried. @module */
import type { CoverClasses } from "../cover-classes.ts";
import { chooseGreedily, improveBySwaps } from "../greedy/choose.ts";
import { coverScore } from "../greedy/cover-score.ts";
import { medianScore } from "../greedy/median-score.ts";
import { isBetter, isKept, planValue } from "../judge.ts";
import type { SitingProblem, SitingQuestion } from "../problem.ts";
import { Room } from "../room.ts";

interface KnownPlan {
  readonly chosen: readonly number[];
  readonly value: number;
}

/** Keeps the best plan so far. */
export class Repair {
  best: KnownPlan;
  private readonly problem: SitingProblem;
  private readonly question: SitingQuestion;
  private readonly scoreOf: () => ReturnType<typeof coverScore>;
  private readonly tried = new Set<string>();

  /**
   * @param start keeps all conditions
   * @param classes of `cover`, null for `median`
   */
  constructor(
    problem: SitingProblem,
    question: SitingQuestion,
    start: readonly number[],
    classes: CoverClasses | null,
  ) {
    this.problem = problem;
    this.question = question;
    this.best = { chosen: start, value: planValue(problem, question, start) };
    this.scoreOf = () => (classes === null ? medianScore(problem) : coverScore(classes));
  }

  /**
   * @param wanted most wanted first
   * @returns whether the best plan is a new one
   */
  try(wanted: readonly number[]): boolean {
    const key = [...wanted].sort((a, b) => a - b).join();
    if (this.tried.has(key)) return false;
    this.tried.add(key);
    const { problem, question } = this;
    const { forced, group } = question.conditions;
    const score = this.scoreOf();
    const room = new Room(problem, question);
    const add = (j: number) => {
      room.add(j);
      score.add(j);
    };
    for (const j of new Set(forced)) add(j);
    for (const j of wanted) if (room.canAdd(j)) add(j);
    chooseGreedily(score, room, { forced: [], price: null, group });
    improveBySwaps(score, room, forced);
    chooseGreedily(score, room, { forced: [], price: null, group });
    const value = planValue(problem, question, room.chosen);
    if (!isBetter(question, value, this.best.value) || !isKept(problem, question, room.chosen)) return false;
    this.best = { chosen: [...room.chosen], value };
    return true;
  }
}
