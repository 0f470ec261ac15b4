/** What a scenario stands on: one release of an area, as far as changes refer to it. @module */
import type { LonLat } from "../../base/lon-lat.ts";
import type { Streets, Walker } from "../../reach/walker.ts";
import type { Facilities, Residences } from "../people.ts";

export interface Ground {
  /** Number of the release and of its streets, for messages and for edges named by number. */
  readonly release: number;
  readonly streetsVersion: number;
  readonly facilities: Facilities;
  readonly residences: Residences;
  readonly streets: Streets;
  /** On these streets, and nothing restricts it. */
  openWalker(): Walker;
  isCategory(code: string): boolean;
  /** Units that a position falls in, −1 outside all of them. */
  unitsAt(position: LonLat): { readonly community: number; readonly subdistrict: number };
}
