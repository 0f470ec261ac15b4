/** Whose walks lead to one place within a limit: one bounded search backwards from it, laid out once for many places. @module */
import { UNREACHED } from "../base/units.ts";
import type { Place } from "../network/snap.ts";
import { gatherAtJunctions, placesByEdge } from "../reach/at-junctions.ts";
import { alongEdge, seedEnd } from "../reach/ends.ts";
import { resetSearch, spread } from "../reach/search.ts";
import type { Walker } from "../reach/walker.ts";
import type { Starts } from "./starts.ts";

export interface Within {
  /** Shape [found] each; residences ascending. */
  readonly residence: Int32Array;
  /** Whole walk with both offsets. */
  readonly totalMm: Int32Array;
}

/**
 * @param limitMm inclusive, whole walk with both offsets
 * @returns what finds the residences within the limit of a facility, given the places at which walks to it may end
 */
export function residencesWithin(
  walker: Walker,
  starts: Starts,
  limitMm: number,
): (places: readonly Place[]) => Within {
  const { network, search, backward } = walker;
  const exits = gatherAtJunctions(network, starts, true);
  const startsOnEdge = placesByEdge(starts);
  const residenceOf = residencesOfStarts(starts);
  const bestMm = new Int32Array(starts.first.length - 1).fill(UNREACHED);
  return (places) => {
    const found: number[] = [];
    const tell = (start: number, mm: number): void => {
      const r = residenceOf[start];
      if (mm > limitMm || mm >= bestMm[r]) return;
      if (bestMm[r] === UNREACHED) found.push(r);
      bestMm[r] = mm;
    };
    resetSearch(search);
    for (const place of places) {
      seedEnd(walker, place, 0, limitMm);
      for (const s of startsOnEdge.get(place.edge) ?? [])
        tell(s, starts.offsetMm[s] + alongEdge(network, place.edge, starts.mm[s], place.mm) + place.offsetMm);
    }
    spread(search, backward, limitMm);
    for (let t = 0; t < search.touchedCount; t++) {
      const v = search.touched[t];
      for (let i = exits.start[v]; i < exits.start[v + 1]; i++) tell(exits.place[i], search.mm[v] + exits.mm[i]);
    }
    const residence = Int32Array.from(found).sort();
    const totalMm = residence.map((r) => bestMm[r]);
    for (const r of residence) bestMm[r] = UNREACHED;
    return { residence, totalMm };
  };
}

/** Shape [s]. */
function residencesOfStarts({ first, edge }: Starts): Int32Array {
  const residenceOf = new Int32Array(edge.length);
  for (let r = 0; r + 1 < first.length; r++) residenceOf.fill(r, first[r], first[r + 1]);
  return residenceOf;
}
