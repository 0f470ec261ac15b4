/** The nearest facility of one category for many starts: one search backwards from all facilities at once. @module */
import { UNREACHED } from "../base/units.ts";
import type { Place, Spot } from "../network/snap.ts";
import { seedEnd } from "./ends.ts";
import { endsByEdge, readField } from "./nearest-field.ts";
import { resetSearch, spreadLabels } from "./search.ts";
import { hasPenalties, nearestLengths } from "./true-lengths.ts";
import type { Walker } from "./walker.ts";

/** Places of many points; −1 as `edge` where a point has none. Shape [r] each. */
export interface Places {
  readonly edge: Int32Array;
  readonly mm: Int32Array;
  readonly offsetMm: Int32Array;
}

/** Where walks may end, in the order of facilities; one facility has up to two. */
export interface Ends {
  readonly places: readonly Place[];
  /** Shape [places]. Facility of the place; ties in distance go to the lower place. */
  readonly facility: Int32Array;
}

/** One of many places, or null where the point has none. */
export function placeAt({ edge, mm, offsetMm }: Places, i: number): Spot | null {
  return edge[i] < 0 ? null : { edge: edge[i], mm: mm[i], offsetMm: offsetMm[i] };
}

/** Columns of places, in their order. */
export function columnsOf(places: readonly (Spot | null)[]): Places {
  return {
    edge: Int32Array.from(places, (place) => place?.edge ?? -1),
    mm: Int32Array.from(places, (place) => place?.mm ?? 0),
    offsetMm: Int32Array.from(places, (place) => place?.offsetMm ?? 0),
  };
}

export interface Nearest {
  /** Shape [r]. Whole walk in millimetres, {@link UNREACHED} where no walk leads to any. */
  readonly totalMm: Int32Array;
  /** Shape [r]. Index into {@link Ends}, −1 where none. */
  readonly end: Int32Array;
  /** Shape [r]. The walk's true length; the very column `totalMm` where nothing costs the profile time. */
  readonly lengthMm: Int32Array;
}

/** Exact for every start, without a limit; equally near facilities go to the lower index. */
export function nearestForAll(walker: Walker, starts: Places, ends: Ends): Nearest {
  spreadFromEnds(walker, ends);
  const { mm, label } = walker.search;
  const field = { mm, label };
  const onEdge = endsByEdge(ends);
  const totalMm = new Int32Array(starts.edge.length).fill(UNREACHED);
  const end = new Int32Array(starts.edge.length).fill(-1);
  const best = { mm: Infinity, end: -1 };
  for (let r = 0; r < starts.edge.length; r++) {
    const start = placeAt(starts, r);
    if (start === null) continue;
    readField(walker.network, field, ends, onEdge, start, best);
    if (best.end < 0) continue;
    totalMm[r] = best.mm + start.offsetMm;
    end[r] = best.end;
  }
  const lengthMm = hasPenalties(walker) ? nearestLengths(walker, starts, ends, totalMm, end) : totalMm;
  return { totalMm, end, lengthMm };
}

/** Leaves the walker's search with every junction's walk to the nearest end, the end itself as its label. */
export function spreadFromEnds(walker: Walker, { places }: Ends): void {
  resetSearch(walker.search);
  places.forEach((place, i) => {
    seedEnd(walker, place, i, UNREACHED - 1);
  });
  spreadLabels(walker.search, walker.backward, UNREACHED - 1);
}
