/** Job: how many junctions each start can walk to within a limit. @module */
import { type Places, placeAt } from "../../nearest.ts";
import { spreadFrom } from "../../spread-from.ts";
import type { Walker } from "../../walker.ts";
import { sharedInt32, toShared } from "../to-shared.ts";

export interface ReachJob {
  readonly kind: "reach";
  readonly count: number;
  readonly chunk: number;
  readonly starts: Places;
  readonly limitMm: number;
  /** Shape [count]; 0 where a start has no place. */
  readonly junctions: Int32Array;
}

/** @param limitMm inclusive */
export function reachJob(starts: Places, limitMm: number): ReachJob {
  const count = starts.edge.length;
  return toShared({ kind: "reach", count, chunk: 512, starts, limitMm, junctions: sharedInt32(count) });
}

export function runReach({ starts, limitMm, junctions }: ReachJob, walker: Walker, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const start = placeAt(starts, i);
    if (start === null) junctions[i] = 0;
    else {
      spreadFrom(walker, start, limitMm);
      junctions[i] = walker.search.touchedCount;
    }
  }
}
