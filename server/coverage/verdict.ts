/** One residence, one category, one limit: covered, uncovered or unknown. @module */
import { type CategoryWalks, State } from "./category-walks.ts";

export type Verdict = "covered" | "uncovered" | "unknown";
export type Reason = "no_street_within_200m" | "island" | "closed_to_profile" | "gates_closed";

/** @param limitMm inclusive */
export function verdictOf(walks: CategoryWalks, residence: number, limitMm: number): Verdict {
  switch (walks.state[residence]) {
    case State.WALK:
      return walks.totalMm[residence] <= limitMm ? "covered" : "uncovered";
    case State.NO_STREET:
    case State.ISLAND:
    case State.GATES_CLOSED:
      return "unknown";
    default:
      return "uncovered";
  }
}

/** Why there is no walk, or null where there is one or none exists on the main network. */
export function reasonOf(walks: CategoryWalks, residence: number): Reason | null {
  switch (walks.state[residence]) {
    case State.NO_STREET:
      return "no_street_within_200m";
    case State.ISLAND:
      return "island";
    case State.CLOSED_TO_PROFILE:
      return "closed_to_profile";
    case State.GATES_CLOSED:
      return "gates_closed";
    default:
      return null;
  }
}
