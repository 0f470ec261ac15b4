/** One thing known of a unit, or of a facility in it, as the register keeps it: from a day on, in words that no pack changes. @module */
import type { IsoDate } from "../dates.ts";
import type { AcceptanceFacts, Area, PriceSurvey } from "./register.ts";

export const FACT_FORMS = [
  "unit",
  "setting",
  "age",
  "listed",
  "area",
  "since",
  "until",
  "also",
  "acceptance",
  "price",
  "mark",
  "figure",
  "step",
] as const;
export type FactForm = (typeof FACT_FORMS)[number];

export type KeptValue =
  | number
  | boolean
  | string
  | Area
  | readonly string[]
  | { readonly name: string }
  | Pick<AcceptanceFacts, "passed" | "score">
  | Pick<PriceSurvey, "goods">;

/** What a fact is about: two of one subject and one day exclude each other. */
export interface FactSubject {
  /** Key of the unit (`names/unit-key.ts`). */
  readonly unit: string;
  /** Kind of facility; of work and inspections the item; "" of the unit itself. */
  readonly kind: string;
  /** Name of the facility; "" for the only one of its kind. */
  readonly place: string;
  /** The term; what {@link FactForm} says where the form has no terms. */
  readonly fact: string;
}

export interface KeptFact extends FactSubject {
  readonly form: FactForm;
  /**
   * It holds from this day on; "" where nobody said since when. Of inspections and surveys of prices the day itself, so that
   * one does not replace another.
   */
  readonly since: IsoDate | "";
  /** Of a step the day on which it was done, or `not_done`; of `listed` whether all are listed. */
  readonly value: KeptValue;
}
