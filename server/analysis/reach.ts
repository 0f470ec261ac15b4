/** Everything within a walk of one point: the shape, the nearest of every category, what is missing, and why. @module */
import type { MultiPolygon } from "geojson";
import { isLonLat, type LonLat } from "../base/lon-lat.ts";
import { limitMm, MM_PER_M } from "../base/units.ts";
import type { Place } from "../network/snap.ts";
import { startOf, whyNoStart } from "../reach/ends.ts";
import { reachError } from "../reach/errors.ts";
import { drawIsochrone } from "../reach/shape/isochrone.ts";
import type { Walker } from "../reach/walker.ts";
import type { OpenArea } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import { openAround } from "./reach-at.ts";
import { countAround, type NearestAnswer, nearestAround } from "./reach-facilities.ts";
import { categoriesOffNetwork } from "./reach-off-network.ts";
import { pair, type SnappedAnswer, snappedAnswer, type WalkStatus } from "./walk-answer.ts";

export const MAX_MINUTES = 120;

/** A category of which it cannot be said whether it is within the limit. */
export interface UnknownCategory {
  category: string;
  reason: "no_street_within_200m" | "island" | "gates_closed" | "facilities_off_network" | "hours_unknown";
}

export interface ReachAnswer {
  status: WalkStatus;
  origin: [number, number];
  minutes: number;
  limitM: number;
  snapped: SnappedAnswer | null;
  isochrone: MultiPolygon | null;
  isochroneAreaM2: number | null;
  nearest: NearestAnswer[];
  /** Categories that are known not to be within the limit. */
  missing: string[];
  unknown: UnknownCategory[];
  facilitiesWithin: Readonly<Record<string, number>>;
  pins: Pins;
}

/**
 * An origin off the globe is answered as such, so that it never fails a batch. Throws `minutes_out_of_range`,
 * `profile_unknown`, `moment_unreadable`.
 *
 * @param at moment at which facilities are to be open; absent where hours are not asked about
 */
export function reachFrom(
  area: OpenArea,
  profileId: string,
  origin: LonLat,
  minutes: number,
  at?: string,
): ReachAnswer {
  const walker = area.walker(profileId);
  const limit = checkedLimit(walker, minutes);
  const start = isLonLat(...origin) ? startOf(walker, origin) : null;
  const head = { origin: pair(origin), minutes, limitM: limit / MM_PER_M, pins: pinsOf(area, walker, at) };
  const openness = at === undefined ? null : area.opennessAt(at);
  const { categories } = area.content.facilities;
  if (start === null) {
    const status = whyNoStart(walker, area.openWalker(), origin);
    return {
      ...head,
      status,
      snapped: null,
      isochrone: null,
      isochroneAreaM2: null,
      nearest: [],
      // Only what the profile itself rules out is known to be out of reach.
      missing: status === "closed_to_profile" ? [...categories] : [],
      unknown: status === "no_street_within_200m" ? categories.map((category) => ({ category, reason: status })) : [],
      facilitiesWithin: {},
    };
  }
  const counted = countAround(area, walker, start, limit);
  const shape = drawIsochrone(walker, area.lattice(walker), start, limit);
  const open = openness && openAround(area, walker, start, limit, openness);
  const within = open?.within ?? counted;
  const nearest = open?.nearest ?? nearestAround(area, walker, start, limit);
  const isCut = cutOnIsland(area, walker, start, nearest, open?.placed ?? null);
  const offNetwork = categoriesOffNetwork(area, walker, origin, limit, openness);
  const why = (category: string): UnknownCategory["reason"] | null => {
    if (category in within) return null;
    if (open?.unsure.has(category)) return "hours_unknown";
    if (isCut(category)) return "island";
    return offNetwork.has(category) ? "facilities_off_network" : null;
  };
  return {
    ...head,
    status: "ok",
    snapped: snappedAnswer(walker, start),
    isochrone: shape.geometry,
    isochroneAreaM2: shape.areaM2,
    nearest,
    missing: categories.filter((category) => !(category in within) && why(category) === null),
    unknown: categories.flatMap((category) => {
      const reason = why(category);
      return reason === null ? [] : [{ category, reason }];
    }),
    facilitiesWithin: within,
  };
}

/** On an island a category is unknown that no walk leads to, while some facility of it stands by a street elsewhere. */
function cutOnIsland(
  area: OpenArea,
  walker: Walker,
  start: Place,
  nearest: readonly NearestAnswer[],
  placedAt: ReadonlySet<string> | null,
) {
  const isIsland = walker.network.component[walker.network.edgeFrom[start.edge]] !== 0;
  if (!isIsland) return () => false;
  const walked = new Set(nearest.map(({ category }) => category));
  const places = area.facilityPlaces(walker).categories;
  const placed =
    placedAt ?? new Set(area.content.facilities.categories.filter((_, c) => places[c].ends.places.length > 0));
  return (category: string) => !walked.has(category) && placed.has(category);
}

/** Limit in millimetres; throws `minutes_out_of_range`. */
export function checkedLimit({ profile }: Walker, minutes: number): number {
  if (!(minutes > 0 && minutes <= MAX_MINUTES))
    throw reachError("minutes_out_of_range", { value: minutes, max: MAX_MINUTES });
  return limitMm(minutes, profile.speedMmPerSecond);
}
