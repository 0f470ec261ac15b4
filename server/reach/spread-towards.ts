/** A search that stops once nothing nearer can come for the ends asked for. @module */
import { UNREACHED } from "../base/units.ts";
import type { Place } from "../network/snap.ts";
import { totalTo } from "./ends.ts";
import { spreadUntil } from "./search.ts";
import type { Walker } from "./walker.ts";

/** What is walked between two looks at the ends, millimetres: a few buckets, so that a near end is not passed by far. */
const STRIDE_MM = 65_536;

/** Spreads from what was seeded until the walk to the nearest of the ends is final. */
export function spreadTowards(walker: Walker, start: Place, ends: readonly Place[]): void {
  let best = bestTotal(walker, start, ends);
  for (let frontier = 0; frontier < UNREACHED && frontier <= best; ) {
    const limit = Math.min(best, UNREACHED - 1);
    frontier = spreadUntil(walker.search, walker.forward, limit, frontier + STRIDE_MM);
    best = bestTotal(walker, start, ends);
  }
}

function bestTotal(walker: Walker, start: Place, ends: readonly Place[]): number {
  return ends.reduce((best, end) => Math.min(best, totalTo(walker, start, end)), Infinity);
}
