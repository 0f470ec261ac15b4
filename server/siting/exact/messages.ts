/** What a thread of the solver is told and tells. @module */
import type { LinearModel } from "./model.ts";

export interface SolveRequest {
  readonly id: number;
  readonly model: LinearModel;
  /** Candidates of a plan that is known already; null where none is. */
  readonly start: readonly number[] | null;
  readonly timeLimitSeconds: number;
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
      /** Of every plan; ±Infinity where nothing was proved. */
      readonly bound: number;
      /** Of a fault. */
      readonly message: string | null;
    };
