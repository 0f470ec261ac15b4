/** Bounded shortest walks over the network, from one place or towards many. @module */
import { UNREACHED } from "../base/units.ts";
import type { Arcs } from "../network/walk-network.ts";
import { type BucketQueue, ENTRY, SHIFT } from "./bucket-queue.ts";

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

/** From a sixteenth of all junctions on it is quicker to forget them all in order than one by one. */
const MANY = 16;

export function resetSearch(search: Search): void {
  const { mm, touched, touchedCount } = search;
  if (touchedCount > mm.length / MANY) mm.fill(UNREACHED);
  else for (let i = 0; i < touchedCount; i++) mm[touched[i]] = UNREACHED;
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
export function spread(search: Search, arcs: Arcs, limitMm: number): void {
  search.queue.reserve(limitMm);
  while (!spreadWithRoom(search, arcs, limitMm)) search.queue.growEntries();
  search.queue.clear();
}

/** As {@link spread}, and every junction learns which seed is nearest: the lowest label among equally near ones. */
export function spreadLabels(search: Search, arcs: Arcs, limitMm: number): void {
  search.queue.reserve(limitMm);
  while (!spreadLabelsWithRoom(search, arcs, limitMm)) search.queue.growEntries();
  search.queue.clear();
}

/**
 * The inner loop, with the queue's pushing and popping written out. It calls nothing, so that the compiler may keep
 * every array's address at hand; when the entries are full it says false and is called again with more.
 */
function spreadWithRoom(search: Search, { start, pairs }: Arcs, limitMm: number): boolean {
  const { mm, touched, queue } = search;
  const { heads, entries } = queue;
  let { entryCount, bucket, lastBucket } = queue;
  let { touchedCount } = search;
  let hasRoom = true;
  while (bucket <= lastBucket) {
    const at = heads[bucket];
    if (at < 0) {
      bucket++;
      continue;
    }
    const node = entries[at];
    const here = entries[at + 1];
    const first = start[node] * 2;
    const end = start[node + 1] * 2;
    hasRoom = entryCount + ENTRY * (end - first) <= entries.length;
    if (!hasRoom) break;
    heads[bucket] = entries[at + 2];
    if (here !== mm[node]) continue;
    for (let a = first; a < end; a += 2) {
      const there = here + pairs[a + 1];
      if (there > limitMm) continue;
      const head = pairs[a];
      const before = mm[head];
      if (there >= before) continue;
      if (before === UNREACHED) touched[touchedCount++] = head;
      mm[head] = there;
      const b = there >> SHIFT;
      entries[entryCount] = head;
      entries[entryCount + 1] = there;
      entries[entryCount + 2] = heads[b];
      heads[b] = entryCount;
      entryCount += ENTRY;
      if (b > lastBucket) lastBucket = b;
    }
  }
  search.touchedCount = touchedCount;
  queue.entryCount = entryCount;
  queue.bucket = bucket;
  queue.lastBucket = lastBucket;
  return hasRoom;
}

/** As {@link spreadWithRoom}, with labels. */
function spreadLabelsWithRoom(search: Search, { start, pairs }: Arcs, limitMm: number): boolean {
  const { mm, label, touched, queue } = search;
  const { heads, entries } = queue;
  let { entryCount, bucket, lastBucket } = queue;
  let { touchedCount } = search;
  let hasRoom = true;
  while (bucket <= lastBucket) {
    const at = heads[bucket];
    if (at < 0) {
      bucket++;
      continue;
    }
    const node = entries[at];
    const here = entries[at + 1];
    const first = start[node] * 2;
    const end = start[node + 1] * 2;
    hasRoom = entryCount + ENTRY * (end - first) <= entries.length;
    if (!hasRoom) break;
    heads[bucket] = entries[at + 2];
    if (here !== mm[node]) continue;
    const from = label[node];
    for (let a = first; a < end; a += 2) {
      const there = here + pairs[a + 1];
      if (there > limitMm) continue;
      const head = pairs[a];
      const before = mm[head];
      if (there > before || (there === before && from >= label[head])) continue;
      if (before === UNREACHED) touched[touchedCount++] = head;
      mm[head] = there;
      label[head] = from;
      const b = there >> SHIFT;
      entries[entryCount] = head;
      entries[entryCount + 1] = there;
      entries[entryCount + 2] = heads[b];
      heads[b] = entryCount;
      entryCount += ENTRY;
      if (b > lastBucket) lastBucket = b;
    }
  }
  search.touchedCount = touchedCount;
  queue.entryCount = entryCount;
  queue.bucket = bucket;
  queue.lastBucket = lastBucket;
  return hasRoom;
}
