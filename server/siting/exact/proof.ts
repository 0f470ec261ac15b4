/** How a proof is followed: what was found so far, what is left of its time. @module */
import type { SitingProblem, SitingQuestion } from "../problem.ts";
import type { Stop } from "../solution.ts";
import type { Ending } from "./messages.ts";
import type { LinearModel } from "./model.ts";
import type { Solved, SolverThread } from "./solver-thread.ts";

export interface Proof {
  readonly problem: SitingProblem;
  readonly question: SitingQuestion;
  readonly thread: SolverThread;
  /** Seconds that are left. */
  readonly secondsLeft: () => number;
  readonly signal: AbortSignal | undefined;
  /** Of plans that keep all conditions and are better than those before. */
  readonly onPlan: (chosen: readonly number[]) => void;
  readonly onBound: (bound: number) => void;
  /** What broke in the solver. */
  readonly onFault: (message: string) => void;
}

export interface Proved {
  /** The best plan found; null where none was. */
  readonly chosen: readonly number[] | null;
  /** No plan is better; ±Infinity where nothing was proved. */
  readonly bound: number;
  /** `infeasible`: no plan keeps all conditions. */
  readonly ending: "optimal" | "infeasible" | Stop;
}

const STOPS: Readonly<Record<Exclude<Ending | "cancelled", "optimal" | "infeasible">, Stop>> = {
  limit: "time",
  memory: "memory",
  fault: "fault",
  cancelled: "cancelled",
};

export function stopOf(ending: Solved["ending"]): Proved["ending"] {
  return ending === "optimal" || ending === "infeasible" ? ending : STOPS[ending];
}

/** One model to its end, or to the end of the time. */
export async function prove(proof: Proof, model: LinearModel, start: readonly number[] | null): Promise<Proved> {
  if (model.columns === 0) return withoutColumns(model);
  const seconds = proof.secondsLeft();
  if (seconds <= 0) return { chosen: null, bound: model.sense === "max" ? Infinity : -Infinity, ending: "time" };
  const { thread, signal, onPlan, onBound, onFault } = proof;
  const whole = (bound: number) => wholeBound(model, bound);
  const solved = await thread.solve(model, {
    timeLimitSeconds: seconds,
    start,
    signal,
    onPlan,
    onBound: (bound) => onBound(whole(bound)),
    onFault,
  });
  return { chosen: solved.chosen, bound: whole(solved.bound), ending: stopOf(solved.ending) };
}

/** Nothing can be chosen, which HiGHS takes for a model that is not there: every row stands at 0. */
function withoutColumns({ rowLower, rowUpper, offset }: LinearModel): Proved {
  const isKept = rowLower.every((lower) => lower <= 0) && rowUpper.every((upper) => upper >= 0);
  return isKept
    ? { chosen: [], bound: offset, ending: "optimal" }
    : { chosen: null, bound: Number.NaN, ending: "infeasible" };
}

/** Bounds are found in floating point. */
const WHOLE_TOLERANCE = 1e-6;

function wholeBound({ isIntegral, sense }: LinearModel, bound: number): number {
  if (!isIntegral || !Number.isFinite(bound)) return bound;
  const tolerance = WHOLE_TOLERANCE * Math.max(1, Math.abs(bound));
  return sense === "max" ? Math.floor(bound + tolerance) : Math.ceil(bound - tolerance);
}
