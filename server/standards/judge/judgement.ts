/** What came of holding one requirement against one unit, before dates and waivers. @module */
import type { IsoDate } from "../dates.ts";
import type { PricedGood } from "../facts/register.ts";
import type { Interval, Truth } from "./interval.ts";

/** Why a judgement is what it is, where the figures do not say so themselves. */
export type Reason =
  | "none_there"
  | "list_incomplete"
  | "fact_missing"
  | "threshold_not_set"
  | "nothing_to_judge"
  | "shared_refused"
  | "not_applicable"
  | "applicability_unknown"
  | "not_in_force"
  | "expired";

/** A survey of prices as it was judged. */
export interface SurveyTold {
  readonly on: IsoDate;
  /** With the mean of the markets, and whether the price is more than what is asked allows. */
  readonly goods: readonly (PricedGood & { readonly meanCny: number; readonly isDear: boolean })[];
}

export interface Judgement {
  readonly truth: Truth;
  /** Where nothing is judged although the unit is one that the requirement names. */
  readonly isVoid: boolean;
  /** Bounds of what was measured; null where nothing is measured. */
  readonly measured: Interval | null;
  readonly asked: Interval | null;
  /** How much more, at most how much less, is asked; null where it complies, or nobody knows. */
  readonly shortfall: number | null;
  /** Of measured, asked and shortfall: 平方米, 个, 人, 份 … as the term or the kind has it. */
  readonly unit: string;
  /** Entries of a checklist that are not there, by term. */
  readonly missing: readonly string[];
  /** Terms of facts that nobody knows. */
  readonly unknown: readonly string[];
  /** Facilities, surveys and facts that were looked at, by id. */
  readonly evidence: readonly string[];
  /** The survey of prices that decided; null of all else. */
  readonly survey: SurveyTold | null;
  readonly reason: Reason | null;
}

export function judgement(truth: Truth, unit: string, rest: Partial<Judgement> = {}): Judgement {
  return {
    isVoid: false,
    measured: null,
    asked: null,
    shortfall: null,
    missing: [],
    unknown: [],
    evidence: [],
    survey: null,
    reason: null,
    ...rest,
    truth,
    unit,
  };
}

export function voidOf(reason: Reason, unit: string, rest: Partial<Judgement> = {}): Judgement {
  return judgement("unknown", unit, { ...rest, isVoid: true, reason });
}
