/** Residences and facilities of one release as columns, the form in which they are counted. @module */

import type { LonLat } from "../base/lon-lat.ts";

/** People columns hold −1 where the figure is unknown: such a residence is in no sum of people. */
export interface Residences {
  readonly count: number;
  /** Shape [count] each. */
  readonly ref: readonly string[];
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly households: Int32Array;
  readonly residents: Int32Array;
  /**
   * Open gates or doors by which people leave, in the order of the file. Null where nobody said: the walk starts at the
   * point; empty where all that is known is closed.
   */
  readonly entrances: readonly (readonly LonLat[] | null)[];
  /** 1 for a compound, 0 for a single building. */
  readonly compound: Uint8Array;
  /** 1 where households and residents are estimates. */
  readonly estimated: Uint8Array;
  /** Index into the units of the level, −1 outside all of them. */
  readonly community: Int32Array;
  readonly subdistrict: Int32Array;
}

export interface Facilities {
  readonly count: number;
  readonly ref: readonly string[];
  readonly name: readonly (string | null)[];
  /** Index into `categories`. */
  readonly category: Int32Array;
  readonly categories: readonly string[];
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly community: Int32Array;
  readonly subdistrict: Int32Array;
}

export interface Unit {
  readonly ref: string;
  readonly name: string;
  readonly level: "subdistrict" | "community";
  /** ref of the subdistrict a community belongs to. */
  readonly parent: string | null;
  readonly bbox: readonly [number, number, number, number];
}
