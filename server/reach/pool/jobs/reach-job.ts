/** Job: how many junctions each start can walk to within a limit. @module */
import { type Places, placeAt } from "../../nearest.ts";
import { spreadFrom } from "../../spread-from.ts";
import type { Walker } from "../../walker.ts";
import { alongStreets } from "../along-streets.ts";
import { sharedInt32, toShared } from "../to-shared.ts";

export interface ReachJob {
  readonly kind: "reach";
  readonly count: number;
  readonly chunk: number;
  readonly starts: Places;
  /** Shape [count]. Items are starts in this order. */
  readonly order: Int32Array;
  readonly limitMm: number;
  /** Shape [count]; 0 where a start has no place. */
  readonly junctions: Int32Array;
}

/** A millisecond's work, so that no worker waits long for the last one. */
const CHUNK = 128;

/** @param limitMm inclusive */
export function reachJob(starts: Places, limitMm: number): ReachJob {
  const count = starts.edge.length;
  const order = sharedInt32(count);
  alongStreets(starts.edge, order);
  return toShared({ kind: "reach", count, chunk: CHUNK, starts, order, limitMm, junctions: sharedInt32(count) });
}

export function runReach(job: ReachJob, walker: Walker, from: number, to: number): void {
  const { starts, order, limitMm, junctions } = job;
  for (let item = from; item < to; item++) {
    const i = order[item];
    const start = placeAt(starts, i);
    if (start === null) junctions[i] = 0;
    else {
      spreadFrom(walker, start, limitMm);
      junctions[i] = junctionsReached(walker);
    }
  }
}

/** Kerbs, at which a profile pays for crossings and lifts, stand behind the junctions of the streets and are none. */
function junctionsReached({ network, plain, search }: Walker): number {
  const { touched, touchedCount } = search;
  if (network.nodeCount === plain.nodeCount) return touchedCount;
  let count = 0;
  for (let t = 0; t < touchedCount; t++) if (touched[t] < plain.nodeCount) count++;
  return count;
}
