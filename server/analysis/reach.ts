/** Everything within a walk of one point: the shape, the nearest of every category, what is missing, and why. @module */
import type { MultiPolygon } from "geojson";
import { isLonLat, type LonLat } from "../base/lon-lat.ts";
import { limitMm, MM_PER_M, UNREACHED } from "../base/units.ts";
import type { Place } from "../network/snap.ts";
import { startOf, totalTo } from "../reach/ends.ts";
import { reachError } from "../reach/errors.ts";
import { isRestricted } from "../reach/profile.ts";
import { drawIsochrone } from "../reach/shape/isochrone.ts";
import { spreadFrom } from "../reach/spread-from.ts";
import type { Walker } from "../reach/walker.ts";
import type { OpenArea } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import { categoriesOffNetwork } from "./reach-off-network.ts";
import {
  pair,
  type SnappedAnswer,
  snappedAnswer,
  type WalkAnswer,
  type WalkStatus,
  walkAnswer,
} from "./walk-answer.ts";

export const MAX_MINUTES = 120;

export interface NearestAnswer {
  category: string;
  withinLimit: boolean;
  facility: { ref: string; name: string | null; position: [number, number] };
  walk: WalkAnswer;
  /** Gate or door by which a residence is left, where its entrances are known. */
  entrance?: [number, number];
}

/** A category of which it cannot be said whether it is within the limit. */
export interface UnknownCategory {
  category: string;
  reason: "no_street_within_200m" | "island" | "gates_closed" | "facilities_off_network";
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
  facilitiesWithin: Record<string, number>;
  pins: Pins;
}

/** An origin off the globe is answered as such, so that it never fails a batch. Throws `minutes_out_of_range`, `profile_unknown`. */
export function reachFrom(area: OpenArea, profileId: string, origin: LonLat, minutes: number): ReachAnswer {
  const walker = area.walker(profileId);
  const limit = checkedLimit(walker, minutes);
  const start = isLonLat(...origin) ? startOf(walker, origin) : null;
  const head = { origin: pair(origin), minutes, limitM: limit / MM_PER_M, pins: pinsOf(area, walker) };
  const { categories } = area.content.facilities;
  if (start === null) {
    const status = whyNoStart(area, walker, origin);
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
  spreadFrom(walker, start, limit);
  const shape = drawIsochrone(walker, area.lattice(walker), start, limit);
  spreadFrom(walker, start, UNREACHED - 1);
  const { nearest, within, placed } = facilitiesFrom(area, walker, start, limit);
  const walked = new Set(nearest.map(({ category }) => category));
  const isIsland = walker.network.component[walker.network.edgeFrom[start.edge]] !== 0;
  const isCut = (category: string) => isIsland && !walked.has(category) && placed.has(category);
  const offNetwork = categoriesOffNetwork(area, walker, origin, limit);
  const isUnsure = (category: string) => offNetwork.has(category) && !(category in within);
  const unknown = categories.flatMap((category): UnknownCategory[] => {
    if (isCut(category)) return [{ category, reason: "island" }];
    return isUnsure(category) ? [{ category, reason: "facilities_off_network" }] : [];
  });
  return {
    ...head,
    status: "ok",
    snapped: snappedAnswer(walker, start),
    isochrone: shape.geometry,
    isochroneAreaM2: shape.areaM2,
    nearest,
    missing: categories.filter((category) => !(category in within) && !isCut(category) && !isUnsure(category)),
    unknown,
    facilitiesWithin: within,
  };
}

function whyNoStart(area: OpenArea, walker: Walker, origin: LonLat): WalkStatus {
  if (!isLonLat(...origin)) return "invalid_coordinates";
  const isClosed = isRestricted(walker.profile) && startOf(area.openWalker(), origin) !== null;
  return isClosed ? "closed_to_profile" : "no_street_within_200m";
}

/** Limit in millimetres; throws `minutes_out_of_range`. */
export function checkedLimit({ profile }: Walker, minutes: number): number {
  if (!(minutes > 0 && minutes <= MAX_MINUTES))
    throw reachError("minutes_out_of_range", { value: minutes, max: MAX_MINUTES });
  return limitMm(minutes, profile.speedMmPerSecond);
}

interface Best {
  readonly facility: number;
  readonly totalMm: number;
  readonly end: Place | null;
}

/**
 * The nearest facility of every category, shortest walk first, how many of each are within the limit, and the categories
 * of which some facility stands by a street.
 */
function facilitiesFrom(
  area: OpenArea,
  walker: Walker,
  start: Place,
  limit: number,
): { nearest: NearestAnswer[]; within: Record<string, number>; placed: ReadonlySet<string> } {
  const { facilities } = area.content;
  const best = facilities.categories.map((): Best => ({ facility: -1, totalMm: Infinity, end: null }));
  const within: Record<string, number> = {};
  const placed = new Set<string>();
  for (let f = 0; f < facilities.count; f++) {
    const category = facilities.category[f];
    let totalMm = Infinity;
    let nearestEnd: Place | null = null;
    for (const end of area.endsOfFacility(walker, f)) {
      placed.add(facilities.categories[category]);
      const total = totalTo(walker, start, end);
      if (total >= totalMm) continue;
      totalMm = total;
      nearestEnd = end;
    }
    if (totalMm <= limit) within[facilities.categories[category]] = (within[facilities.categories[category]] ?? 0) + 1;
    if (totalMm < best[category].totalMm) best[category] = { facility: f, totalMm, end: nearestEnd };
  }
  const nearest = best.flatMap(({ facility: f, totalMm, end }, c): NearestAnswer[] => {
    if (end === null) return [];
    return [
      {
        category: facilities.categories[c],
        withinLimit: totalMm <= limit,
        facility: {
          ref: facilities.ref[f],
          name: facilities.name[f],
          position: [facilities.lon[f], facilities.lat[f]],
        },
        walk: walkAnswer({ status: "ok", start, end, totalMm }, walker),
      },
    ];
  });
  return {
    nearest: nearest.sort(
      (a, b) => (a.walk.seconds ?? 0) - (b.walk.seconds ?? 0) || (a.category < b.category ? -1 : 1),
    ),
    within,
    placed,
  };
}
