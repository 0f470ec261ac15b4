/** A spacing rule: who must keep how far from whom, since when, until when, and where that is written. @module */
import type { Words } from "../base/errors.ts";

/** `straight_line` is geodesic; `walking` is the shortest walk along the streets, in either direction. */
export const MEASURES = ["straight_line", "walking"] as const;
export type RuleMeasure = (typeof MEASURES)[number];

/** `unstated`: the text does not say; then the entrance is taken, and that is told. */
export const ENDS = ["entrance", "parcel_edge", "unstated"] as const;
export type RuleEnd = (typeof ENDS)[number];

export const BINDS = ["new_sites", "existing_too"] as const;
export type Binds = (typeof BINDS)[number];

/** S: seen in a public source; S2: in a secondary one; R: from general knowledge, not verified. */
export const EVIDENCE = ["S", "S2", "R"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** `by_default`: asked of every area that the file names; `when_named`: only where somebody asks for it. */
export const USES = ["by_default", "when_named"] as const;
export type Use = (typeof USES)[number];

export interface Exemption {
  readonly words: Words;
  /** A facility whose name holds one of these is exempt; empty where only a person can tell. */
  readonly nameContains: readonly string[];
}

export interface Rule {
  readonly id: string;
  readonly title: Words;
  readonly jurisdiction: { readonly code: string | null; readonly words: Words };
  readonly use: Use;
  /** Ids of the areas that the rule is for; null for any. */
  readonly areas: readonly string[] | null;
  /** Each of these classes keeps its distance from its own kind; empty for a named pair. */
  readonly sameClass: readonly string[];
  /** Classes of one side keep their distance from those of the other; null for rules about one class. */
  readonly between: readonly [one: readonly string[], other: readonly string[]] | null;
  /** Metres; a facility exactly so far away complies. */
  readonly leastM: number;
  /** Metres that the rule itself forgives. */
  readonly toleranceM: number;
  readonly measure: RuleMeasure;
  readonly from: RuleEnd;
  readonly to: RuleEnd;
  readonly binds: Binds;
  /** ISO days, both inclusive; null where the text gives none. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** What is not known about the dates. */
  readonly validityNote: Words | null;
  readonly exemptions: readonly Exemption[];
  readonly evidence: Evidence;
  readonly source: {
    readonly title: Words;
    readonly number: string | null;
    readonly clause: string | null;
    /** Words of the text itself, to be held against it. */
    readonly quote: string | null;
    readonly address: string | null;
  };
  readonly notes: Words | null;
}

/** Whether the rule is in force on a day, both ends of its validity included; a start that nobody knows lies before every day. */
export function isInForce({ validFrom, validUntil }: Rule, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validUntil === null || day <= validUntil);
}

/** Distance below which a pair offends, metres. */
export function thresholdM({ leastM, toleranceM }: Rule): number {
  return leastM - toleranceM;
}

/** Classes from which one of `category` must keep its distance; empty where the rule does not concern it. */
export function opposites({ sameClass, between }: Rule, category: string): readonly string[] {
  if (between === null) return sameClass.includes(category) ? [category] : [];
  const [one, other] = between;
  return [...new Set([...(one.includes(category) ? other : []), ...(other.includes(category) ? one : [])])];
}

/** A text that names no ends is read from entrance to entrance; edges of parcels are in no table of ours. */
export function needsParcels({ from, to }: Rule): boolean {
  return from === "parcel_edge" || to === "parcel_edge";
}
