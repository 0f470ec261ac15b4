/**
 * The nearest ends found again after some of them were moved, taken away or put in: only where those matter.
 *
 * Junctions whose nearest end is gone are forgotten and reached again from their neighbours; new ends spread from where
 * they are as far as they are nearer than what was known. The same result as a whole search, ties included, for the cost
 * of the part of town that changes. Not for profiles that lose time to penalties: which of equally quick walks is the
 * shortest is told by a whole search alone.
 * @module
 */
import { UNREACHED } from "../base/units.ts";
import type { Place } from "../network/snap.ts";
import { EdgeFlag } from "../network/walk-network.ts";
import { BucketQueue } from "./bucket-queue.ts";
import { type Ends, type Nearest, nearestForAll, type Places, placeAt } from "./nearest.ts";
import { endsByEdge, type NearestField, readField } from "./nearest-field.ts";
import type { Walker } from "./walker.ts";

/** What was found for some ends, kept to find it again for others. */
export interface FoundBefore {
  readonly ends: Ends;
  readonly field: NearestField;
  readonly starts: Places;
  /** Shape [n + 1]. Starts on edges that end at junction v are `startsAt[firstAt[v]] … startsAt[firstAt[v + 1] - 1]`. */
  readonly firstAt: Uint32Array;
  readonly startsAt: Uint32Array;
}

export interface FoundAgain {
  readonly field: NearestField;
  /** Starts of which the nearest end may be another or elsewhere, rising; the others keep theirs. */
  readonly changedStarts: Int32Array;
}

/** As {@link nearestForAll}, with what {@link findAgain} goes on from: 12 bytes a junction, 8 a start. */
export function findAndKeep(walker: Walker, starts: Places, ends: Ends): { nearest: Nearest; found: FoundBefore } {
  const nearest = nearestForAll(walker, starts, ends);
  const { mm, label } = walker.search;
  const field = { mm: mm.slice(), label: label.slice() };
  return { nearest, found: { ends, field, starts, ...startsByJunction(walker, starts) } };
}

/** @param before found by the same walker */
export function findAgain(walker: Walker, before: FoundBefore, ends: Ends): FoundAgain {
  const indexOf = renumbered(before.ends.places, ends.places);
  const search = new Again(walker, before.field, indexOf);
  const kept = new Set(indexOf);
  ends.places.forEach((place, i) => {
    search.seed(place, i, !kept.has(i));
  });
  search.spread();
  const changed = new Set<number>();
  const take = (junction: number, edge: number | null): void => {
    const { firstAt, startsAt, starts } = before;
    for (let i = firstAt[junction]; i < firstAt[junction + 1]; i++)
      if (edge === null || starts.edge[startsAt[i]] === edge) changed.add(startsAt[i]);
  };
  for (const v of search.changed) take(v, null);
  const { edgeFrom } = walker.network;
  before.ends.places.forEach(({ edge }, i) => {
    if (indexOf[i] < 0) take(edgeFrom[edge], edge);
  });
  ends.places.forEach(({ edge }, i) => {
    if (!kept.has(i)) take(edgeFrom[edge], edge);
  });
  return { field: search, changedStarts: Int32Array.from(changed).sort() };
}

/** The nearest end of every start, read from a field that was found already. */
export function nearestInField({ network }: Walker, field: NearestField, starts: Places, ends: Ends): Nearest {
  const onEdge = endsByEdge(ends);
  const totalMm = new Int32Array(starts.edge.length).fill(UNREACHED);
  const end = new Int32Array(starts.edge.length).fill(-1);
  const best = { mm: Infinity, end: -1 };
  for (let s = 0; s < totalMm.length; s++) {
    const start = placeAt(starts, s);
    if (start === null) continue;
    readField(network, field, ends, onEdge, start, best);
    if (best.end < 0) continue;
    totalMm[s] = best.mm + start.offsetMm;
    end[s] = best.end;
  }
  return { totalMm, end, lengthMm: totalMm };
}

