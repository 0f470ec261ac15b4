/** The walk from every residence to the nearest facility of one category; limits are applied afterwards. @module */
import { UNREACHED } from "../base/units.ts";
import type { Place } from "../network/snap.ts";
import { endsOf } from "../reach/ends.ts";
import { type Nearest, nearestForAll } from "../reach/nearest.ts";
import type { Walker } from "../reach/walker.ts";
import type { Facilities } from "./people.ts";
import type { Starts } from "./starts.ts";

export interface CategoryWalks {
  /** Shape [r]. Whole walk with both offsets, as the limit judges it, {@link UNREACHED} where none leads to any. */
  readonly totalMm: Int32Array;
  /** Shape [r]. Its true length; differs from `totalMm` where something costs the profile time. */
  readonly lengthMm: Int32Array;
  /** Shape [r]. Index of the facility walked to, −1 where none. */
  readonly facility: Int32Array;
  /** Shape [r]. Index into the starts of the profile, −1 where no walk is known. */
  readonly start: Int32Array;
  /** Shape [r]. Offset at the facility's end of that walk. */
  readonly toOffsetMm: Int32Array;
  /** Shape [r]. One of {@link State}. */
  readonly state: Uint8Array;
  /** Facilities of the category in the area, and how many of them have no street within 200 m (nobody can be shown to reach them). */
  readonly facilities: number;
  readonly facilitiesOffNetwork: number;
}

/** What is known of a residence, before any limit. */
export const State = {
  /** A walk is known; the limit decides. */
  WALK: 0,
  /** On the main network, and no walk leads to any: uncovered at every limit. */
  NO_WALK: 1,
  /** Only the profile's closed ways keep it from every street: uncovered at every limit. */
  CLOSED_TO_PROFILE: 2,
  /** Unknown. */
  NO_STREET: 3,
  /** Unknown: an island of the network without a facility of the category, while there are some elsewhere. */
  ISLAND: 4,
  /** Unknown: every gate that is known is closed. */
  GATES_CLOSED: 5,
} as const;

export function walksToCategory(
  walker: Walker,
  starts: Starts,
  facilities: Facilities,
  category: number,
): CategoryWalks {
  const places: Place[] = [];
  const facility: number[] = [];
  let count = 0;
  let offNetwork = 0;
  for (let f = 0; f < facilities.count; f++) {
    if (facilities.category[f] !== category) continue;
    const ends = endsOf(walker, [facilities.lon[f], facilities.lat[f]]);
    count++;
    if (ends.length === 0) offNetwork++;
    for (const end of ends) {
      places.push(end);
      facility.push(f);
    }
  }
  const found = nearestForAll(walker, starts, { places, facility: Int32Array.from(facility) });
  const start = bestStarts(starts.first, found);
  const ofStart = (column: Int32Array, none: number): Int32Array => start.map((s) => (s < 0 ? none : column[s]));
  const totalMm = ofStart(found.totalMm, UNREACHED);
  const end = ofStart(found.end, -1);
  return {
    totalMm,
    lengthMm: ofStart(found.lengthMm, UNREACHED),
    start,
    facility: end.map((i) => (i < 0 ? -1 : facility[i])),
    toOffsetMm: end.map((i) => (i < 0 ? 0 : places[i].offsetMm)),
    state: statesOf(starts, totalMm, places.length > 0),
    facilities: count,
    facilitiesOffNetwork: offNetwork,
  };
}

/** The same walks where facilities have other numbers; none of those walked to may be gone (−1). */
export function withFacilitiesRenumbered(walks: CategoryWalks, indexOf: Int32Array): CategoryWalks {
  return { ...walks, facility: walks.facility.map((f) => (f < 0 ? -1 : indexOf[f])) };
}

/** Shape [r]. The start with the shortest walk; of equal ones the one to the earlier facility, then the earlier start. */
function bestStarts(first: Uint32Array, { totalMm, end }: Nearest): Int32Array {
  const best = new Int32Array(first.length - 1).fill(-1);
  for (let r = 0; r < best.length; r++) {
    for (let s = first[r]; s < first[r + 1]; s++) {
      const b = best[r];
      if (totalMm[s] === UNREACHED) continue;
      if (b < 0 || totalMm[s] < totalMm[b] || (totalMm[s] === totalMm[b] && end[s] < end[b])) best[r] = s;
    }
  }
  return best;
}

function statesOf(
  { first, edge, component, closedToProfile }: Starts,
  totalMm: Int32Array,
  anyPlace: boolean,
): Uint8Array {
  const state = new Uint8Array(totalMm.length);
  for (let r = 0; r < totalMm.length; r++) {
    if (totalMm[r] !== UNREACHED) continue;
    let [hasPlace, isOnMain] = [false, false];
    for (let s = first[r]; s < first[r + 1]; s++) {
      hasPlace ||= edge[s] >= 0;
      isOnMain ||= component[s] === 0;
    }
    if (first[r] === first[r + 1]) state[r] = State.GATES_CLOSED;
    else if (!hasPlace) state[r] = closedToProfile[r] === 1 ? State.CLOSED_TO_PROFILE : State.NO_STREET;
    else state[r] = anyPlace && !isOnMain ? State.ISLAND : State.NO_WALK;
  }
  return state;
}
