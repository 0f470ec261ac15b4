/** A dated, sourced set of rules, settled: references hold, dates are days, levels are said. @module */
import type { IsoDate } from "../dates.ts";
import type {
  Ambiguity,
  Head,
  Item,
  Parameter,
  Payment,
  Suspected,
  TaskList,
  Term,
  WrittenPack,
  WrittenSubsidy,
} from "./file-schema.ts";
import type { Kind, WrittenRequirement } from "./requirement-schema.ts";
import type { Evidence, Level } from "./values.ts";

export interface Milestone {
  readonly by: IsoDate;
  /** 0 … 1, inclusive. */
  readonly share: number;
}

interface Settled {
  readonly level: Level;
  readonly title: { readonly zh: string; readonly en: string };
  /** Bodies responsible, by id; those of the item where the requirement names none. Never persons. */
  readonly lead: readonly string[];
  readonly evidence: Evidence;
  readonly from: IsoDate | null;
  /** Last day on which it is in time; null where the document sets none: it is due from the start. */
  readonly due: IsoDate | null;
  readonly until: IsoDate | null;
  readonly milestones: readonly Milestone[];
}
type SettledMembers = keyof Settled;

/** A requirement of any kind; `kind` tells which. */
export type Requirement = WrittenRequirement extends infer R
  ? R extends unknown
    ? Omit<R, SettledMembers> & Settled
    : never
  : never;
export type RequirementOf<K extends Kind> = Extract<Requirement, { readonly kind: K }>;

export interface PackItem extends Item {
  /** Kinds of facility in the register that count as this item, those of `same_as` included. */
  readonly kinds: string[];
  readonly form: NonNullable<Item["form"]>;
}

export interface Subsidy extends Omit<WrittenSubsidy, "due" | "new_since" | "payments"> {
  readonly due: IsoDate | null;
  readonly newSince: IsoDate | null;
  readonly payments: readonly (Omit<Payment, "since"> & { readonly since: IsoDate | null })[];
}

export interface PackHead extends Omit<Head, "document" | "validity"> {
  readonly document: Omit<Head["document"], "issued" | "published"> & {
    readonly issued: IsoDate;
    readonly published: IsoDate | null;
  };
  /** Both inclusive; null: until somebody ends it. */
  readonly validity: { readonly from: IsoDate; readonly to: IsoDate | null };
}

export interface Pack {
  readonly head: PackHead;
  readonly groups: NonNullable<WrittenPack["groups"]>;
  readonly offices: NonNullable<WrittenPack["offices"]>;
  readonly parameters: readonly Parameter[];
  /** Those of the pack, and those that all packs share. */
  readonly terms: ReadonlyMap<string, Term>;
  readonly items: ReadonlyMap<string, PackItem>;
  readonly requirements: readonly Requirement[];
  readonly requirement: ReadonlyMap<string, Requirement>;
  readonly subsidies: readonly Subsidy[];
  readonly taskLists: ReadonlyMap<string, TaskList>;
  readonly suspectedNames: readonly Suspected[];
  readonly ambiguities: readonly Ambiguity[];
  /** Items that the document counts and does not list: how many it states, and those known so far. */
  readonly emptySlots: WrittenPack["empty_slots"] | null;
}

/** Whether somebody saw the value in a source of the first hand; the rest is shown as not verified. */
export function isVerified(evidence: Evidence): boolean {
  return evidence === "original" || evidence === "S";
}

/** Due before it was written: lateness counts from the day of issue. */
export function isRetroactive(pack: Pack, requirement: Requirement): boolean {
  return requirement.due !== null && requirement.due < pack.head.document.issued;
}
