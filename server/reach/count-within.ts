/** How many facilities of one category every start can walk to within a limit: one bounded search from each facility. @module */
import { UNREACHED } from "../base/units.ts";
import { gatherAtJunctions, placesByEdge } from "./at-junctions.ts";
import { alongEdge, seedEnd } from "./ends.ts";
import type { Ends, Places } from "./nearest.ts";
import { resetSearch, spread } from "./search.ts";
import type { Walker } from "./walker.ts";

/** Whose starts they are: several gates of one home count as one. */
export interface Owners {
  readonly count: number;
  /** Shape [starts]. 0 … count − 1. */
  readonly ofStart: Int32Array;
}

/**
 * Exact; a facility counts once, however many ways lead to it.
 *
 * @param ends in the order of facilities
 * @param limitMm inclusive, whole walk with both offsets
 * @returns shape [starts]; 0 where a start has no place
 */
export function countWithin(walker: Walker, starts: Places, ends: Ends, limitMm: number): Int32Array {
  const ofStart = Int32Array.from(starts.edge, (_, start) => start);
  return countWithinLimits(walker, starts, { count: ofStart.length, ofStart }, ends, [limitMm])[0];
}

/**
 * The same for several limits at the price of the largest, and for owners of several starts, of which the best one counts.
 *
 * @returns one column a limit, in their order, shape [owners] each
 */
export function countWithinLimits(
  walker: Walker,
  starts: Places,
  owners: Owners,
  ends: Ends,
  limitsMm: readonly number[],
): Int32Array[] {
  const { network, search, backward } = walker;
  const largestMm = Math.max(...limitsMm);
  const exits = gatherAtJunctions(network, starts, true);
  const startsOnEdge = placesByEdge(starts);
  const counts = limitsMm.map(() => new Int32Array(owners.count));
  const bestMm = new Int32Array(owners.count).fill(UNREACHED);
  const reached: number[] = [];
  const tell = (start: number, mm: number): void => {
    if (mm > largestMm) return;
    const owner = owners.ofStart[start];
    if (bestMm[owner] === UNREACHED) reached.push(owner);
    if (mm < bestMm[owner]) bestMm[owner] = mm;
  };
  for (let first = 0, next = 0; first < ends.places.length; first = next) {
    const facility = ends.facility[first];
    resetSearch(search);
    for (next = first; next < ends.places.length && ends.facility[next] === facility; next++) {
      seedEnd(walker, ends.places[next], 0, largestMm);
      const { edge, mm, offsetMm } = ends.places[next];
      for (const r of startsOnEdge.get(edge) ?? [])
        tell(r, starts.offsetMm[r] + alongEdge(network, edge, starts.mm[r], mm) + offsetMm);
    }
    spread(search, backward, largestMm);
    const { mm: walkedMm, touched, touchedCount } = search;
    for (let t = 0; t < touchedCount; t++) {
      const v = touched[t];
      for (let i = exits.start[v]; i < exits.start[v + 1]; i++) tell(exits.place[i], walkedMm[v] + exits.mm[i]);
    }
    for (const owner of reached) {
      for (const [l, limitMm] of limitsMm.entries()) if (bestMm[owner] <= limitMm) counts[l][owner]++;
      bestMm[owner] = UNREACHED;
    }
    reached.length = 0;
  }
  return counts;
}
