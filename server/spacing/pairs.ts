/** Pairs that stand too close, gathered in one pass: all of them counted, the closest kept, and who hangs together with whom. @module */
import { DisjointSets } from "../base/disjoint-sets.ts";
import type { SeePair } from "./neighbours.ts";
import { radixOrder } from "./radix-order.ts";

/** Pairs that can be listed: 16 MB. */
export const MOST_KEPT = 1_000_000;
/** Pairs of different places that are looked at before the question is given up: some seconds. */
export const MOST_SEEN = 50_000_000;

/** Pairs in columns, the closest first; of equally close ones those that `compare` puts first. */
export interface Pairs {
  /** All pairs, listed or not. */
  readonly total: number;
  /** Shape [listed] each. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Within a micrometre of the true distance. */
  readonly metres: Float64Array;
  /** Connected by pairs; members are places where the pairs are stacked. */
  readonly sets: DisjointSets;
  /** Pairs of different places without a place in common, as many as came by: no fewer moves can heal all. */
  readonly matched: Uint8Array;
  /** Pairs of different places, in no order; null where there are too many to be kept. */
  readonly links: Int32Array | null;
}

export interface PairSource {
  /** Points in all, members or not. */
  readonly count: number;
  /** Members at one place, by the one that stands for them. */
  readonly stacks: ReadonlyMap<number, Int32Array>;
  /** Tells every pair of different places, each once; metres exact enough to be listed. */
  readonly visit: (see: SeePair) => void;
}

/**
 * @param limitM no pair is farther apart
 * @param compare order of two points among equally close pairs: whatever does not depend on the order of a file
 * @returns null where more than {@link MOST_SEEN} pairs of different places are too close
 */
export function collectPairs(
  { count, stacks, visit }: PairSource,
  limitM: number,
  compare: (a: number, b: number) => number,
): Pairs | null {
  const kept = new KeptPairs(limitM, compare);
  const links = new GrowingInts(2 * MOST_KEPT);
  const sets = new DisjointSets(count);
  const matched = new Uint8Array(count);
  let total = 0;
  let seen = 0;
  // In an order of their own, so that those listed of too many do not depend on that of the file.
  const inOrder = [...stacks.values()].map((stack) => stack.toSorted(compare)).sort((p, q) => compare(p[0], q[0]));
  for (const stack of inOrder) {
    total += (stack.length * (stack.length - 1)) / 2;
    for (let i = 0; i < stack.length && !kept.isFullOfTouching; i++)
      for (let j = i + 1; j < stack.length && !kept.isFullOfTouching; j++) kept.add(stack[i], stack[j], 0);
  }
  try {
    visit((a, b, metres) => {
      if (++seen > MOST_SEEN) throw TOO_MANY;
      sets.join(a, b);
      if (matched[a] === 0 && matched[b] === 0) matched[a] = matched[b] = 1;
      links.push(a, b);
      const one = stacks.size === 0 ? undefined : stacks.get(a);
      const other = stacks.size === 0 ? undefined : stacks.get(b);
      if (one === undefined && other === undefined) {
        total++;
        kept.add(a, b, metres);
        return;
      }
      total += (one?.length ?? 1) * (other?.length ?? 1);
      for (const i of one ?? [a]) for (const j of other ?? [b]) if (!kept.add(i, j, metres)) return;
    });
  } catch (error) {
    if (error === TOO_MANY) return null;
    throw error;
  }
  return { total, ...kept.sorted(), sets, matched, links: links.whole() };
}

/** Leaves a visit from within. */
const TOO_MANY = Symbol("more pairs than can be looked at");

/** The closest pairs: beyond twice as many as may be kept, the farther half is let go. */
class KeptPairs {
  private a = new Int32Array(1024);
  private b = new Int32Array(1024);
  private metres = new Float64Array(1024);
  private length = 0;
  private readonly compare: (a: number, b: number) => number;
  /** Pairs farther than this are not among the closest. */
  private bound = Infinity;

  /** Steps a metre in keys of 32 bits, by which pairs are put in order first: a micrometre or less for the rules there are. */
  private readonly scale: number;

