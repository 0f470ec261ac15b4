/** What a scenario may change on its base: facilities, streets, gates. Positions are WGS 84. @module */
import type { LonLat } from "../../base/lon-lat.ts";

/** More than anybody plans by hand; each street change costs some milliseconds when the scenario is opened. */
export const MAX_CHANGES = 500;

export interface AddFacility {
  readonly kind: "add_facility";
  /** Its name in answers; no facility of the base may have it. */
  readonly ref: string;
  readonly category: string;
  readonly position: LonLat;
  readonly name?: string | null;
  readonly openingHours?: string | null;
  readonly capacity?: number | null;
}

export type FacilityChange =
  | AddFacility
  | { readonly kind: "move_facility"; readonly ref: string; readonly position: LonLat }
  | { readonly kind: "close_facility"; readonly ref: string }
  | { readonly kind: "set_category"; readonly ref: string; readonly category: string }
  /** null: unknown. */
  | { readonly kind: "set_opening_hours"; readonly ref: string; readonly openingHours: string | null }
  | { readonly kind: "set_capacity"; readonly ref: string; readonly capacity: number | null };

/**
 * A street named by an edge of the network, by a point on it (the whole of it between two junctions), or as the shortest
 * way between two points. Numbers of edges hold for one version of the streets alone.
 */
export interface CloseStreet {
  readonly kind: "close_street";
  readonly edge?: number;
  readonly at?: LonLat;
  readonly from?: LonLat;
  readonly to?: LonLat;
}

export type StreetChange =
  | CloseStreet
  /** A private street becomes public. */
  | { readonly kind: "open_street"; readonly edge?: number; readonly at?: LonLat }
  /** Nobody passes the point, along whatever street; residences are no longer left by an entrance there. */
  | { readonly kind: "close_gate"; readonly at: LonLat }
  /** A closed gate lets people pass. `residences` (refs) may be left by it. */
  | { readonly kind: "open_gate"; readonly at: LonLat; readonly residences?: readonly string[] }
  /** A path, bridge or stair between streets, straight from point to point. */
  | {
      readonly kind: "add_path";
      readonly line: readonly LonLat[];
      readonly name?: string | null;
      readonly steps?: boolean;
    };

export type Change = FacilityChange | StreetChange;
export type ChangeKind = Change["kind"];

export const FACILITY_KINDS = [
  "add_facility",
  "move_facility",
  "close_facility",
  "set_category",
  "set_opening_hours",
  "set_capacity",
] as const satisfies readonly FacilityChange["kind"][];

export function isFacilityChange(change: Change): change is FacilityChange {
  return (FACILITY_KINDS as readonly ChangeKind[]).includes(change.kind);
}
