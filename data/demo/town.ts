/** What the parts of the recipe hand to one another while the town is being made. @module */
import type { Block, Side } from "./grid.ts";
import type { Names } from "./names.ts";
import type { OsmSheet } from "./osm-sheet.ts";
import type { Point, Shape } from "./plane.ts";
import type { Random } from "./random.ts";
import type { Street } from "./streets.ts";

export interface Parcel {
  readonly block: Block;
  /** Sides on the centre lines of the streets round it. */
  readonly land: Shape<Side>;
  /** What is left inside walls or kerbs. */
  readonly plot: Shape<Side>;
  readonly use: ParcelUse;
}
export type ParcelUse =
  | "compound"
  | "old"
  | "school"
  | "hospital"
  | "commercial"
  | "park"
  | "lake_park"
  | "station"
  | "industry"
  | "nursery";

/** A row of the residences file. */
export interface Home {
  readonly kind: "compound" | "old" | "odd";
  readonly name: string;
  readonly point: Point;
  readonly households: number;
  readonly street: string | null;
}

export interface Town {
  readonly sheet: OsmSheet;
  readonly names: Names;
  readonly streets: Street[];
  readonly parcels: Parcel[];
  readonly homes: Home[];
  /** Places beside private lanes where something can stand inside a compound. */
  readonly courtyards: {
    readonly point: Point;
    readonly parcel: Parcel;
    readonly compound: string;
    readonly street: string | null;
  }[];
  /** Openings in walls: nothing stands in front of them. */
  readonly gates: Point[];
  /** Names of the grounds of schools and hospitals. */
  readonly siteNames: Map<Parcel, string>;
  random(label: string): Random;
}
