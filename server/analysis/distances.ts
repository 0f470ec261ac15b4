/** Walks between given pairs of points, and one of them with its line on the map. @module */
import { isLonLat, type LonLat } from "../base/lon-lat.ts";
import { MM_PER_M } from "../base/units.ts";
import { reachError } from "../reach/errors.ts";
import { walkBetween, walkOrReason } from "../reach/pair.ts";
import { routeOf } from "../reach/route.ts";
import type { OpenArea } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import { INVALID_WALK, pair, type SnappedAnswer, snappedAnswer, type WalkAnswer, walkAnswer } from "./walk-answer.ts";

export type PairOfPoints = readonly [fromLon: number, fromLat: number, toLon: number, toLat: number];

/** One answer a pair, in their order; one without a walk, or with a place off the globe, says so and never fails the rest. */
export function distancesFor(
  area: OpenArea,
  profileId: string,
  pairs: readonly PairOfPoints[],
): { items: WalkAnswer[]; pins: Pins } {
  const walker = area.walker(profileId);
  const open = area.openWalker();
  const items = pairs.map(([fromLon, fromLat, toLon, toLat]) => {
    if (!isLonLat(fromLon, fromLat) || !isLonLat(toLon, toLat)) return { ...INVALID_WALK };
    return walkAnswer(walkOrReason(walker, open, [fromLon, fromLat], [toLon, toLat]), walker);
  });
  return { items, pins: pinsOf(area, walker) };
}

export interface RouteAnswer {
  walk: WalkAnswer;
  from: SnappedAnswer | null;
  to: SnappedAnswer | null;
  line: { type: "LineString"; coordinates: [number, number][] } | null;
  streets: { name: string | null; metres: number }[];
  gates: [number, number][];
  pins: Pins;
}

/** The walk between two points with its streets, its line (offsets included) and the private gates on it. */
export function routeFor(area: OpenArea, profileId: string, from: LonLat, to: LonLat): RouteAnswer {
  const walker = area.walker(profileId);
  const walk = walkOrReason(walker, area.openWalker(), asPoint(...from), asPoint(...to));
  const ends = {
    walk: walkAnswer(walk, walker),
    from: walk.start && snappedAnswer(walker, walk.start),
    to: walk.end && snappedAnswer(walker, walk.end),
    pins: pinsOf(area, walker),
  };
  if (walk.status !== "ok") return { ...ends, line: null, streets: [], gates: [] };
  // The search that the route is read from must be the last one of this walker.
  const again = walkBetween(walker, from, to);
  const route = routeOf(walker, again.status === "ok" ? again : walk);
  return {
    ...ends,
    line: { type: "LineString", coordinates: [from, ...route.line, to].map(pair) },
    streets: route.streets.map(({ name, mm }) => ({ name, metres: mm / MM_PER_M })),
    gates: route.gates.map(pair),
  };
}

/** Throws `coordinates_out_of_range`. */
export function asPoint(lon: number, lat: number): LonLat {
  if (!isLonLat(lon, lat)) throw reachError("coordinates_out_of_range", { lon: String(lon), lat: String(lat) });
  return [lon, lat];
}
