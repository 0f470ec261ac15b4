/**
 * Metres of walks that were chosen by time: what is told to people, where something costs their profile time.
 *
 * Of several walks that take equally long the shortest is told. Where nothing costs time, every walk's length is the
 * one that the search found, and nothing here runs.
 * @module
 */
import { UNREACHED } from "../base/units.ts";
import type { Spot } from "../network/snap.ts";
import { EdgeFlag } from "../network/walk-network.ts";
import { BucketQueue } from "./bucket-queue.ts";
import { alongEdge } from "./ends.ts";
import type { Ends, Places } from "./nearest.ts";
import type { Walker } from "./walker.ts";

/** Whether the walker's millimetres are time as well as length. */
export function hasPenalties({ profile }: Walker): boolean {
  return Object.values(profile.penaltySeconds).some((seconds) => seconds > 0);
}

/** True millimetres from the start of an edge to a place on it. */
export function trueMm({ network, plain }: Walker, edge: number, mm: number): number {
  const length = plain.edgeLengthMm[edge];
  const felt = network.edgeLengthMm[edge];
  // Steps slow down evenly along their edge; all other edges are as long as they are.
  return felt === length ? mm : Math.round((mm * length) / felt);
}

/**
 * True lengths of the walks that `nearestForAll` has just found, whose search the walker still holds.
 *
 * @param totalMm as found
 * @param endOf index into `ends`, as found
 * @returns shape [starts]; {@link UNREACHED} where there is no walk
 */
export function nearestLengths(
  walker: Walker,
  starts: Places,
  ends: Ends,
  totalMm: Int32Array,
  endOf: Int32Array,
): Int32Array {
  const atJunction = lengthsToEnds(walker, ends);
  return totalMm.map((total, r) =>
    total === UNREACHED ? UNREACHED : lengthFrom(walker, starts, r, ends.places[endOf[r]], endOf[r], total, atJunction),
  );
}

/** Shape [n]. From every junction to the end that it found nearest, along arcs that explain the time exactly. */
function lengthsToEnds(walker: Walker, { places }: Ends): Int32Array {
  const { network, plain, backward, search } = walker;
  const queue = new BucketQueue();
  const length = new Int32Array(network.nodeCount).fill(UNREACHED);
  const offer = (node: number, mm: number): void => {
    if (mm >= length[node]) return;
    length[node] = mm;
    queue.push(search.mm[node], node);
  };
  places.forEach(({ edge, mm, offsetMm }, i) => {
    const flags = network.edgeFlags[edge];
    const [from, to] = [network.edgeFrom[edge], network.edgeTo[edge]];
    const [rest, along] = [network.edgeLengthMm[edge] - mm, trueMm(walker, edge, mm)];
    const explains = (node: number, walked: number) =>
      search.mm[node] === offsetMm + walked && search.label[node] === i;
    if (((flags & EdgeFlag.FORWARD) !== 0 || mm === 0) && explains(from, mm)) offer(from, offsetMm + along);
    if (((flags & EdgeFlag.BACKWARD) !== 0 || rest === 0) && explains(to, rest))
      offer(to, offsetMm + plain.edgeLengthMm[edge] - along);
  });
  while (queue.pop()) {
    const { node } = queue;
    for (let a = backward.start[node]; a < backward.start[node + 1]; a++) {
      const head = backward.pairs[2 * a];
      if (search.mm[head] !== search.mm[node] + backward.pairs[2 * a + 1] || search.label[head] !== search.label[node])
        continue;
      const edge = backward.edge[a];
      offer(head, length[node] + (edge < 0 ? 0 : plain.edgeLengthMm[edge]));
    }
  }
  return length;
}

