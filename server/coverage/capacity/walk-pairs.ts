/** Every walk of a residence to a facility within a limit, shortest first: the order in which places are given out. @module */
import type { Place } from "../../network/snap.ts";
import type { Walker } from "../../reach/walker.ts";
import { residencesWithin } from "../residences-within.ts";
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
  const within = residencesWithin(walker, starts, limitMm);
  const pairs: { residence: number[]; facility: number[]; totalMm: number[] } = {
    residence: [],
    facility: [],
    totalMm: [],
  };
  ends.forEach((places, f) => {
    const { residence, totalMm } = within(places);
    residence.forEach((r, i) => {
      pairs.residence.push(r);
      pairs.facility.push(f);
      pairs.totalMm.push(totalMm[i]);
    });
  });
  const order = byWalk(pairs.totalMm);
  const column = (values: readonly number[]) => Int32Array.from(order, (i) => values[i]);
  return {
    residence: column(pairs.residence),
    facility: column(pairs.facility),
    totalMm: column(pairs.totalMm),
  };
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
