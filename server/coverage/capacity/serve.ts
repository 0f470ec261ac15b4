/**
 * Places given out, the shortest walk first: a facility serves the nearest people until it is full, and whoever finds it
 * full goes on to the next within the limit. No more than that is claimed: people choose otherwise, and a full facility
 * may still be the right one for its neighbours.
 * @module
 */
import type { WalkPairs } from "./walk-pairs.ts";

export interface Served {
  /** Shape [residences]. People of each who found a place, and those who found every facility within the limit full. */
  readonly served: Float64Array;
  readonly left: Float64Array;
  /** Shape [facilities]. People who found a place there. */
  readonly assigned: Float64Array;
  /** Shape [facilities]. People within the limit. */
  readonly within: Float64Array;
  /** Shape [facilities]. People who came when it was full: some of them found another. */
  readonly turnedAway: Float64Array;
}

/**
 * @param demand shape [residences], people who want a place; −1 where their number is unknown, which is nobody here
 * @param capacity shape [facilities], places of each
 */
export function serveNearest(pairs: WalkPairs, demand: Int32Array, capacity: Int32Array): Served {
  const left = Float64Array.from(demand, (people) => Math.max(0, people));
  const free = Float64Array.from(capacity);
  const served = new Float64Array(demand.length);
  const assigned = new Float64Array(capacity.length);
  const within = new Float64Array(capacity.length);
  const turnedAway = new Float64Array(capacity.length);
  for (let i = 0; i < pairs.residence.length; i++) {
    const r = pairs.residence[i];
    const f = pairs.facility[i];
    within[f] += Math.max(0, demand[r]);
    const taken = Math.min(left[r], free[f]);
    left[r] -= taken;
    free[f] -= taken;
    served[r] += taken;
    assigned[f] += taken;
    turnedAway[f] += left[r];
  }
  return { served, left, assigned, within, turnedAway };
}
