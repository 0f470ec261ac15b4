/** A plan with what is known of how good it is. @module */
import type { Objective, SitingQuestion } from "./problem.ts";

export interface Solution {
  readonly chosen: readonly number[];
  /** As the objective counts: people newly covered, sites, total cost, worst cost. */
  readonly value: number;
  /** No plan is better than this. */
  readonly bound: number;
  /** How far the value may be from the best one, as a part of the larger of both; 0 where it is proved to be the best. */
  readonly gap: number;
  readonly status: "optimal" | "feasible";
  /** Whose plan it is: greedy choice with exchanges, or the search for the best one, by prices and HiGHS. */
  readonly method: "greedy" | "exact";
  /** Why the best plan was not proved; null where it was. */
  readonly stopped: Stop | null;
}

/** `off`: no proof was asked for. */
export type Stop = "time" | "memory" | "cancelled" | "fault" | "off";

/** @param bound as proved; a bound that the value has met is the value itself */
export function solutionOf(
  question: SitingQuestion,
  { chosen, value, bound, method, stopped }: Omit<Solution, "gap" | "status">,
): Solution {
  const gap = gapOf(question.objective, value, bound);
  return gap === 0
    ? { chosen, value, bound: value, gap, status: "optimal", method, stopped: null }
    : { chosen, value, bound, gap, status: "feasible", method, stopped };
}

/** Rounding of sums is no gap. */
const NO_GAP = 1e-9;

function gapOf(objective: Objective, value: number, bound: number): number {
  const distance = objective === "cover" ? bound - value : value - bound;
  const scale = Math.max(Math.abs(value), Math.abs(bound));
  if (scale === 0 || distance <= NO_GAP * scale) return 0;
  return Number.isFinite(distance) ? distance / scale : 1;
}
