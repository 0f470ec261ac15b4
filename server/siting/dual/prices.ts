/**
 * What no plan can beat, from prices: each row of people pays its price, each candidate earns what its offers save of the
 * prices, and the candidates that earn most are chosen whatever else they must keep (Lagrangian relaxation: Cornuéjols,
 * Fisher, Nemhauser 1977; Fisher 1981).
 * @module
 */
import type { Offers } from "./offers.ts";
import type { SideRows } from "./side-rows.ts";

export interface Limits {
  /** Most sites, forced ones included. */
  readonly sites: number;
  readonly forced: readonly number[];
  readonly forbidden: readonly number[];
}

/** Prices of rows, shape [rows], each at most what the row pays without a site, and of side rows, shape [side rows], ≥ 0. */
export interface Prices {
  readonly row: Float64Array;
  readonly side: Float64Array;
}

export class Priced {
  /** Shape [candidates]. What each earns, less the prices of its side rows; −Infinity of those shut out. */
  readonly earned: Float64Array;
  /** Forced ones, then those that earn most, most first; ties go to the lower index. */
  readonly chosen: number[] = [];
  /** Of the chosen, how many are forced. */
  readonly forcedCount: number;
  /** All rows together pay so much at least, whatever is chosen. */
  least = -Infinity;
  private readonly offers: Offers;
  private readonly sides: SideRows;
  private readonly forced: readonly number[];
  private readonly free: Int32Array;
  private readonly sites: number;
  private readonly shut: Uint8Array;

  constructor(offers: Offers, sides: SideRows, { sites, forced, forbidden }: Limits) {
    this.offers = offers;
    this.sides = sides;
    this.forced = [...new Set(forced)];
    this.forcedCount = this.forced.length;
    this.sites = sites;
    this.earned = new Float64Array(offers.candidateCount).fill(-Infinity);
    this.shut = new Uint8Array(offers.candidateCount);
    for (const j of forbidden) this.shut[j] = 1;
    const fixed = new Set([...forced, ...forbidden]);
    this.free = Int32Array.from(this.earned.keys()).filter((j) => !fixed.has(j));
  }

  /** Finds all of the above anew. */
  evaluate(prices: Prices): void {
    this.earn(prices);
    this.choose();
    let least = 0;
    for (const price of prices.row) least += price;
    for (let r = 0; r < prices.side.length; r++) least -= prices.side[r] * this.sides.most[r];
    for (const j of this.chosen) least -= this.earned[j];
    this.least = least;
  }

  /** What all rows pay at least if a candidate that is not chosen were, or one that is were not; forced ones aside. */
  leastOtherwise(j: number): number {
    const { chosen, earned, sites, least } = this;
    const isFull = chosen.length === sites;
    const place = chosen.indexOf(j);
    if (place < 0) return least - earned[j] + (isFull ? this.leastChosen() : 0);
    let next = 0;
    if (isFull)
      for (const other of this.free) if (earned[other] > next && !chosen.includes(other)) next = earned[other];
    return least + earned[j] - next;
  }

  private leastChosen(): number {
    return this.chosen.length === this.forcedCount ? Infinity : this.earned[this.chosen[this.chosen.length - 1]];
  }

  private earn({ row: price, side }: Prices): void {
    const { first, row, cost } = this.offers;
    const { earned, shut, sides } = this;
    for (let j = 0; j < earned.length; j++) {
      if (shut[j] === 1) continue;
      earned[j] =
        cost === null ? sumOf(price, row, first[j], first[j + 1]) : savedOf(price, row, cost, first[j], first[j + 1]);
    }
    for (let r = 0; r < side.length; r++)
      for (let k = sides.first[r]; k < sides.first[r + 1]; k++) earned[sides.candidate[k]] -= side[r] * sides.factor[k];
  }

  private choose(): void {
    const { chosen, earned, free, forced, sites } = this;
    chosen.length = 0;
    for (const j of forced) chosen.push(j);
    for (const j of free) {
      if (earned[j] <= 0) continue;
      let at = chosen.length;
      if (at === sites) {
        if (at === forced.length || earned[j] <= earned[chosen[at - 1]]) continue;
        at--;
      }
      for (; at > forced.length && earned[chosen[at - 1]] < earned[j]; at--) chosen[at] = chosen[at - 1];
      chosen[at] = j;
    }
  }
}

function sumOf(price: Float64Array, row: Uint32Array, from: number, to: number): number {
  let sum = 0;
  for (let p = from; p < to; p++) sum += price[row[p]];
  return sum;
}

function savedOf(price: Float64Array, row: Uint32Array, cost: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let p = from; p < to; p++) {
    const saved = price[row[p]] - cost[p];
    if (saved > 0) sum += saved;
  }
  return sum;
}
