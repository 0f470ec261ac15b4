/** Job: the nearest facility of every category for every start; one category at a time. @module */
import { type Ends, nearestForAll, type Places } from "../../nearest.ts";
import type { Walker } from "../../walker.ts";
import { sharedInt32, toShared } from "../to-shared.ts";

export interface NearestJob {
  readonly kind: "nearest";
  /** Categories. */
  readonly count: number;
  readonly chunk: number;
  readonly starts: Places;
  readonly ends: readonly Ends[];
  /** Shape [count × starts], as of `Nearest`. */
  readonly totalMm: Int32Array;
  readonly lengthMm: Int32Array;
  readonly end: Int32Array;
}

/** @param ends of every category */
export function nearestJob(starts: Places, ends: readonly Ends[]): NearestJob {
  const size = ends.length * starts.edge.length;
  const out = { totalMm: sharedInt32(size), lengthMm: sharedInt32(size), end: sharedInt32(size) };
  return toShared({ kind: "nearest", count: ends.length, chunk: 1, starts, ends, ...out });
}

export function runNearest(job: NearestJob, walker: Walker, from: number, to: number): void {
  const starts = job.starts.edge.length;
  for (let category = from; category < to; category++) {
    const { totalMm, lengthMm, end } = nearestForAll(walker, job.starts, job.ends[category]);
    job.totalMm.set(totalMm, category * starts);
    job.lengthMm.set(lengthMm, category * starts);
    job.end.set(end, category * starts);
  }
}
