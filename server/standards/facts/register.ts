/** What is known of units and their facilities: plain values, each null or missing where nobody knows. @module */
import type { IsoDate } from "../dates.ts";
import type { Level } from "../pack/values.ts";

/** Yes/no facts by term; a term that is missing is unknown. */
export type Marks = Readonly<Record<string, boolean>>;
/** Numbers by term, in the unit of the term; a term that is missing is unknown. */
export type Figures = Readonly<Record<string, number>>;

export interface UnitFacts {
  readonly id: string;
  readonly level: Level;
  /** The unit that it lies in; null for the whole. */
  readonly parent: string | null;
  readonly name: string;
  readonly setting: "urban" | "rural" | null;
  /** Old town or new town. */
  readonly age: "old" | "new" | null;
  readonly households: number | null;
  readonly residents: number | null;
  readonly marks: Marks;
  readonly figures: Figures;
  /** Work by `item.step`: the day it was done, or last done; null: known not to be done; missing: unknown. */
  readonly steps: Readonly<Record<string, IsoDate | null>>;
  /** Kinds of facility and room of which all that the unit has are in the register, so that none listed means none. */
  readonly listedKinds: readonly string[];
}

/** Square metres and what they include: walls and corridors (`gross`), or the room inside (`net`). */
export interface Area {
  readonly m2: number;
  readonly basis: "gross" | "net" | "unknown";
}

interface PlaceFacts {
  readonly kind: string;
  readonly area: Area | null;
  readonly marks: Marks;
  readonly figures: Figures;
}

export interface RoomFacts extends PlaceFacts {
  readonly id: string;
  /** Kinds of room whose work is done in it too. */
  readonly sharedWith: readonly string[];
}

export interface FacilityFacts extends PlaceFacts {
  readonly id: string;
  readonly unit: string;
  readonly name: string | null;
  /** What it is besides its kind: `contracted_outlet` for a barber under agreement. */
  readonly also: readonly string[];
  /** First and last day; null: longer ago than the register tells, and still there. */
  readonly since: IsoDate | null;
  readonly until: IsoDate | null;
  readonly rooms: readonly RoomFacts[];
  /** Where it is known from: a row of a file, the map, a survey. */
  readonly source: string | null;
}

export interface AcceptanceFacts {
  readonly unit: string;
  readonly item: string;
  readonly on: IsoDate;
  readonly passed: boolean;
  /** 0 … 100; null where none was given. */
  readonly score: number | null;
}

/** People of a unit by whether a walk, or a straight line, brings them to one of the categories. */
export interface ReachFacts {
  readonly unit: string;
  readonly categories: readonly string[];
  readonly minutes: number | null;
  readonly metres: number | null;
  readonly measured: "walk" | "straight";
  /** What is counted; residents, unless nobody knows them. */
  readonly people: "residents" | "households" | "residences";
  readonly covered: number;
  readonly uncovered: number;
  readonly unknown: number;
}

/** What the spacing engine found in a unit under one rule. */
export interface SpacingFacts {
  readonly unit: string;
  readonly rule: string;
  /** New sites that were checked; those surely too close; those within the error of their positions. */
  readonly checked: number;
  readonly tooClose: number;
  readonly unsure: number;
}

/** What a market asks for a good. */
export interface MarketPrice {
  readonly market: string;
  readonly cny: number;
  /** Who found it, as a body or a bulletin; null where nobody said. */
  readonly source: string | null;
}

/** A good in a facility and in the markets that it is compared with, all for the same quantity of it. */
export interface PricedGood {
  readonly name: string;
  /** What the price is for: 斤, 袋, 次. */
  readonly per: string;
  readonly cny: number;
  readonly markets: readonly MarketPrice[];
}

/** One survey of prices: the newest of a facility counts, as a whole. */
export interface PriceSurvey {
  readonly facility: string;
  readonly on: IsoDate;
  readonly goods: readonly PricedGood[];
}

export interface Register {
  readonly units: readonly UnitFacts[];
  readonly facilities: readonly FacilityFacts[];
  readonly acceptances: readonly AcceptanceFacts[];
  readonly reach: readonly ReachFacts[];
  readonly spacing: readonly SpacingFacts[];
  readonly prices: readonly PriceSurvey[];
}
