/** Where prices should move: how often each row is served by what earns most, and how far that breaks each side row. @module */
import type { Offers } from "./offers.ts";
import type { Priced, Prices } from "./prices.ts";
import type { SideRows } from "./side-rows.ts";

/**
 * Prices moved along a direction that remembers where it came from, since slopes alone lead to and fro (Camerini, Fratta,
 * Maffioli 1975).
 */
export class Slopes {
  private readonly offers: Offers;
  private readonly sides: SideRows;
  /** Shape [rows]. Upwards where positive. */
  private readonly row: Float64Array;
  private readonly side: Float64Array;
  private readonly served: Int32Array;
  private readonly scale: number;

  constructor(offers: Offers, sides: SideRows) {
    this.offers = offers;
    this.sides = sides;
    this.row = new Float64Array(offers.without.length);
    this.served = new Int32Array(offers.without.length);
    this.side = new Float64Array(sides.most.length);
    // A side row moves what a candidate earns at once, a row of people moves it by one part of many.
    this.scale = Math.max(1, offers.row.length / Math.max(1, offers.candidateCount));
  }

  /**
   * @param memory part of the direction that stays, 0 … 1
   * @returns square of its length
   */
  turn(prices: Prices, { chosen }: Priced, memory: number): number {
    this.countServed(prices, chosen);
    const { row, side, served, offers, sides, scale } = this;
    let length = 0;
    for (let i = 0; i < row.length; i++) {
      const price = prices.row[i];
      let slope = 1 - served[i];
      if (slope > 0 ? price >= offers.without[i] : price <= 0) slope = 0;
      row[i] = memory * row[i] + (1 - memory) * slope;
      length += row[i] * row[i];
    }
    for (let r = 0; r < side.length; r++) {
      let slope = -sides.most[r];
      for (let k = sides.first[r]; k < sides.first[r + 1]; k++)
        if (chosen.includes(sides.candidate[k])) slope += sides.factor[k];
      if (slope < 0 && prices.side[r] <= 0) slope = 0;
      side[r] = memory * side[r] + (1 - memory) * slope;
      length += scale * side[r] * side[r];
    }
    return length;
  }

  move({ row, side }: Prices, step: number): void {
    const { without } = this.offers;
    for (let i = 0; i < row.length; i++) row[i] = Math.min(without[i], Math.max(0, row[i] + step * this.row[i]));
    for (let r = 0; r < side.length; r++) side[r] = Math.max(0, side[r] + step * this.scale * this.side[r]);
  }

  private countServed(prices: Prices, chosen: readonly number[]): void {
    const { first, row, cost } = this.offers;
    this.served.fill(0);
    for (const j of chosen)
      for (let p = first[j]; p < first[j + 1]; p++)
        if ((cost === null ? 0 : cost[p]) < prices.row[row[p]]) this.served[row[p]]++;
  }
}
