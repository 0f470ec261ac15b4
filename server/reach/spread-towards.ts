/** A search that stops once nothing nearer can come for the ends asked for. @module */
import { UNREACHED } from "../base/units.ts";
import type { Place } from "../network/snap.ts";
import { totalTo } from "./ends.ts";
import type { Walker } from "./walker.ts";

/** Spreads from what was seeded until the walk to the nearest of the ends is final. */
export function spreadTowards(walker: Walker, start: Place, ends: readonly Place[]): void {
  const { network, search, forward } = walker;
  const { start: arcStart, pairs } = forward;
  const { mm, touched, queue } = search;
  const isTarget = new Set<number>();
  for (const { edge } of ends) isTarget.add(network.edgeFrom[edge]).add(network.edgeTo[edge]);
  let best = bestTotal(walker, start, ends);
  while (queue.pop()) {
    const node = queue.node;
    const here = queue.mm;
    if (here !== mm[node]) continue;
    if (here > best) continue;
    if (isTarget.has(node)) best = Math.min(best, bestTotal(walker, start, ends));
    for (let a = arcStart[node] * 2, end = arcStart[node + 1] * 2; a < end; a += 2) {
      const head = pairs[a];
      const there = here + pairs[a + 1];
      const before = mm[head];
      if (there >= before || there > best || there >= UNREACHED) continue;
      if (before === UNREACHED) touched[search.touchedCount++] = head;
      mm[head] = there;
      queue.push(there, head);
    }
  }
}

function bestTotal(walker: Walker, start: Place, ends: readonly Place[]): number {
  return ends.reduce((best, end) => Math.min(best, totalTo(walker, start, end)), Infinity);
}
