/**
 * A walk read back from the search that found it: along arcs whose lengths explain its time exactly, and of the ways that
 * take equally long along the one with the fewest metres, as `true-lengths.ts` tells it for many walks at once.
 * @module
 */
import type { Place } from "../network/snap.ts";
import { EdgeFlag } from "../network/walk-network.ts";
import { BucketQueue } from "./bucket-queue.ts";
import { alongEdge } from "./ends.ts";
import { trueMm } from "./true-lengths.ts";
import type { Walker } from "./walker.ts";

/** A stretch along one edge, in the walker's millimetres; walked against the edge's direction where `fromMm` is the larger. */
export interface Leg {
  readonly edge: number;
  readonly fromMm: number;
  readonly toMm: number;
}

export interface Trace {
  /** In the order walked; none of no length. */
  readonly legs: readonly Leg[];
  /** Junctions passed, in turn. */
  readonly junctions: readonly number[];
}

/** How a walk goes on from a junction. */
interface Onward {
  /** True millimetres left, as far as the place of the end. */
  readonly mm: number;
  /** null for a step that belongs to no edge. */
  readonly leg: Leg | null;
  /** Junction that it comes to, −1 at the end's place. */
  readonly next: number;
}

/** @param atEndMm walk as found, from the start's point to the end's place on its street */
export function traceWalk(walker: Walker, start: Place, end: Place, atEndMm: number): Trace {
  const onward = onwardsTo(walker, end, atEndMm);
  const direct: Leg = { edge: end.edge, fromMm: start.mm, toMm: end.mm };
  const isDirect =
    start.edge === end.edge && start.offsetMm + alongEdge(walker.network, end.edge, start.mm, end.mm) === atEndMm;
  let best = isDirect ? legMm(walker, direct) : Infinity;
  let first: { leg: Leg; node: number } | null = null;
  for (const { leg, node } of firstLegs(walker, start)) {
    const mm = legMm(walker, leg) + (onward.get(node)?.mm ?? Infinity);
    if (mm >= best) continue;
    best = mm;
    first = { leg, node };
  }
  if (best === Infinity) throw new Error(`edge ${end.edge} was reached but no way leads back from it`);
  if (first === null) return { legs: withLength([direct]), junctions: [] };
  const legs: (Leg | null)[] = [first.leg];
  const junctions: number[] = [];
  for (let node = first.node; node >= 0; ) {
    const step: Onward | undefined = onward.get(node);
    if (step === undefined) throw new Error(`junction ${node} leads nowhere`);
    junctions.push(node);
    legs.push(step.leg);
    node = step.next;
  }
  return { legs: withLength(legs), junctions };
}

/** True length of a leg. */
export function legMm(walker: Walker, { edge, fromMm, toMm }: Leg): number {
  return Math.abs(trueMm(walker, edge, toMm) - trueMm(walker, edge, fromMm));
}

/** From the end back over all arcs that explain the time: few, since equally quick ways are rare. */
function onwardsTo(walker: Walker, { edge, mm }: Place, atEndMm: number): ReadonlyMap<number, Onward> {
  const { network, plain, search, backward } = walker;
  const queue = new BucketQueue();
  const onward = new Map<number, Onward>();
  const offer = (node: number, step: Onward): void => {
    if (step.mm >= (onward.get(node)?.mm ?? Infinity)) return;
    onward.set(node, step);
    queue.push(step.mm, node);
  };
  const flags = network.edgeFlags[edge];
  const [from, to] = [network.edgeFrom[edge], network.edgeTo[edge]];
  const length = network.edgeLengthMm[edge];
  for (const { node, at, isOpen } of [
    { node: from, at: 0, isOpen: (flags & EdgeFlag.FORWARD) !== 0 || mm === 0 },
    { node: to, at: length, isOpen: (flags & EdgeFlag.BACKWARD) !== 0 || mm === length },
  ]) {
    const leg: Leg = { edge, fromMm: at, toMm: mm };
    if (isOpen && search.mm[node] + Math.abs(at - mm) === atEndMm)
      offer(node, { mm: legMm(walker, leg), leg, next: -1 });
  }
  while (queue.pop()) {
    const { node, mm: left } = queue;
    if (left !== onward.get(node)?.mm) continue;
    for (let a = backward.start[node]; a < backward.start[node + 1]; a++) {
      const before = backward.pairs[2 * a];
      if (search.mm[before] + backward.pairs[2 * a + 1] !== search.mm[node]) continue;
      const by = backward.edge[a];
      if (by < 0) offer(before, { mm: left, leg: null, next: node });
      else {
        const runsAlong = network.edgeFrom[by] === before;
        const felt = network.edgeLengthMm[by];
        const leg: Leg = { edge: by, fromMm: runsAlong ? 0 : felt, toMm: runsAlong ? felt : 0 };
        offer(before, { mm: left + plain.edgeLengthMm[by], leg, next: node });
      }
    }
  }
  return onward;
}

/** The stretches from the start's place to the junctions of its own edge, if that is how these were reached. */
function firstLegs({ network, search }: Walker, { edge, mm, offsetMm }: Place): { leg: Leg; node: number }[] {
  const length = network.edgeLengthMm[edge];
  const flags = network.edgeFlags[edge];
  const [from, to] = [network.edgeFrom[edge], network.edgeTo[edge]];
  const legs: { leg: Leg; node: number }[] = [];
  if (((flags & EdgeFlag.BACKWARD) !== 0 || mm === 0) && offsetMm + mm === search.mm[from])
    legs.push({ leg: { edge, fromMm: mm, toMm: 0 }, node: from });
  if (((flags & EdgeFlag.FORWARD) !== 0 || mm === length) && offsetMm + length - mm === search.mm[to])
    legs.push({ leg: { edge, fromMm: mm, toMm: length }, node: to });
  return legs;
}

function withLength(legs: readonly (Leg | null)[]): Leg[] {
  return legs.filter((leg): leg is Leg => leg !== null && leg.fromMm !== leg.toMm);
}