function startsByJunction({ network }: Walker, { edge }: Places): Pick<FoundBefore, "firstAt" | "startsAt"> {
  const { nodeCount, edgeFrom, edgeTo } = network;
  const firstAt = new Uint32Array(nodeCount + 1);
  for (const e of edge) {
    if (e < 0) continue;
    firstAt[edgeFrom[e] + 1]++;
    firstAt[edgeTo[e] + 1]++;
  }
  for (let v = 0; v < nodeCount; v++) firstAt[v + 1] += firstAt[v];
  const next = firstAt.slice();
  const startsAt = new Uint32Array(firstAt[nodeCount]);
  for (let s = 0; s < edge.length; s++) {
    if (edge[s] < 0) continue;
    startsAt[next[edgeFrom[edge[s]]]++] = s;
    startsAt[next[edgeTo[edge[s]]]++] = s;
  }
  return { firstAt, startsAt };
}

/**
 * Index of every old place among the new ones, rising, −1 where it is gone. Places that are alike stand for each other:
 * what is found depends on where ends are and on their order alone.
 */
function renumbered(old: readonly Place[], now: readonly Place[]): Int32Array {
  const indexOf = new Int32Array(old.length).fill(-1);
  let next = 0;
  for (let i = 0; i < old.length; i++) {
    for (let j = next; j < now.length; j++) {
      if (!isAlike(old[i], now[j])) continue;
      indexOf[i] = j;
      next = j + 1;
      break;
    }
  }
  return indexOf;
}

function isAlike(a: Place, b: Place): boolean {
  return a.edge === b.edge && a.mm === b.mm && a.offsetMm === b.offsetMm;
}

/** A labelled search that goes on from a field of which a part was forgotten. */
class Again implements NearestField {
  readonly mm: Int32Array;
  readonly label: Int32Array;
  /** Junctions where the field is not the one before. */
  readonly changed: number[] = [];
  private readonly isChanged: Uint8Array;
  private readonly walker: Walker;
  private readonly queue = new BucketQueue();

  constructor(walker: Walker, { mm, label }: NearestField, indexOf: Int32Array) {
    this.walker = walker;
    this.mm = mm.slice();
    this.label = new Int32Array(mm.length);
    this.isChanged = new Uint8Array(mm.length);
    for (let v = 0; v < mm.length; v++) {
      if (mm[v] === UNREACHED) continue;
      this.label[v] = indexOf[label[v]];
      if (this.label[v] >= 0) continue;
      this.mm[v] = UNREACHED;
      this.change(v);
    }
    const { start, pairs } = walker.forward;
    for (const v of this.changed.slice()) {
      for (let a = start[v]; a < start[v + 1]; a++) {
        const head = pairs[2 * a];
        if (this.isChanged[head] === 0 && this.mm[head] !== UNREACHED)
          this.offer(v, this.mm[head] + pairs[2 * a + 1], this.label[head]);
      }
    }
  }

  /** Puts an end into the search: everywhere where it is new, else only where the field was forgotten. */
  seed({ edge, mm, offsetMm }: Place, label: number, isNew: boolean): void {
    const { edgeFrom, edgeTo, edgeLengthMm, edgeFlags } = this.walker.network;
    const flags = edgeFlags[edge];
    const rest = edgeLengthMm[edge] - mm;
    const [from, to] = [edgeFrom[edge], edgeTo[edge]];
    if (((flags & EdgeFlag.FORWARD) !== 0 || mm === 0) && (isNew || this.isChanged[from] === 1))
      this.offer(from, offsetMm + mm, label);
    if (((flags & EdgeFlag.BACKWARD) !== 0 || rest === 0) && (isNew || this.isChanged[to] === 1))
      this.offer(to, offsetMm + rest, label);
  }

  spread(): void {
    const { queue, mm, label } = this;
    const { start, pairs } = this.walker.backward;
    while (queue.pop()) {
      const { node, mm: here } = queue;
      if (here !== mm[node]) continue;
      for (let a = start[node]; a < start[node + 1]; a++)
        this.offer(pairs[2 * a], here + pairs[2 * a + 1], label[node]);
    }
  }

  private offer(node: number, mm: number, label: number): void {
    const before = this.mm[node];
    if (mm >= UNREACHED || mm > before || (mm === before && label >= this.label[node])) return;
    this.mm[node] = mm;
    this.label[node] = label;
    this.change(node);
    this.queue.push(mm, node);
  }

  private change(node: number): void {
    if (this.isChanged[node] === 1) return;
    this.isChanged[node] = 1;
    this.changed.push(node);
  }
}
