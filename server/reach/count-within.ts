/** How many facilities of one category every start can walk to within a limit: one bounded search from each facility. @module */
import { gatherAtJunctions, placesByEdge } from "./at-junctions.ts";
import { alongEdge, seedEnd } from "./ends.ts";
import type { Ends, Places } from "./nearest.ts";
import { resetSearch, spread } from "./search.ts";
import type { Walker } from "./walker.ts";

/**
 * Exact; a facility counts once, however many ways lead to it.
 *
 * @param ends in the order of facilities
 * @param limitMm inclusive, whole walk with both offsets
 * @returns shape [starts]; 0 where a start has no place
 */
export function countWithin(walker: Walker, starts: Places, ends: Ends, limitMm: number): Int32Array {
  const { network, search, backward } = walker;
  const exits = gatherAtJunctions(network, starts, true);
  const startsOnEdge = placesByEdge(starts);
  const count = new Int32Array(starts.edge.length);
  const lastCounted = new Int32Array(starts.edge.length).fill(-1);
  const tell = (start: number, facility: number, mm: number): void => {
    if (mm > limitMm || lastCounted[start] === facility) return;
    lastCounted[start] = facility;
    count[start]++;
  };
  for (let first = 0, next = 0; first < ends.places.length; first = next) {
    const facility = ends.facility[first];
    resetSearch(search);
    for (next = first; next < ends.places.length && ends.facility[next] === facility; next++) {
      seedEnd(walker, ends.places[next], 0, limitMm);
      const { edge, mm, offsetMm } = ends.places[next];
      for (const r of startsOnEdge.get(edge) ?? [])
        tell(r, facility, starts.offsetMm[r] + alongEdge(network, edge, starts.mm[r], mm) + offsetMm);
    }
    spread(search, backward, limitMm);
    for (let t = 0; t < search.touchedCount; t++) {
      const v = search.touched[t];
      for (let i = exits.start[v]; i < exits.start[v + 1]; i++)
        tell(exits.place[i], facility, search.mm[v] + exits.mm[i]);
    }
  }
  return count;
}
