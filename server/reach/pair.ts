/** The walk between two points, in its parts, or why there is none. @module */
import type { LonLat } from "../base/lon-lat.ts";
import { UNREACHED } from "../base/units.ts";
import type { Place } from "../network/snap.ts";
import { endsOf, seedStart, startOf, totalTo } from "./ends.ts";
import { isRestricted } from "./profile.ts";
import { resetSearch } from "./search.ts";
import { spreadTowards } from "./spread-towards.ts";
import type { Walker } from "./walker.ts";

/** Why there is no walk: nothing to walk on nearby, no connection, or none that this profile can use. */
export type NoWalk = "no_street_within_200m" | "island" | "closed_to_profile";

/**
 * A walk; `totalMm` = offset + network + offset in the walker's integer millimetres, by which limits decide: with what
 * could be walked in the time lost to penalties. For the true length see `lengthOf`.
 */
export interface FoundWalk {
  readonly status: "ok";
  readonly start: Place;
  readonly end: Place;
  readonly totalMm: number;
}
export interface MissingWalk {
  readonly status: NoWalk;
  readonly start: Place | null;
  readonly end: Place | null;
}
export type PairWalk = FoundWalk | MissingWalk;

/** Shortest walk from one point to another; leaves the walker's search spread from the start. */
export function walkBetween(walker: Walker, from: LonLat, to: LonLat): PairWalk {
  const start = startOf(walker, from);
  const ends = endsOf(walker, to);
  if (start === null || ends.length === 0) return { status: "no_street_within_200m", start, end: ends[0] ?? null };
  resetSearch(walker.search);
  seedStart(walker, start, UNREACHED - 1);
  spreadTowards(walker, start, ends);
  return nearestEnd(walker, start, ends);
}

function nearestEnd(walker: Walker, start: Place, ends: readonly Place[]): PairWalk {
  let best: FoundWalk | null = null;
  for (const end of ends) {
    const totalMm = totalTo(walker, start, end);
    if (totalMm < (best?.totalMm ?? UNREACHED)) best = { status: "ok", start, end, totalMm };
  }
  return best ?? { status: "island", start, end: ends[0] };
}

/**
 * As {@link walkBetween}; where there is no walk, `open` (a walker without restrictions) tells whether only the profile
 * stands in the way: of the walk, or of the street where it would start or end, be that on an island or not.
 */
export function walkOrReason(walker: Walker, open: Walker, from: LonLat, to: LonLat): PairWalk {
  const walk = walkBetween(walker, from, to);
  if (walk.status === "ok" || !isRestricted(walker.profile)) return walk;
  const free = walkBetween(open, from, to);
  const hasStreets = free.start !== null && free.end !== null;
  const isClosed = free.status === "ok" || (walk.status === "no_street_within_200m" && hasStreets);
  return isClosed ? { status: "closed_to_profile", start: walk.start, end: walk.end } : walk;
}
