/** Prices to begin with, from a plan that is known: half-way between the cheapest and the second cheapest of what a row may pay. @module */
import type { Offers } from "./offers.ts";
import type { Prices } from "./prices.ts";
import type { SideRows } from "./side-rows.ts";

/** @param plan serves every row that must have a site */
export function firstPrices(
  { without, first, row, cost }: Offers,
  { most }: SideRows,
  plan: readonly number[],
): Prices {
  const cheapest = without.slice();
  const second = without.slice();
  for (const j of plan)
    for (let p = first[j]; p < first[j + 1]; p++) {
      const own = cost === null ? 0 : cost[p];
      if (own < cheapest[row[p]]) {
        second[row[p]] = cheapest[row[p]];
        cheapest[row[p]] = own;
      } else if (own < second[row[p]]) second[row[p]] = own;
    }
  // Whoever only one site of the plan can serve, and nothing that stands, has no second: the price is what is paid.
  const price = cheapest.map((least, i) => (second[i] === Infinity ? least : (least + second[i]) / 2));
  return { row: price, side: new Float64Array(most.length) };
}
