/** Where the life of the town gathers: a few centres, each fading with distance. @module */
import { along, distance, type Point } from "./plane.ts";
import recipe from "./recipe.json" with { type: "json" };
import type { Street } from "./streets.ts";

/** Sum over the centres of weight × e^(−distance / reach): about 1 at the main one, near 0 far from all. */
export function nearnessToCentres(point: Point): number {
  return recipe.centres.reduce(
    (sum, { u, v, weight, reachM }) => sum + weight * Math.exp(-distance(point, [u, v]) / reachM),
    0,
  );
}

/** The liveliest of the smaller streets become streets of shops. */
export function markMarketStreets(streets: readonly Street[]): void {
  const score = (street: Street): number => nearnessToCentres(along(street.from, street.to, 0.5));
  const small = streets.filter(({ kind }) => kind === "tertiary").sort((a, b) => score(b) - score(a));
  for (const street of small.slice(0, recipe.parcels.marketStreets)) street.market = true;
}
