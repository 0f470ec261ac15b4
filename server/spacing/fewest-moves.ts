/**
 * The fewest points that must move so that no pair is left: whoever may stay is a largest set without a pair in it.
 * Branch and bound, bounded by a cover of cliques (Tomita & Seki 2003, on the complement); where its budget ends, a
 * lower and an upper bound are what is known, and that is said.
 * @module
 */

/** Branches looked at for one cluster: a third of a second for one of 400. */
const BUDGET = 5_000;
/** Clusters larger than this are only bounded. */
export const MOST_EXACT = 400;

export interface FewestMoves {
  /** No fewer moves heal the cluster; equal to `most` where the number is exact. */
  readonly least: number;
  readonly most: number;
  /** Points whose moving heals it, `most` of them, ascending. */
  readonly move: readonly number[];
}

/**
 * @param count points 0 … count − 1, at most {@link MOST_EXACT}
 * @param pairs shape [2 p]: both points of every pair
 */
export function fewestMoves(count: number, pairs: Int32Array | readonly number[]): FewestMoves {
  const words = (count + 31) >> 5;
  const near = Array.from({ length: count }, () => new Uint32Array(words));
  for (let i = 0; i < pairs.length; i += 2) {
    put(near[pairs[i]], pairs[i + 1]);
    put(near[pairs[i + 1]], pairs[i]);
  }
  const search: Search = { near, words, best: greedy(near, count), budget: BUDGET };
  const all = new Uint32Array(words);
  for (let v = 0; v < count; v++) put(all, v);
  const bound = coverOf(search, all).cliques.at(-1) ?? 0;
  const isWhole = search.best.length === bound || extend(search, all, []);
  const stay = new Set(search.best);
  const most = count - search.best.length;
  return {
    least: isWhole ? most : count - bound,
    most,
    move: Array.from({ length: count }, (_, v) => v).filter((v) => !stay.has(v)),
  };
}

interface Search {
  /** Shape [count][words]. Bits of the points too close to each. */
  readonly near: readonly Uint32Array[];
  readonly words: number;
  best: readonly number[];
  budget: number;
}

/** @returns false where the budget ended first */
function extend(search: Search, open: Uint32Array, chosen: readonly number[]): boolean {
  if (search.budget-- <= 0) return false;
  const { points, cliques } = coverOf(search, open);
  if (points.length === 0) {
    if (chosen.length > search.best.length) search.best = chosen;
    return true;
  }
  for (let i = points.length - 1; i >= 0; i--) {
    if (chosen.length + cliques[i] <= search.best.length) return true;
    const v = points[i];
    const rest = new Uint32Array(search.words);
    for (let w = 0; w < search.words; w++) rest[w] = open[w] & ~search.near[v][w];
    clear(rest, v);
    if (!extend(search, rest, [...chosen, v])) return false;
    clear(open, v);
  }
  return true;
}

/** Open points in cliques, clique after clique: of each at most one may stay. `cliques[i]` counts those up to point i. */
function coverOf({ near, words }: Search, open: Uint32Array): { points: number[]; cliques: number[] } {
  const points: number[] = [];
  const cliques: number[] = [];
  const left = open.slice();
  for (let clique = 1; !isEmpty(left); clique++) {
    const joinable = left.slice();
    for (let v = first(joinable); v >= 0; v = first(joinable)) {
      clear(left, v);
      points.push(v);
      cliques.push(clique);
      for (let w = 0; w < words; w++) joinable[w] &= near[v][w];
    }
  }
  return { points, cliques };
}

/** Takes whoever has fewest neighbours left, over and over. */
function greedy(near: readonly Uint32Array[], count: number): number[] {
  const open = new Set(Array.from({ length: count }, (_, v) => v));
  const chosen: number[] = [];
  const degree = (v: number) => [...open].reduce((sum, u) => sum + (has(near[v], u) ? 1 : 0), 0);
  while (open.size > 0) {
    let best = -1;
    let least = Infinity;
    for (const v of open) {
      const own = degree(v);
      if (own < least) [best, least] = [v, own];
      if (own <= 1) break;
    }
    chosen.push(best);
    open.delete(best);
    for (const u of [...open]) if (has(near[best], u)) open.delete(u);
  }
  return chosen;
}

function put(bits: Uint32Array, at: number): void {
  bits[at >> 5] |= 1 << (at & 31);
}

function clear(bits: Uint32Array, at: number): void {
  bits[at >> 5] &= ~(1 << (at & 31));
}

function has(bits: Uint32Array, at: number): boolean {
  return (bits[at >> 5] & (1 << (at & 31))) !== 0;
}

function isEmpty(bits: Uint32Array): boolean {
  return bits.every((word) => word === 0);
}

/** Lowest point of a set, −1 for none. */
function first(bits: Uint32Array): number {
  for (let w = 0; w < bits.length; w++) if (bits[w] !== 0) return 32 * w + 31 - Math.clz32(bits[w] & -bits[w]);
  return -1;
}
