/** What a thread of the solver is told and tells. @module */
import type { Narrowed } from "../dual/narrow.ts";
import type { SitingProblem, SitingQuestion } from "../problem.ts";
import type { LinearModel } from "./model.ts";

export type SolveRequest = ModelRequest | NarrowRequest;

export interface ModelRequest {
  readonly kind: "model";
  readonly id: number;
  readonly model: LinearModel;
  /** Candidates of a plan that is known already; null where none is. */
  readonly start: readonly number[] | null;
  readonly timeLimitSeconds: number;
}

export interface NarrowRequest {
  readonly kind: "narrow";
  readonly id: number;
  readonly problem: SitingProblem;
  readonly question: SitingQuestion;
  readonly start: readonly number[];
  /** A value that is enough to know, of a plan or of the bound; null where the best one is asked for. */
  readonly needed: number | null;
  /** Shape [1], shared between threads: 1 once the time is over. */
  readonly isOver: Int32Array;
}

/** Why a solver ended. `limit`: out of time; `memory`: it was given no more. */
export type Ending = "optimal" | "infeasible" | "limit" | "memory" | "fault";

export type SolverMessage =
  | { readonly kind: "plan"; readonly id: number; readonly chosen: readonly number[] }
  | { readonly kind: "bound"; readonly id: number; readonly bound: number }
  | {
      readonly kind: "ended";
      readonly id: number;
      readonly ending: Ending;
      /** The last plan found; null for none. */
      readonly chosen: readonly number[] | null;
      /** Of every plan; null where nothing was proved. */
      readonly bound: number | null;
      /** Of a fault. */
      readonly message: string | null;
    }
  /** The end of narrowing; null where prices say nothing. */
  | { readonly kind: "narrowed"; readonly id: number; readonly narrowed: Narrowed | null };
