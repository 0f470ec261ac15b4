/**
 * A siting question answered: greedily at once, then proved or bettered by prices and HiGHS while time, memory and patience
 * last. Where these end, the best plan so far is the answer, and says so.
 * @module
 */
import { plainBound } from "./bounds.ts";
import { compareShares, sharesWith } from "./communities.ts";
import { sitingError } from "./errors.ts";
import { coverModel } from "./exact/cover-model.ts";
import { medianModel } from "./exact/median-model.ts";
import type { Proof, Proved } from "./exact/proof.ts";
import { proveCenter } from "./exact/prove-center.ts";
import { proveEquity } from "./exact/prove-equity.ts";
import { proveFewest } from "./exact/prove-fewest.ts";
import { proveNarrowed } from "./exact/prove-narrowed.ts";
import type { SolverThread } from "./exact/solver-thread.ts";
import { greedyPlan } from "./greedy/greedy-plan.ts";
import { type Names, whyInfeasible } from "./infeasible.ts";
import { isBetter, isKept, planValue } from "./judge.ts";
import type { SitingProblem, SitingQuestion } from "./problem.ts";
import { type Solution, type Stop, solutionOf } from "./solution.ts";

export interface SolveSettings {
  /** Ends when it is told to; null for the greedy answer alone. */
  readonly thread: SolverThread | null;
  readonly timeLimitSeconds: number;
  /** Seconds on a clock that only goes forward. */
  readonly now: () => number;
  readonly signal?: AbortSignal;
  /** The best so far, whenever it or its bound gets better. */
  readonly onProgress?: (solution: Solution) => void;
  /** Faults of the solver, which no user can mend; the answer is then marked. */
  readonly onFault: (message: string) => void;
  readonly names: Names;
}

/** Throws `siting_infeasible`, and `siting_undecided` where time ended before any plan was found. */
export async function solveSiting(
  problem: SitingProblem,
  question: SitingQuestion,
  settings: SolveSettings,
): Promise<Solution> {
  const { thread, timeLimitSeconds, now, signal, onProgress, onFault, names } = settings;
  const startedAt = now();
  const secondsLeft = () => timeLimitSeconds - (now() - startedAt);
  const greedy = greedyPlan(problem, question);
  const best = {
    chosen: greedy.isKept ? greedy.chosen : null,
    method: "greedy" as Solution["method"],
    bound: plainBound(problem, question),
  };
  const solution = (stopped: Stop): Solution => {
    const chosen = sorted(best.chosen!);
    return solutionOf(question, { ...best, chosen, value: planValue(problem, question, chosen), stopped });
  };
  const tell = () => {
    if (best.chosen !== null) onProgress?.(solution("time"));
  };
  const onPlan = (chosen: readonly number[]) => {
    if (!isKept(problem, question, chosen)) return;
    if (best.chosen !== null && !isBetterPlan(problem, question, chosen, best.chosen)) return;
    best.chosen = chosen;
    best.method = "exact";
    tell();
  };
  const onBound = (bound: number) => {
    if (!isBetter(question, best.bound, bound)) return;
    best.bound = bound;
    tell();
  };
  tell();
  if (best.chosen !== null && isSettled(question, solution("off"))) return solution("off");
  if (thread === null) {
    if (best.chosen === null) throw sitingError("siting_undecided", { limit: 0 });
    return solution("off");
  }
  const proof: Proof = { problem, question, thread, secondsLeft, signal, onPlan, onBound, onFault };
  const proved = await proveBest(proof, best.chosen);
  if (proved.ending === "infeasible") throw await whyInfeasible(proof, names);
  if (proved.chosen !== null) onPlan(proved.chosen);
  if (best.chosen === null) throw sitingError("siting_undecided", { limit: timeLimitSeconds });
  if (proved.ending === "optimal") best.bound = planValue(problem, question, best.chosen);
  else onBound(proved.bound);
  if (proved.ending === "optimal") best.method = "exact";
  return solution(proved.ending === "optimal" ? "off" : proved.ending);
}

/** A plan that no other can beat needs no proof; where equity counts, the number of people proves nothing. */
function isSettled({ conditions }: SitingQuestion, { status }: Solution): boolean {
  return status === "optimal" && conditions.equity === null;
}

function proveBest(proof: Proof, start: readonly number[] | null): Promise<Proved> {
  const { question } = proof;
  switch (question.objective) {
    case "cover":
      return question.conditions.equity === null ? proveNarrowed(proof, coverModel, start) : proveEquity(proof, start);
    case "fewest":
      return proveFewest(proof, start);
    case "median":
      return proveNarrowed(proof, medianModel, start);
    case "center":
      return proveCenter(proof, start);
  }
}

function isBetterPlan(
  problem: SitingProblem,
  question: SitingQuestion,
  plan: readonly number[],
  than: readonly number[],
): boolean {
  const { equity } = question.conditions;
  if (equity !== null) {
    const shares = compareShares(sharesWith(problem, question, plan), sharesWith(problem, question, than));
    if (shares !== 0) return shares > 0;
  }
  return isBetter(question, planValue(problem, question, plan), planValue(problem, question, than));
}

function sorted(chosen: readonly number[]): number[] {
  return [...chosen].sort((a, b) => a - b);
}
