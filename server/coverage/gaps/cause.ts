/** Why a home is not covered: what would have to change for it to be. @module */
import type { LonLat } from "../../base/lon-lat.ts";
import { MM_PER_M } from "../../base/units.ts";
import { type CategoryWalks, State } from "../category-walks.ts";
import type { Residences } from "../people.ts";
import { verdictOf } from "../verdict.ts";
import type { StraightNearest } from "./straight-nearest.ts";

/**
 * - `no_facility`: the area has none of the category;
 * - `none_open`: the area has some, and at the moment asked about none that is surely open;
 * - `closed_to_profile`: whoever can use every way would be covered at the same speed;
 * - `closed_gate`: covered if every closed gate on the streets were open;
 * - `island`: no way leads from here to any facility, open gates or not;
 * - `barrier`: a facility stands within the limit as the crow flies, and the walk is longer than streets at right angles
 *   would make it ({@link ORDINARY_DETOUR}): water, rails, a motorway or walls lie between;
 * - `too_far`: none stands so near, or the streets lead there as streets do.
 */
export const GAP_CAUSES = [
  "no_facility",
  "none_open",
  "closed_to_profile",
  "closed_gate",
  "island",
  "barrier",
  "too_far",
] as const;
export type GapCause = (typeof GAP_CAUSES)[number];

/** √2: the most that a grid of streets at right angles adds to the straight distance. */
export const ORDINARY_DETOUR = Math.SQRT2;

/** What is known of one question, to tell causes from. */
export interface CauseFacts {
  readonly residences: Residences;
  readonly walks: CategoryWalks;
  /** Walks if every closed gate were open; null where none is closed. */
  readonly gatesOpen: CategoryWalks | null;
  /** Walks of somebody as fast who can use every way; null where nothing is closed to the profile. */
  readonly waysOpen: CategoryWalks | null;
  readonly straight: (from: LonLat) => StraightNearest | null;
}

/** @param r an uncovered residence */
export function causeOf(
  { residences, walks, gatesOpen, waysOpen, straight }: CauseFacts,
  r: number,
  limitMm: number,
): GapCause {
  if (walks.facilities === 0) return "no_facility";
  if (walks.hours?.open === 0) return "none_open";
  if (walks.state[r] === State.CLOSED_TO_PROFILE) return "closed_to_profile";
  if (waysOpen !== null && verdictOf(waysOpen, r, limitMm) === "covered") return "closed_to_profile";
  if (gatesOpen !== null && verdictOf(gatesOpen, r, limitMm) === "covered") return "closed_gate";
  if (walks.state[r] === State.NO_WALK && isAnyOnNetwork(walks)) return "island";
  const nearest = straight([residences.lon[r], residences.lat[r]]);
  const isNear = nearest !== null && nearest.metres * MM_PER_M <= limitMm;
  return isNear && walks.lengthMm[r] > ORDINARY_DETOUR * nearest.metres * MM_PER_M ? "barrier" : "too_far";
}

function isAnyOnNetwork({ facilities, facilitiesOffNetwork, facilitiesClosedToProfile }: CategoryWalks): boolean {
  return facilities > facilitiesOffNetwork + facilitiesClosedToProfile;
}
