/**
 * People whom the same candidates can cover count as one: covering asks only which candidates reach them, and a district
 * has far fewer such sets than homes.
 * @module
 */
import type { SitingProblem } from "./problem.ts";

export interface CoverClasses {
  readonly count: number;
  /** Shape [count]. Sum of the weights of its points, > 0. */
  readonly weight: Float64Array;
  /** Shape [candidates + 1] and [entries]. Classes that a candidate covers, ascending. */
  readonly first: Uint32Array;
  readonly ofCandidate: Uint32Array;
  /** Shape [count + 1] and [entries]. Candidates that cover a class, ascending; one at least. */
  readonly firstOfClass: Uint32Array;
  readonly candidates: Uint32Array;
  /** Shape [count]. The label that all points of the class share; all 0 where none was given. */
  readonly label: Int32Array;
  /** Shape [demand points]. Class of each, or one of {@link Uncounted}. */
  readonly ofDemand: Int32Array;
  /** Weight within the limit of what stands. */
  readonly coveredWeight: number;
  /** Weight that nothing covers and no candidate can. */
  readonly lostWeight: number;
}

/** Points that no choice of sites changes. */
export const Uncounted = { COVERED: -1, LOST: -2, WEIGHTLESS: -3 } as const;

/**
 * @param limit inclusive
 * @param labels shape [demand points]: points of different labels stay apart
 */
export function mergeByCover(problem: SitingProblem, limit: number, labels: Int32Array | null = null): CoverClasses {
  const { candidateCount, weight, standing } = problem;
  const { start, by } = coverersOf(problem, limit);
  const ofDemand = new Int32Array(weight.length);
  const members: number[] = [];
  const sums: number[] = [];
  const known = new ClassTable(weight.length);
  let [coveredWeight, lostWeight] = [0, 0];
  for (let d = 0; d < weight.length; d++) {
    if (weight[d] === 0) ofDemand[d] = Uncounted.WEIGHTLESS;
    else if (standing[d] <= limit) {
      ofDemand[d] = Uncounted.COVERED;
      coveredWeight += weight[d];
    } else if (start[d] === start[d + 1]) {
      ofDemand[d] = Uncounted.LOST;
      lostWeight += weight[d];
    } else {
      const label = labels?.[d] ?? 0;
      const isAlike = (c: number) => (labels?.[members[c]] ?? 0) === label && sameRow(start, by, members[c], d);
      const found = known.find(hashOf(by, start[d], start[d + 1], label), isAlike);
      if (found === members.length) {
        members.push(d);
        sums.push(0);
      }
      ofDemand[d] = found;
      sums[found] += weight[d];
    }
  }
  const count = members.length;
  const firstOfClass = new Uint32Array(count + 1);
  for (let c = 0; c < count; c++) firstOfClass[c + 1] = firstOfClass[c] + start[members[c] + 1] - start[members[c]];
  const candidates = new Uint32Array(firstOfClass[count]);
  for (let c = 0; c < count; c++) {
    const from = start[members[c]];
    for (let at = firstOfClass[c], i = 0; at + i < firstOfClass[c + 1]; i++) candidates[at + i] = by[from + i];
  }
  const [first, ofCandidate] = transposed(firstOfClass, candidates, candidateCount);
  return {
    count,
    weight: Float64Array.from(sums),
    first,
    ofCandidate,
    firstOfClass,
    candidates,
    label: Int32Array.from(members, (d) => labels?.[d] ?? 0),
    ofDemand,
    coveredWeight,
    lostWeight,
  };
}

/** Candidates within the limit by demand point, ascending; none of points that need none. */
function coverersOf({ candidateCount, weight, standing, costs }: SitingProblem, limit: number) {
  const { first, demand, cost } = costs;
  const isOpen = new Uint8Array(weight.length);
  for (let d = 0; d < weight.length; d++) isOpen[d] = weight[d] > 0 && standing[d] > limit ? 1 : 0;
  const start = new Uint32Array(weight.length + 1);
  for (let p = 0; p < demand.length; p++) if (cost[p] <= limit) start[demand[p] + 1] += isOpen[demand[p]];
  for (let d = 0; d < weight.length; d++) start[d + 1] += start[d];
  const next = start.slice();
  const by = new Uint32Array(start[weight.length]);
  for (let j = 0; j < candidateCount; j++)
    for (let p = first[j]; p < first[j + 1]; p++)
      if (cost[p] <= limit && isOpen[demand[p]] === 1) by[next[demand[p]]++] = j;
  return { start, by };
}

function transposed(start: Uint32Array, column: Uint32Array, columns: number): [Uint32Array, Uint32Array] {
  const first = new Uint32Array(columns + 1);
  for (let i = 0; i < column.length; i++) first[column[i] + 1]++;
  for (let j = 0; j < columns; j++) first[j + 1] += first[j];
  const next = first.slice();
  const rows = new Uint32Array(column.length);
  for (let r = 0; r + 1 < start.length; r++) for (let i = start[r]; i < start[r + 1]; i++) rows[next[column[i]]++] = r;
  return [first, rows];
}

/** Classes by hash, in one array that is never more than half full. */
class ClassTable {
  /** Class + 1; 0 where there is none. */
  private readonly slots: Int32Array;
  private count = 0;

  constructor(most: number) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2)));
  }

  /** The class of this hash that is alike, else a new one: the number of classes so far. */
  find(hash: number, isAlike: (c: number) => boolean): number {
    const last = this.slots.length - 1;
    for (let at = hash & last; ; at = (at + 1) & last) {
      const c = this.slots[at] - 1;
      if (c < 0) {
        this.slots[at] = ++this.count;
        return this.count - 1;
      }
      if (isAlike(c)) return c;
    }
  }
}

/** FNV-1a over whole words (Fowler, Noll, Vo): lists that differ and share a hash are told apart by comparing. */
function hashOf(values: Uint32Array, from: number, to: number, label: number): number {
  let hash = Math.imul(2166136261 ^ label, 16777619);
  for (let i = from; i < to; i++) {
    hash = Math.imul(hash ^ values[i], 16777619);
    hash ^= hash >>> 15;
  }
  return hash;
}

function sameRow(start: Uint32Array, by: Uint32Array, a: number, b: number): boolean {
  const length = start[a + 1] - start[a];
  if (length !== start[b + 1] - start[b]) return false;
  for (let i = 0; i < length; i++) if (by[start[a] + i] !== by[start[b] + i]) return false;
  return true;
}