function lengthFrom(
  walker: Walker,
  starts: Places,
  r: number,
  end: Ends["places"][number],
  label: number,
  totalMm: number,
  atJunction: Int32Array,
): number {
  const { network, plain, search } = walker;
  const edge = starts.edge[r];
  const mm = starts.mm[r];
  const offsetMm = starts.offsetMm[r];
  const rest = network.edgeLengthMm[edge] - mm;
  const along = trueMm(walker, edge, mm);
  const flags = network.edgeFlags[edge];
  const explains = (node: number, walked: number) =>
    search.label[node] === label && search.mm[node] !== UNREACHED && offsetMm + walked + search.mm[node] === totalMm;
  let best = UNREACHED;
  const [from, to] = [network.edgeFrom[edge], network.edgeTo[edge]];
  if (((flags & EdgeFlag.BACKWARD) !== 0 || mm === 0) && explains(from, mm)) best = along + atJunction[from];
  if (((flags & EdgeFlag.FORWARD) !== 0 || rest === 0) && explains(to, rest))
    best = Math.min(best, plain.edgeLengthMm[edge] - along + atJunction[to]);
  if (end.edge === edge && offsetMm + alongEdge(network, edge, mm, end.mm) + end.offsetMm === totalMm)
    best = Math.min(best, Math.abs(trueMm(walker, edge, end.mm) - along) + end.offsetMm);
  return offsetMm + best;
}

/**
 * True length from a start to every junction that the walker's search has just reached from it.
 *
 * @param length shape [n]; overwritten at those junctions, and without meaning elsewhere, so that one array serves many starts
 */
export function lengthsFromStart(walker: Walker, { edge, mm, offsetMm }: Spot, length: Int32Array): void {
  const { network, plain, forward, search } = walker;
  const queue = new BucketQueue();
  const { touched, touchedCount } = search;
  for (let t = 0; t < touchedCount; t++) length[touched[t]] = UNREACHED;
  const offer = (node: number, walkedMm: number): void => {
    if (walkedMm >= length[node]) return;
    length[node] = walkedMm;
    queue.push(search.mm[node], node);
  };
  const flags = network.edgeFlags[edge];
  const [from, to] = [network.edgeFrom[edge], network.edgeTo[edge]];
  const [rest, along] = [network.edgeLengthMm[edge] - mm, trueMm(walker, edge, mm)];
  if (((flags & EdgeFlag.BACKWARD) !== 0 || mm === 0) && search.mm[from] === offsetMm + mm)
    offer(from, offsetMm + along);
  if (((flags & EdgeFlag.FORWARD) !== 0 || rest === 0) && search.mm[to] === offsetMm + rest)
    offer(to, offsetMm + plain.edgeLengthMm[edge] - along);
  while (queue.pop()) {
    const { node } = queue;
    for (let a = forward.start[node]; a < forward.start[node + 1]; a++) {
      const head = forward.pairs[2 * a];
      if (search.mm[head] !== search.mm[node] + forward.pairs[2 * a + 1]) continue;
      const by = forward.edge[a];
      offer(head, length[node] + (by < 0 ? 0 : plain.edgeLengthMm[by]));
    }
  }
}

/**
 * True length of the walk from a start to one end, which takes `totalMm`.
 *
 * @param atJunction of {@link lengthsFromStart}, while the walker still holds the search that it was read from
 */
export function lengthTo(
  walker: Walker,
  start: Spot,
  { edge, mm, offsetMm }: Spot,
  totalMm: number,
  atJunction: Int32Array,
): number {
  const { network, plain, search } = walker;
  const flags = network.edgeFlags[edge];
  const rest = network.edgeLengthMm[edge] - mm;
  const along = trueMm(walker, edge, mm);
  const [from, to] = [network.edgeFrom[edge], network.edgeTo[edge]];
  let best = UNREACHED;
  if (((flags & EdgeFlag.FORWARD) !== 0 || mm === 0) && search.mm[from] + mm + offsetMm === totalMm)
    best = atJunction[from] + along;
  if (((flags & EdgeFlag.BACKWARD) !== 0 || rest === 0) && search.mm[to] + rest + offsetMm === totalMm)
    best = Math.min(best, atJunction[to] + plain.edgeLengthMm[edge] - along);
  if (start.edge === edge && start.offsetMm + alongEdge(network, edge, start.mm, mm) + offsetMm === totalMm)
    best = Math.min(best, start.offsetMm + Math.abs(trueMm(walker, edge, start.mm) - along));
  return best + offsetMm;
}
