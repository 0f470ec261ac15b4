/** Everything within a limit of one start. @module */
import type { Spot } from "../network/snap.ts";
import { seedStart } from "./ends.ts";
import { resetSearch, spread } from "./search.ts";
import type { Walker } from "./walker.ts";

/**
 * Leaves the walker's search with the walk from the start, its offset included, to every junction within the limit.
 *
 * @param limitMm inclusive
 */
export function spreadFrom(walker: Walker, start: Spot, limitMm: number): void {
  resetSearch(walker.search);
  seedStart(walker, start, limitMm);
  spread(walker.search, walker.forward, limitMm);
}
