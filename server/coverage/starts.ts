/** Residences joined to the streets once for a profile: where their walks may start, or why none can. @module */
import type { LonLat } from "../base/lon-lat.ts";
import { pieceLengthM } from "../base/metric.ts";
import { MM_PER_M } from "../base/units.ts";
import type { Place } from "../network/snap.ts";
import { startOf } from "../reach/ends.ts";
import type { Places } from "../reach/nearest.ts";
import { isRestricted } from "../reach/profile.ts";
import type { Walker } from "../reach/walker.ts";
import type { Residences } from "./people.ts";

/** Places at which walks may start: one a residence, or one an entrance where these are known. Shape [s] each. */
export interface Starts extends Places {
  /** Shape [s]. Where the walk leaves the residence: its entrance, or its own point. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Shape [r + 1]. Starts of residence r are `first[r] … first[r + 1] - 1`; none where all of its gates are closed. */
  readonly first: Uint32Array;
  /** Component of the network the start lies in, −1 without a place. */
  readonly component: Int32Array;
  /** Shape [r]. 1 where only the profile keeps the residence from a street. */
  readonly closedToProfile: Uint8Array;
}

/** @param open a walker of the same streets whom nothing restricts; the same one where nothing restricts this one */
export function startsOf(walker: Walker, open: Walker, residences: Residences): Starts {
  const { count, entrances } = residences;
  const first = new Uint32Array(count + 1);
  for (let r = 0; r < count; r++) first[r + 1] = first[r] + (entrances[r]?.length ?? 1);
  const starts = {
    first,
    lon: new Float64Array(first[count]),
    lat: new Float64Array(first[count]),
    edge: new Int32Array(first[count]).fill(-1),
    mm: new Int32Array(first[count]),
    offsetMm: new Int32Array(first[count]),
    component: new Int32Array(first[count]).fill(-1),
    closedToProfile: new Uint8Array(count),
  };
  const { edgeFrom, component } = walker.network;
  for (let r = 0; r < count; r++) {
    let found = false;
    for (let s = first[r]; s < first[r + 1]; s++) {
      const place = startAt(walker, residences, r, s - first[r]);
      [starts.lon[s], starts.lat[s]] = entranceOf(residences, r, s - first[r]) ?? [
        residences.lon[r],
        residences.lat[r],
      ];
      if (place === null) continue;
      found = true;
      starts.edge[s] = place.edge;
      starts.mm[s] = place.mm;
      starts.offsetMm[s] = place.offsetMm;
      starts.component[s] = component[edgeFrom[place.edge]];
    }
    if (found || !isRestricted(walker.profile)) continue;
    for (let s = first[r]; s < first[r + 1]; s++)
      if (startAt(open, residences, r, s - first[r]) !== null) starts.closedToProfile[r] = 1;
  }
  return starts;
}

/**
 * Where a walk from the residence starts when it leaves by an entrance. From a building to the gate of the wall round it
 * is straight ahead and part of the offset; a compound is where its gates are.
 *
 * @param index of the entrance; 0 for a residence without known entrances, which starts at its own point
 */
export function startAt(walker: Walker, residences: Residences, r: number, index: number): Place | null {
  const entrance = entranceOf(residences, r, index);
  const own: LonLat = [residences.lon[r], residences.lat[r]];
  const place = startOf(walker, entrance ?? own);
  if (place === null || entrance === null || residences.compound[r] === 1) return place;
  return { ...place, offsetMm: place.offsetMm + Math.round(pieceLengthM(...own, ...entrance) * MM_PER_M) };
}

/** Position of an entrance; null for a residence without known ones. */
export function entranceOf({ entrances }: Residences, r: number, index: number): LonLat | null {
  return entrances[r]?.[index] ?? null;
}
