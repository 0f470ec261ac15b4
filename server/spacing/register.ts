/** The register of facilities on a day: who stood then, how sure their positions are, and whom a rule binds. @module */
import { isInForce, type Rule } from "./rule.ts";

/** Columns beside those of the facilities, shape [count] each. */
export interface Register {
  /** ISO day on which the facility opened; null where nobody said. */
  readonly openedOn: readonly (string | null)[];
  /** Its last day; null where it is not known to have closed. */
  readonly closedOn: readonly (string | null)[];
  /** How far the true place may lie from the one given, metres. */
  readonly uncertaintyM: Float64Array;
}

/** Both the first and the last day count. Whoever has no opening date is taken to have stood all along. */
export function stoodOn({ openedOn, closedOn }: Register, f: number, day: string): boolean {
  const opened = openedOn[f];
  const closed = closedOn[f];
  return (opened === null || opened <= day) && (closed === null || day <= closed);
}

export type BindingVerdict = "binds" | "does_not_bind" | "unknown";

export interface Binding {
  readonly verdict: BindingVerdict;
  /** Why: of the rule itself, of the day on which the later of the two opened, or of what is not known. */
  readonly reason: "existing_too" | "later_opened_in_force" | "later_opened_outside" | "opening_unknown";
  /** Opening day of the later one where it is known. */
  readonly laterOpenedOn: string | null;
}

/**
 * Whether a rule in force binds two that stand too close. A rule for new sites binds where it was in force on the day the
 * later one opened; where one of the days is unknown, only if that would be so whatever it was.
 */
export function bindingOf(rule: Rule, { openedOn }: Register, a: number, b: number): Binding {
  const days = [openedOn[a], openedOn[b]].filter((day) => day !== null);
  const later = days.length === 2 ? (days[0] > days[1] ? days[0] : days[1]) : null;
  if (rule.binds === "existing_too") return { verdict: "binds", reason: "existing_too", laterOpenedOn: later };
  if (later !== null) {
    const inForce = isInForce(rule, later);
    return {
      verdict: inForce ? "binds" : "does_not_bind",
      reason: inForce ? "later_opened_in_force" : "later_opened_outside",
      laterOpenedOn: later,
    };
  }
  const [known] = days;
  // The later one opened no earlier than the one whose day is known.
  if (known !== undefined && rule.validUntil !== null && known > rule.validUntil)
    return { verdict: "does_not_bind", reason: "later_opened_outside", laterOpenedOn: null };
  if (known !== undefined && rule.validUntil === null && isInForce(rule, known))
    return { verdict: "binds", reason: "later_opened_in_force", laterOpenedOn: null };
  return { verdict: "unknown", reason: "opening_unknown", laterOpenedOn: null };
}
