/** What a plan draws on the map: its changes, and the cells and residences that notice them. @module */
import type { Turn } from "../state/plan/turn.ts";
import type { Place } from "../state/view.ts";

/** Before and after, as the tip under the pointer tells it. */
export interface ChangeTold {
  /** Name of a residence's community; null for a cell. */
  readonly of: string | null;
  readonly residents: number | null;
  readonly turn: Turn;
  readonly before: ToldSide;
  readonly after: ToldSide;
}

export interface ToldSide {
  /** Residents covered; of a residence null. */
  readonly covered: number | null;
  /** Of a residence; null for a cell. */
  readonly verdict: "covered" | "uncovered" | "unknown" | null;
  /** Walk to the nearest, a mean for a cell; null where there is none. */
  readonly seconds: number | null;
}

interface Changed {
  readonly turn: Turn;
  readonly told: ChangeTold;
}

export interface ChangedCell extends Changed {
  /** Closed. */
  readonly ring: readonly Place[];
}

export interface ChangedHome extends Changed {
  readonly at: Place;
}

/** One change, numbered as in the list beside the map. */
export interface Mark {
  /** `facility`: as it is in the plan. `gone`: where one stood that is moved or closed. Gates and streets by their sign. */
  readonly kind: "facility" | "gone" | "shut" | "open";
  readonly at: Place;
  /** Number of its row; null for what only shows where something was. */
  readonly number: number | null;
  /** Of the facility; null for other changes. */
  readonly ref: string | null;
  /** One character, for a facility. */
  readonly symbol: string;
}

export interface WhatIfScene {
  /** The effect of the last change is on its way. */
  readonly awaited: boolean;
  readonly cells: readonly ChangedCell[];
  readonly residences: readonly ChangedHome[];
  readonly marks: readonly Mark[];
  /** From where a facility was to where it is moved; paths that are added. */
  readonly lines: readonly { readonly kind: "move" | "path"; readonly line: readonly Place[] }[];
  /** Refs of facilities that are not drawn where the base has them. */
  readonly without: readonly string[];
}
