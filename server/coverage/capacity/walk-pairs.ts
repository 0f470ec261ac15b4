/** Every walk of a residence to a facility within a limit, shortest first: the order in which places are given out. @module */
import { MM_PER_M } from "../../base/units.ts";
import type { Place } from "../../network/snap.ts";
import type { Walker } from "../../reach/walker.ts";
import { coverageError } from "../errors.ts";
import { residencesWithin, type Within } from "../residences-within.ts";
import type { Starts } from "../starts.ts";

/** Shape [pairs] each. By walk, then by facility, then by residence. */
export interface WalkPairs {
  readonly residence: Int32Array;
  /** Index into the list of facilities that was given. */
  readonly facility: Int32Array;
  /** Whole walk with both offsets. */
  readonly totalMm: Int32Array;
}

/** 360 MB of columns, and as much again while they are put in order: a hundred places of a city within an hour's walk. */
export const MOST_PAIRS = 30_000_000;

/**
 * One bounded search from each facility, so that memory and time grow with the pairs within the limit and no further.
 *
 * @param ends places at which walks to each facility may end
 * @param limitMm inclusive, whole walk with both offsets
 * @throws CoverageError `capacity_pairs_too_many`
 */
export function walkPairs(
  walker: Walker,
  starts: Starts,
  ends: readonly (readonly Place[])[],
  limitMm: number,
  mostPairs = MOST_PAIRS,
): WalkPairs {
  const within = residencesWithin(walker, starts, limitMm);
  const found: Within[] = [];
  let count = 0;
  for (const places of ends) {
    const one = within(places);
    count += one.residence.length;
    if (count > mostPairs)
      throw coverageError("capacity_pairs_too_many", {
        value: ends.length,
        limitM: limitMm / MM_PER_M,
        max: mostPairs,
      });
    found.push(one);
  }
  const residence = joined(found.map((one) => one.residence));
  const totalMm = joined(found.map((one) => one.totalMm));
  const facility = joined(found.map((one, f) => new Int32Array(one.residence.length).fill(f)));
  const order = byWalk(totalMm);
  const sorted = (column: Int32Array) => Int32Array.from(order, (i) => column[i]);
  return { residence: sorted(residence), facility: sorted(facility), totalMm: sorted(totalMm) };
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Pairs came by facility, then residence; equal walks stay in that order. Two passes of 16 bits, in linear time. */
function byWalk(totalMm: Int32Array): Uint32Array {
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
