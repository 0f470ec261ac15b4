/** One rule applied to one unit on one day: the verdict, the figures behind it, and where the rule is written. @module */
import type { IsoDate } from "../dates.ts";
import type { Interval } from "../judge/interval.ts";
import type { Reason, SurveyTold } from "../judge/judgement.ts";
import type { Kind } from "../pack/requirement-schema.ts";
import type { Evidence, Level, Strength } from "../pack/values.ts";

export type Verdict = "pass" | "fail" | "unknown" | "not_applicable" | "waived" | "not_due";

/** A decision to do without: it changes the verdict of what fails, and hides no figure. */
export interface Waiver {
  readonly unit: string;
  readonly requirement: string;
  readonly reason: string;
  /** The body that allowed it, never a person. */
  readonly office: string;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

export interface Finding {
  readonly requirement: string;
  readonly item: string;
  readonly kind: Kind;
  /** Id and level of the unit. */
  readonly unit: string;
  readonly level: Level;
  readonly verdict: Verdict;
  /** Why it is unknown, not applicable or not due, where the figures do not say so. */
  readonly reason: Reason | null;
  /** Known bounds; both the same where it is known exactly. */
  readonly measured: Interval | null;
  readonly asked: Interval | null;
  readonly shortfall: number | null;
  /** Of the three: m2, count, entries, share, units, points, goods, sites, or the unit of the term. */
  readonly measure: string;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly evidence: readonly string[];
  /** The survey of prices that decided; null of all else. */
  readonly survey: SurveyTold | null;
  readonly clause: string;
  readonly strength: Strength;
  /** False where falling short is told as room for improvement and reduces no result. */
  readonly counts: boolean;
  /** How well the rule itself is known. */
  readonly sourceEvidence: Evidence;
  readonly due: IsoDate | null;
  /** Days after the day due, and after the day of issue where that is later; null where nothing is late. */
  readonly lateDays: number | null;
  readonly lateDaysSinceIssue: number | null;
  readonly waiver: Waiver | null;
}
