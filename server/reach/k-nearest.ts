/** The k nearest facilities of one category for many starts: one search backwards in which a junction keeps k walks. @module */
import { UNREACHED } from "../base/units.ts";
import { gatherAtJunctions, placesByEdge } from "./at-junctions.ts";
import { type BestLists, createBestLists, offer } from "./best-lists.ts";
import { BucketQueue } from "./bucket-queue.ts";
import { alongEdge } from "./ends.ts";
import { columnsOf, type Ends, type Places, placeAt } from "./nearest.ts";
import { spreadFrom } from "./spread-from.ts";
import { hasPenalties, lengthsFromStart, lengthTo } from "./true-lengths.ts";
import type { Walker } from "./walker.ts";

/** Shape [starts × k] each, nearest first. */
export interface KNearest {
  /** Whole walk in millimetres, {@link UNREACHED} where fewer than k facilities can be walked to. */
  readonly totalMm: Int32Array;
  /** Index into {@link Ends}, −1 likewise. */
  readonly end: Int32Array;
  /** The walk's true length; the very column `totalMm` where nothing costs the profile time. */
  readonly lengthMm: Int32Array;
}

/**
 * Exact, over distinct facilities, equally near ones by their order; without a limit. Takes about three times k as long
 * as the nearest one alone.
 *
 * k entries a junction are enough: whatever is among the k nearest at a start is so at every junction of its walk, since
 * what is nearer there would be nearer at the start as well.
 *
 * @param ends in the order of facilities
 */
export function kNearestForAll(walker: Walker, starts: Places, ends: Ends, k: number): KNearest {
  const { network } = walker;
  const endPlaces = columnsOf(ends.places);
  const lists = spreadLists(walker, endPlaces, ends.facility, k);
  const answers = createBestLists(starts.edge.length, k);
  const exits = gatherAtJunctions(network, starts, true);
  for (let v = 0; v < network.nodeCount; v++) {
    for (let i = exits.start[v]; i < exits.start[v + 1]; i++) {
      for (let j = v * k; j < (v + 1) * k && lists.end[j] >= 0; j++)
        offer(answers, exits.place[i], lists.mm[j] + exits.mm[i], lists.end[j], ends.facility);
    }
  }
  const onEdge = placesByEdge(endPlaces);
  for (let r = 0; r < starts.edge.length; r++) {
    for (const end of onEdge.get(starts.edge[r]) ?? []) {
      const mm = alongEdge(network, starts.edge[r], starts.mm[r], endPlaces.mm[end]);
      if (mm !== Infinity) offer(answers, r, starts.offsetMm[r] + mm + endPlaces.offsetMm[end], end, ends.facility);
    }
  }
  const { mm: totalMm, end } = answers;
  return { totalMm, end, lengthMm: hasPenalties(walker) ? lengthsOf(walker, starts, ends, k, answers) : totalMm };
}

/** By one search from every start, as far as its last facility. */
function lengthsOf(walker: Walker, starts: Places, { places }: Ends, k: number, { mm, end }: BestLists): Int32Array {
  const lengthMm = new Int32Array(mm.length).fill(UNREACHED);
  const atJunction = new Int32Array(walker.network.nodeCount);
  for (let r = 0; r < starts.edge.length; r++) {
    const start = placeAt(starts, r);
    let known = r * k;
    while (known < (r + 1) * k && end[known] >= 0) known++;
    if (start === null || known === r * k) continue;
    spreadFrom(walker, start, mm[known - 1]);
    lengthsFromStart(walker, start, atJunction);
    for (let i = r * k; i < known; i++) lengthMm[i] = lengthTo(walker, start, places[end[i]], mm[i], atJunction);
  }
  return lengthMm;
}

/** The k nearest facilities of every junction: an entry is walked on from when its junction's turn comes at its length. */
function spreadLists({ network, backward }: Walker, places: Places, facility: Int32Array, k: number): BestLists {
  const { nodeCount } = network;
  const { start, pairs } = backward;
  const lists = createBestLists(nodeCount, k);
  const queue = new BucketQueue();
  const entries = gatherAtJunctions(network, places, false);
  for (let v = 0; v < nodeCount; v++) {
    for (let i = entries.start[v]; i < entries.start[v + 1]; i++)
      if (offer(lists, v, entries.mm[i], entries.place[i], facility)) queue.push(entries.mm[i], v);
  }
  while (queue.pop()) {
    const { node, mm } = queue;
    for (let j = node * k; j < (node + 1) * k; j++) {
      if (lists.mm[j] !== mm || lists.settled[j] === 1) continue;
      lists.settled[j] = 1;
      const end = lists.end[j];
      for (let a = start[node]; a < start[node + 1]; a++) {
        const there = mm + pairs[2 * a + 1];
        if (there < UNREACHED && offer(lists, pairs[2 * a], there, end, facility)) queue.push(there, pairs[2 * a]);
      }
    }
  }
  return lists;
}
