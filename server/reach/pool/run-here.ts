/** A job on the calling thread: for few items, and to hold the pool's answers against. @module */
import type { Walker } from "../walker.ts";
import { chunksOf, type Job, runItems } from "./jobs.ts";

export function runHere(walker: Walker, open: Walker, job: Job): void {
  for (let chunk = 0; chunk < chunksOf(job); chunk++) {
    const from = chunk * job.chunk;
    runItems(job, walker, open, from, Math.min(job.count, from + job.chunk));
  }
}
