/**
 * Sites chosen one by one, each the one that adds most (Nemhauser, Wolsey, Fisher 1978: at least 1 − 1/e of the best for
 * covering), gains looked at again only where they could still win (Minoux 1978), then exchanged while that helps.
 * @module
 */
import type { Room } from "../room.ts";
import type { Score } from "./score.ts";

/** A gain must exceed a loss by this part of it, so that rounding never makes two sites change places forever. */
const LEAST_BETTER = 1e-9;
/** Passes over all chosen sites; a handful is enough in practice. */
const MOST_PASSES = 50;

/**
 * Adds to the room whatever pays, forced sites first; communities in need get a site even where it adds nothing.
 *
 * @param price shape [candidates]: gains are weighed against it; null where every site costs the same
 * @param isEnough asked after each site
 */
export function chooseGreedily(
  score: Score,
  room: Room,
  { forced, price, group }: { forced: readonly number[]; price: Float64Array | null; group: Int32Array | null },
  isEnough: () => boolean = () => false,
): void {
  const add = (j: number) => {
    room.add(j);
    score.add(j);
  };
  for (const j of forced) add(j);
  const worth = (j: number, gain: number) => (price === null ? gain : gain / Math.max(price[j], Number.MIN_VALUE));
  const queue = new BestFirst(room.size, (j) => worth(j, score.atMost(j)));
  while (room.sitesLeft > 0 && !isEnough()) {
    const j = queue.best();
    if (j < 0) break;
    if (!room.canAdd(j)) queue.drop();
    else if (queue.isFresh(room.chosen.length)) {
      if (queue.key() <= 0) break;
      queue.drop();
      add(j);
    } else queue.update(worth(j, score.gain(j)), room.chosen.length);
  }
  while (room.unmetGroups.size > 0) {
    const needed = (j: number) => group !== null && room.unmetGroups.has(group[j]);
    const j = bestOf(room, score, needed, -1).candidate;
    if (j < 0) break;
    add(j);
  }
}

/** Exchanges one chosen site for one that is not while the whole gains by it; forced ones stay. */
export function improveBySwaps(score: Score, room: Room, forced: readonly number[]): void {
  const fixed = new Set(forced);
  for (let pass = 0, changed = true; changed && pass < MOST_PASSES; pass++) {
    changed = false;
    for (const site of [...room.chosen]) {
      if (fixed.has(site)) continue;
      room.remove(site);
      score.remove(site);
      const loss = score.gain(site);
      const best = bestOf(room, score, (j) => j !== site, loss * (1 + LEAST_BETTER));
      const winner = best.candidate < 0 ? site : best.candidate;
      changed ||= winner !== site;
      room.add(winner);
      score.add(winner);
    }
  }
}

/** The candidate that adds most, of equal ones the first; −1 where none adds more than `above`. */
export function bestOf(
  room: Room,
  score: Score,
  isWanted: (j: number) => boolean,
  above: number,
): { candidate: number; gain: number } {
  const best = { candidate: -1, gain: above };
  for (let j = 0; j < room.size; j++) {
    if (score.atMost(j) <= best.gain || !isWanted(j) || !room.canAdd(j)) continue;
    const gain = score.gain(j);
    if (gain > best.gain) {
      best.candidate = j;
      best.gain = gain;
    }
  }
  return best;
}

/** A heap of candidates by what they were last known to be worth; ties go to the lower index. */
class BestFirst {
  private readonly heap: Int32Array;
  private readonly keys: Float64Array;
  /** Shape [candidates]. Number of sites chosen when the key was found, −1 for a bound. */
  private readonly foundAt: Int32Array;
  private size: number;

  constructor(count: number, bound: (j: number) => number) {
    this.size = count;
    this.keys = Float64Array.from({ length: count }, (_, j) => bound(j));
    this.foundAt = new Int32Array(count).fill(-1);
    this.heap = Int32Array.from({ length: count }, (_, j) => j);
    for (let i = (count >> 1) - 1; i >= 0; i--) this.sink(i);
  }

  best(): number {
    return this.size === 0 ? -1 : this.heap[0];
  }

  key(): number {
    return this.keys[this.heap[0]];
  }

  isFresh(chosen: number): boolean {
    return this.foundAt[this.heap[0]] === chosen;
  }

  update(key: number, chosen: number): void {
    this.keys[this.heap[0]] = key;
    this.foundAt[this.heap[0]] = chosen;
    this.sink(0);
  }

  drop(): void {
    this.heap[0] = this.heap[--this.size];
    this.sink(0);
  }

  private sink(from: number): void {
    const { heap, keys, size } = this;
    const isBefore = (a: number, b: number) => keys[a] > keys[b] || (keys[a] === keys[b] && a < b);
    let at = from;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) child++;
      if (isBefore(heap[at], heap[child])) return;
      [heap[at], heap[child]] = [heap[child], heap[at]];
      at = child;
    }
  }
}
