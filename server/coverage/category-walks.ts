/**
 * The walk from every residence to the nearest facility of one category; limits are applied afterwards. At a moment these
 * are the facilities that are surely open, and beside it stands the walk to the nearest of which nobody knows.
 * @module
 */
import type { LonLat } from "../base/lon-lat.ts";
import { UNREACHED } from "../base/units.ts";
import type { Place } from "../network/snap.ts";
import { endsOf, isClosedTo } from "../reach/ends.ts";
import { type Ends, type Nearest, nearestForAll } from "../reach/nearest.ts";
import type { Walker } from "../reach/walker.ts";
import { countOpen, Open, type OpenCounts, type Openness } from "./hours/open-at.ts";
import type { Facilities } from "./people.ts";
import type { Starts } from "./starts.ts";
import { nearestStraightMm } from "./straight.ts";

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
  /**
   * Shape [r]. Straight line to the nearest facility without a street, which no walk there can undercut: from this limit
   * on, a residence that nothing else covers is unknown. {@link UNREACHED} where all have a street.
   */
  readonly offNetworkMm: Int32Array;
  /**
   * Shape [r]. Walk to the nearest facility whose hours are unknown at the moment asked about, {@link UNREACHED} where
   * none leads to any: from this limit on, a residence that nothing else covers is unknown. Null where no moment is asked
   * about, or every facility's hours are known.
   */
  readonly unsureMm: Int32Array | null;
  /** Facilities of the category that are open, closed and unknown at the moment; null where none is asked about. */
  readonly hours: OpenCounts | null;
  /** Facilities of the category in the area. */
  readonly facilities: number;
  /** How many of them have no street within 200 m: nobody can be shown to reach them. */
  readonly facilitiesOffNetwork: number;
  /** How many have a street, but none that the profile can use: it is known not to reach them. */
  readonly facilitiesClosedToProfile: number;
}

/** What is known of a residence, before any limit and before facilities without a street. */
export const State = {
  /** A walk is known; the limit decides. */
  WALK: 0,
  /** No walk leads to any: on the main network, or anywhere where there is none to walk to. Uncovered at every limit. */
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

/**
 * @param open a walker of the same streets whom nothing restricts, as for `starts`
 * @param category −1 for one of which the area has no facility: then everybody is known to reach none
 * @param openness at the moment asked about; null where none is, and every facility counts
 */
export function walksToCategory(
  walker: Walker,
  open: Walker,
  starts: Starts,
  facilities: Facilities,
  category: number,
  openness: Openness | null = null,
): CategoryWalks {
  const found = endsOfCategory(walker, open, facilities, category, openness);
  return walksFrom(starts, found, (ends) => nearestForAll(walker, starts, ends));
}

/** @param nearest of the ends from every start */
export function walksFrom(starts: Starts, found: CategoryEnds, nearest: (ends: Ends) => Nearest): CategoryWalks {
  const { sure, unsure } = found;
  const walks = nearestOf(starts, sure, nearest(sure));
  const unsureMm = unsure.places.length === 0 ? null : nearestOf(starts, unsure, nearest(unsure)).totalMm;
  const anyPlace = sure.places.length + unsure.places.length > 0;
  return {
    ...walks,
    state:
      found.notClosed === 0
        ? new Uint8Array(walks.totalMm.length).fill(State.NO_WALK)
        : statesOf(starts, walks.totalMm, unsureMm, anyPlace),
    offNetworkMm: nearestOffNetwork(starts, found.offNetwork),
    unsureMm,
    hours: found.hours,
    facilities: found.count,
    facilitiesOffNetwork: found.countOffNetwork,
    facilitiesClosedToProfile: found.closedToProfile,
  };
}

function nearestOf(starts: Starts, { places, facility }: Ends, found: Nearest) {
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
  };
}

/** The same walks where facilities have other numbers; none of those walked to may be gone (−1). */
export function withFacilitiesRenumbered(walks: CategoryWalks, indexOf: Int32Array): CategoryWalks {
  return { ...walks, facility: walks.facility.map((f) => (f < 0 ? -1 : indexOf[f])) };
}

/** Where walks to the category may end, and the facilities to which none can; those that are closed count, and no more. */
export interface CategoryEnds {
  /** Of facilities that are surely open, and of those of whose hours nobody knows. */
  readonly sure: Ends;
  readonly unsure: Ends;
  readonly count: number;
  readonly notClosed: number;
  /** Where those stand that have no street, but for closed ones; and how many there are, closed ones included. */
  readonly offNetwork: readonly LonLat[];
  readonly countOffNetwork: number;
  readonly closedToProfile: number;
  readonly hours: OpenCounts | null;
}

/** @param endsAt where walks to a position may end */
export function endsOfCategory(
  walker: Walker,
  open: Walker,
  facilities: Facilities,
  category: number,
  openness: Openness | null,
  endsAt: (position: LonLat) => readonly Place[] = (position) => endsOf(walker, position),
): CategoryEnds {
  const sure = { places: [] as Place[], facility: [] as number[] };
  const unsure = { places: [] as Place[], facility: [] as number[] };
  const offNetwork: LonLat[] = [];
  let count = 0;
  let countOffNetwork = 0;
  let notClosed = 0;
  let closedToProfile = 0;
  for (let f = 0; f < facilities.count; f++) {
    if (facilities.category[f] !== category) continue;
    const point: LonLat = [facilities.lon[f], facilities.lat[f]];
    const ends = endsAt(point);
    const state = openness?.[f] ?? Open.YES;
    const into = state === Open.YES ? sure : unsure;
    count++;
    if (state !== Open.NO) {
      notClosed++;
      for (const end of ends) {
        into.places.push(end);
        into.facility.push(f);
      }
    }
    if (ends.length > 0) continue;
    if (isClosedTo(walker, open, point)) closedToProfile++;
    else {
      countOffNetwork++;
      if (state !== Open.NO) offNetwork.push(point);
    }
  }
  const asEnds = ({ places, facility }: typeof sure): Ends => ({ places, facility: Int32Array.from(facility) });
  const hours = openness && countOpen(facilities, category, openness);
  return {
    sure: asEnds(sure),
    unsure: asEnds(unsure),
    count,
    notClosed,
    offNetwork,
    countOffNetwork,
    closedToProfile,
    hours,
  };
}

/** Shape [r]. */
function nearestOffNetwork({ first, lon, lat }: Starts, offNetwork: readonly LonLat[]): Int32Array {
  const nearest = new Int32Array(first.length - 1).fill(UNREACHED);
  if (offNetwork.length === 0) return nearest;
  const straightMm = nearestStraightMm(
    { lon, lat },
    {
      lon: Float64Array.from(offNetwork, (position) => position[0]),
      lat: Float64Array.from(offNetwork, (position) => position[1]),
    },
  );
  for (let r = 0; r < nearest.length; r++)
    for (let s = first[r]; s < first[r + 1]; s++) nearest[r] = Math.min(nearest[r], straightMm[s]);
  return nearest;
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
  unsureMm: Int32Array | null,
  anyPlace: boolean,
): Uint8Array {
  const state = new Uint8Array(totalMm.length);
  for (let r = 0; r < totalMm.length; r++) {
    if (totalMm[r] !== UNREACHED) continue;
    if (unsureMm !== null && unsureMm[r] !== UNREACHED) {
      state[r] = State.NO_WALK;
      continue;
    }
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
