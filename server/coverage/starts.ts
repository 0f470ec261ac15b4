/** Residences joined to the streets once for a profile: where their walks start, or why none can. @module */

import { startOf } from "../reach/ends.ts";
import type { Places } from "../reach/nearest.ts";
import { isRestricted } from "../reach/profile.ts";
import type { Walker } from "../reach/walker.ts";
import type { Residences } from "./people.ts";

export interface Starts extends Places {
  /** Shape [r]. Component of the network the start lies in, −1 without a start. */
  readonly component: Int32Array;
  /** Shape [r]. 1 where only the profile keeps the residence from a street. */
  readonly closedToProfile: Uint8Array;
}

/** @param open a walker of the same streets whom nothing restricts; the same one where nothing restricts this one */
export function startsOf(walker: Walker, open: Walker, { count, lon, lat }: Residences): Starts {
  const starts = {
    edge: new Int32Array(count).fill(-1),
    mm: new Int32Array(count),
    offsetMm: new Int32Array(count),
    component: new Int32Array(count).fill(-1),
    closedToProfile: new Uint8Array(count),
  };
  const { edgeFrom, component } = walker.network;
  for (let r = 0; r < count; r++) {
    const place = startOf(walker, [lon[r], lat[r]]);
    if (place === null) {
      if (isRestricted(walker.profile) && startOf(open, [lon[r], lat[r]]) !== null) starts.closedToProfile[r] = 1;
      continue;
    }
    starts.edge[r] = place.edge;
    starts.mm[r] = place.mm;
    starts.offsetMm[r] = place.offsetMm;
    starts.component[r] = component[edgeFrom[place.edge]];
  }
  return starts;
}
