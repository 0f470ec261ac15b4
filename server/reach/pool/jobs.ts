/** What workers can be asked. A job is plain data: columns to read, columns to write, and how many items there are. @module */
import type { Walker } from "../walker.ts";
import { type MatrixJob, runMatrix } from "./jobs/matrix-job.ts";
import { type NearestJob, runNearest } from "./jobs/nearest-job.ts";
import { type PairsJob, runPairs } from "./jobs/pairs-job.ts";
import { type ReachJob, runReach } from "./jobs/reach-job.ts";
import { runSnap, type SnapJob } from "./jobs/snap-job.ts";

/** Every item is answered for itself, so neither chunks nor their order change a byte of the answer. */
export type Job = MatrixJob | NearestJob | PairsJob | ReachJob | SnapJob;

/** Answers the items `from … to - 1` into the job's columns. */
export function runItems(job: Job, walker: Walker, open: Walker, from: number, to: number): void {
  switch (job.kind) {
    case "matrix":
      runMatrix(job, walker, from, to);
      break;
    case "nearest":
      runNearest(job, walker, from, to);
      break;
    case "pairs":
      runPairs(job, walker, open, from, to);
      break;
    case "reach":
      runReach(job, walker, from, to);
      break;
    case "snap":
      runSnap(job, walker, open, from, to);
      break;
  }
}

export function chunksOf({ count, chunk }: Job): number {
  return Math.ceil(count / chunk);
}