  constructor(limitM: number, compare: (a: number, b: number) => number) {
    this.compare = compare;
    this.scale = (2 ** 32 - 1) / limitM;
  }

  /** True once nothing closer can come: as many as may be listed are of no distance. To be asked while only such were added. */
  get isFullOfTouching(): boolean {
    if (this.length >= MOST_KEPT) this.bound = 0;
    return this.bound === 0;
  }

  /** False where the pair is farther than all that are kept. */
  add(a: number, b: number, metres: number): boolean {
    if (metres > this.bound || (this.bound === 0 && this.length >= MOST_KEPT)) return false;
    if (this.length === this.a.length) this.makeRoom();
    this.a[this.length] = a;
    this.b[this.length] = b;
    this.metres[this.length++] = metres;
    return true;
  }

  private makeRoom(): void {
    if (this.length < 2 * MOST_KEPT) {
      const size = Math.min(2 * this.length, 2 * MOST_KEPT);
      this.a = grown(this.a, new Int32Array(size));
      this.b = grown(this.b, new Int32Array(size));
      this.metres = grown(this.metres, new Float64Array(size));
      return;
    }
    const { a, b, metres } = this.sorted();
    this.a.set(a);
    this.b.set(b);
    this.metres.set(metres);
    this.length = a.length;
    this.bound = metres[metres.length - 1];
  }

  sorted(): { a: Int32Array; b: Int32Array; metres: Float64Array } {
    const count = this.length;
    const keys = new Uint32Array(count);
    for (let i = 0; i < count; i++) keys[i] = this.metres[i] * this.scale;
    const order = radixOrder(keys, count);
    const [a, b] = [new Int32Array(count), new Int32Array(count)];
    const metres = new Float64Array(count);
    for (let at = 0; at < count; at++) {
      const i = order[at];
      const isInOrder = this.compare(this.a[i], this.b[i]) <= 0;
      a[at] = isInOrder ? this.a[i] : this.b[i];
      b[at] = isInOrder ? this.b[i] : this.a[i];
      metres[at] = this.metres[i];
    }
    for (let i = 0, next = 0; i < count; i = next) {
      const key = keys[order[i]];
      next = i + 1;
      while (next < count && keys[order[next]] === key) next++;
      if (next - i > 1) this.sortTies(a.subarray(i, next), b.subarray(i, next), metres.subarray(i, next));
    }
    const most = Math.min(count, MOST_KEPT);
    return { a: a.slice(0, most), b: b.slice(0, most), metres: metres.slice(0, most) };
  }

  /** By distance, then by the order of both points; there may be millions of no distance at all. */
  private sortTies(a: Int32Array, b: Int32Array, metres: Float64Array): void {
    const points = [...new Set([...new Set(a), ...new Set(b)])].sort(this.compare);
    const rank = new Map(points.map((point, i) => [point, i]));
    const isOneDistance = metres.every((each) => each === metres[0]);
    if (isOneDistance) {
      const keys = Float64Array.from(a, (point, i) => rank.get(point)! * points.length + rank.get(b[i])!).sort();
      keys.forEach((key, i) => {
        a[i] = points[Math.floor(key / points.length)];
        b[i] = points[key % points.length];
      });
      return;
    }
    const rows = Array.from(a, (point, i) => ({ a: point, b: b[i], metres: metres[i] })).sort(
      (p, q) => p.metres - q.metres || rank.get(p.a)! - rank.get(q.a)! || rank.get(p.b)! - rank.get(q.b)!,
    );
    rows.forEach((row, i) => {
      a[i] = row.a;
      b[i] = row.b;
      metres[i] = row.metres;
    });
  }
}

class GrowingInts {
  private values: Int32Array | null = new Int32Array(1024);
  private length = 0;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  push(a: number, b: number): void {
    if (this.values === null) return;
    if (this.length === this.values.length) {
      if (this.length >= this.most) {
        this.values = null;
        return;
      }
      this.values = grown(this.values, new Int32Array(Math.min(2 * this.length, this.most)));
    }
    this.values[this.length++] = a;
    this.values[this.length++] = b;
  }

  whole(): Int32Array | null {
    return this.values?.slice(0, this.length) ?? null;
  }
}

function grown<Column extends Int32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
