/** Where one would stand too near to somebody on foot: along the streets exactly, and as a picture. @module */
import { isDeepStrictEqual } from "node:util";
import type { MultiPolygon } from "geojson";
import { MM_PER_M } from "../base/units.ts";
import type { Place } from "../network/snap.ts";
import { EdgeFlag, type WalkNetwork } from "../network/walk-network.ts";
import { alongEdge, endsOf, seedEnd, seedStart, startOf } from "../reach/ends.ts";
import { resetSearch, spread } from "../reach/search.ts";
import { drawIsochrone } from "../reach/shape/isochrone.ts";
import type { Lattice } from "../reach/shape/lattice.ts";
import { spreadFrom } from "../reach/spread-from.ts";
import type { Walker } from "../reach/walker.ts";
import type { FlatPoints } from "./straight.ts";
import type { StreetSites } from "./street-sites.ts";

/** Longest walk that is still too near: one of exactly the limit complies. */
export function tooNearMm(limitM: number): number {
  return Math.ceil(limitM * MM_PER_M) - 1;
}

/** Of some points, those that no walk is known to or from: no street is near them. */
export function withoutStreet(walker: Walker, { lon, lat }: FlatPoints, among: Int32Array): Int32Array {
  return among.filter((f) => startOf(walker, [lon[f], lat[f]]) === null);
}

/**
 * Takes the permission from every site that is nearer to one of the points than the limit, by the shorter of the walks
 * there and back.
 */
export function forbidNear(
  walker: Walker,
  sites: StreetSites,
  { lon, lat }: FlatPoints,
  among: Int32Array,
  limitM: number,
): void {
  const limitMm = tooNearMm(limitM);
  const at = (f: number) => [lon[f], lat[f]] as const;
  const starts = Array.from(among, (f) => startOf(walker, at(f))).filter((place) => place !== null);
  resetSearch(walker.search);
  for (const start of starts) seedStart(walker, start, limitMm);
  spread(walker.search, walker.forward, limitMm);
  forbidReached(walker, sites, starts, limitMm, true);
  const ends = Array.from(among, (f) => endsOf(walker, at(f))).flat();
  resetSearch(walker.search);
  for (const end of ends) seedEnd(walker, end, 0, limitMm);
  spread(walker.search, walker.backward, limitMm);
  forbidReached(walker, sites, ends, limitMm, false);
}

/** @param isOutwards whether the search went from the places to the sites, or from the sites to the places */
function forbidReached(
  { network, search, closed }: Walker,
  sites: StreetSites,
  places: readonly Place[],
  limitMm: number,
  isOutwards: boolean,
): void {
  const { edgeFrom, edgeTo, edgeLengthMm, edgeFlags } = network;
  const onEdge = Map.groupBy(places, ({ edge }) => edge);
  const [ahead, back] = isOutwards ? [EdgeFlag.FORWARD, EdgeFlag.BACKWARD] : [EdgeFlag.BACKWARD, EdgeFlag.FORWARD];
  for (let e = 0; e < network.edgeCount; e++) {
    if (sites.start[e] === sites.start[e + 1] || (edgeFlags[e] & closed) !== 0) continue;
    const atFrom = search.mm[edgeFrom[e]];
    const atTo = search.mm[edgeTo[e]];
    const own = onEdge.get(e) ?? [];
    if (atFrom > limitMm && atTo > limitMm && own.length === 0) continue;
    for (let i = sites.start[e]; i < sites.start[e + 1]; i++) {
      const mm = sites.mm[i];
      const rest = edgeLengthMm[e] - mm;
      const isReached =
        (atFrom + mm <= limitMm && ((edgeFlags[e] & ahead) !== 0 || mm === 0)) ||
        (atTo + rest <= limitMm && ((edgeFlags[e] & back) !== 0 || rest === 0)) ||
        own.some((place) => {
          const [from, to] = isOutwards ? [place.mm, mm] : [mm, place.mm];
          return place.offsetMm + alongEdge(network, e, from, to) <= limitMm;
        });
      if (isReached) sites.allowed[i] = 0;
    }
  }
}

/**
 * Ground from which one of the points is nearer on foot than the limit, or which is so from it; one shape a point, two
 * where the ways there and back differ. As exact as shapes of walks are: whether one may open at a place is for its own walks to say.
 */
export function groundsNear(
  walker: Walker,
  lattice: Lattice,
  { lon, lat }: FlatPoints,
  among: Int32Array,
  limitM: number,
): MultiPolygon[] {
  const limitMm = tooNearMm(limitM);
  const walkers = hasOneWays(walker.network) ? [walker, turnedRound(walker)] : [walker];
  return Array.from(among).flatMap((f) => {
    const start = startOf(walker, [lon[f], lat[f]]);
    if (start === null || start.offsetMm > limitMm) return [];
    const [there, back] = walkers.map((each) => {
      spreadFrom(each, start, limitMm);
      return drawIsochrone(each, lattice, start, limitMm).geometry;
    });
    // Away from one-way streets both are the same, and putting shapes together is what takes time.
    return back === undefined || isDeepStrictEqual(back, there) ? [there] : [there, back];
  });
}

const BOTH = EdgeFlag.FORWARD | EdgeFlag.BACKWARD;

function hasOneWays({ edgeFlags }: WalkNetwork): boolean {
  return edgeFlags.some((flags) => (flags & BOTH) !== 0 && (flags & BOTH) !== BOTH);
}

/** Walks the other way: what reaches a place where the walker would come from it. */
function turnedRound(walker: Walker): Walker {
  const edgeFlags = walker.network.edgeFlags.map((flags) => {
    const ahead = (flags & EdgeFlag.FORWARD) !== 0 ? EdgeFlag.BACKWARD : 0;
    const back = (flags & EdgeFlag.BACKWARD) !== 0 ? EdgeFlag.FORWARD : 0;
    return (flags & ~BOTH) | ahead | back;
  });
  const { forward, backward } = walker;
  return {
    ...walker,
    network: { ...walker.network, edgeFlags, forward: backward, backward: forward },
    forward: backward,
    backward: forward,
  };
}
