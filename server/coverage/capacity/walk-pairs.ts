/** Every walk of a residence to a facility within a limit, shortest first: the order in which places are given out. @module */
import { UNREACHED } from "../../base/units.ts";
import type { Place } from "../../network/snap.ts";
import { gatherAtJunctions, placesByEdge } from "../../reach/at-junctions.ts";
import { alongEdge, seedEnd } from "../../reach/ends.ts";
import { resetSearch, spread } from "../../reach/search.ts";
import type { Walker } from "../../reach/walker.ts";
import type { Starts } from "../starts.ts";

/** Shape [pairs] each. By walk, then by facility, then by residence. */
export interface WalkPairs {
  readonly residence: Int32Array;
  /** Index into the list of facilities that was given. */
  readonly facility: Int32Array;
  /** Whole walk with both offsets. */
  readonly totalMm: Int32Array;
}

/**
 * One bounded search from each facility, so that memory and time grow with the pairs within the limit and no further.
 *
 * @param ends places at which walks to each facility may end
 * @param limitMm inclusive, whole walk with both offsets
 */
export function walkPairs(
  walker: Walker,
  starts: Starts,
  ends: readonly (readonly Place[])[],
  limitMm: number,
): WalkPairs {
  const { network, search, backward } = walker;
  const exits = gatherAtJunctions(network, starts, true);
  const startsOnEdge = placesByEdge(starts);
  const residenceOf = residencesOfStarts(starts);
  const bestMm = new Int32Array(starts.first.length - 1).fill(UNREACHED);
  const pairs: { residence: number[]; facility: number[]; totalMm: number[] } = {
    residence: [],
    facility: [],
    totalMm: [],
  };
  ends.forEach((places, f) => {
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
    const { mm: walkedMm, touched, touchedCount } = search;
    for (let t = 0; t < touchedCount; t++) {
      const v = touched[t];
      for (let i = exits.start[v]; i < exits.start[v + 1]; i++) tell(exits.place[i], walkedMm[v] + exits.mm[i]);
    }
    for (const r of Int32Array.from(found).sort()) {
      pairs.residence.push(r);
      pairs.facility.push(f);
      pairs.totalMm.push(bestMm[r]);
      bestMm[r] = UNREACHED;
    }
  });
  const order = byWalk(pairs.totalMm);
  const column = (values: readonly number[]) => Int32Array.from(order, (i) => values[i]);
  return {
    residence: column(pairs.residence),
    facility: column(pairs.facility),
    totalMm: column(pairs.totalMm),
  };
}

/** Shape [s]. */
function residencesOfStarts({ first, edge }: Starts): Int32Array {
  const residenceOf = new Int32Array(edge.length);
  for (let r = 0; r + 1 < first.length; r++) residenceOf.fill(r, first[r], first[r + 1]);
  return residenceOf;
}

/** Pairs came by facility, then residence; equal walks stay in that order. Two passes of 16 bits, in linear time. */
function byWalk(totalMm: readonly number[]): Uint32Array {
  let order = Uint32Array.from(totalMm.keys());
  for (const shift of [0, 16]) {
    const digit = (i: number) => (totalMm[i] >>> shift) & 0xffff;
    const next = new Uint32Array(0x10001);
    for (const i of order) next[digit(i) + 1]++;
    for (let d = 0; d < 0x10000; d++) next[d + 1] += next[d];
    const sorted = new Uint32Array(order.length);
    for (const i of order) sorted[next[digit(i)]++] = i;
    order = sorted;
  }
  return order;
}
