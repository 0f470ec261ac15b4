/** Bounded shortest walks over the network, from one place or towards many. @module */
import { UNREACHED } from "../base/units.ts";
import type { Arcs } from "../network/walk-network.ts";
import type { BucketQueue } from "./bucket-queue.ts";

/** Working memory of one search at a time, reset by what it touched. */
export interface Search {
  /** Shape [n]. Millimetres, {@link UNREACHED} where the search did not come. Valid until the next search. */
  readonly mm: Int32Array;
  /** Shape [n]. In a labelled search, the seed that reached the junction. */
  readonly label: Int32Array;
  /** The first `touchedCount` are the junctions reached, in no order. */
  readonly touched: Int32Array;
  touchedCount: number;
  readonly queue: BucketQueue;
}

export function createSearch(nodeCount: number, queue: BucketQueue): Search {
  return {
    mm: new Int32Array(nodeCount).fill(UNREACHED),
    label: new Int32Array(nodeCount),
    touched: new Int32Array(nodeCount),
    touchedCount: 0,
    queue,
  };
}

export function resetSearch(search: Search): void {
  const { mm, touched } = search;
  for (let i = 0; i < search.touchedCount; i++) mm[touched[i]] = UNREACHED;
  search.touchedCount = 0;
  search.queue.clear();
}

/** Puts a junction into the search at a distance, keeping the nearer one; ties keep the lower label. */
export function seed(search: Search, node: number, mm: number, label: number): void {
  const before = search.mm[node];
  if (mm > before || (mm === before && label >= search.label[node])) return;
  if (before === UNREACHED) search.touched[search.touchedCount++] = node;
  search.mm[node] = mm;
  search.label[node] = label;
  search.queue.push(mm, node);
}

/**
 * Distances from the seeds to every junction within the limit.
 *
 * @param limitMm inclusive; seeds beyond it must not be put in
 */
export function spread(search: Search, { start, pairs }: Arcs, limitMm: number): void {
  const { mm, touched, queue } = search;
  let touchedCount = search.touchedCount;
  while (queue.pop()) {
    const node = queue.node;
    const here = queue.mm;
    if (here !== mm[node]) continue;
    for (let a = start[node] * 2, end = start[node + 1] * 2; a < end; a += 2) {
      const head = pairs[a];
      const there = here + pairs[a + 1];
      const before = mm[head];
      if (there >= before || there > limitMm) continue;
      if (before === UNREACHED) touched[touchedCount++] = head;
      mm[head] = there;
      queue.push(there, head);
    }
  }
  search.touchedCount = touchedCount;
}

/** As {@link spread}, and every junction learns which seed is nearest: the lowest label among equally near ones. */
export function spreadLabels(search: Search, { start, pairs }: Arcs, limitMm: number): void {
  const { mm, label, touched, queue } = search;
  let touchedCount = search.touchedCount;
  while (queue.pop()) {
    const node = queue.node;
    const here = queue.mm;
    if (here !== mm[node]) continue;
    const from = label[node];
    for (let a = start[node] * 2, end = start[node + 1] * 2; a < end; a += 2) {
      const head = pairs[a];
      const there = here + pairs[a + 1];
      const before = mm[head];
      if (there > before || there > limitMm || (there === before && from >= label[head])) continue;
      if (before === UNREACHED) touched[touchedCount++] = head;
      mm[head] = there;
      label[head] = from;
      queue.push(there, head);
    }
  }
  search.touchedCount = touchedCount;
}
