/** Runs `prepareImport` in a worker thread of its own, so that the service goes on answering. @module */
import { Worker } from "node:worker_threads";
import type { Prepared, Progress } from "./prepare.ts";
import type { PrepareOrder } from "./prepare-worker.ts";
import type { CheckedFiles } from "./summary.ts";
import { workApart } from "./work-apart.ts";

/** Throws what `prepareImport` throws, and `import_cancelled` once the signal is aborted. */
export function prepareApart(
  order: Omit<PrepareOrder, "rows">,
  progress: Progress,
  signal: AbortSignal,
): Promise<Prepared> {
  return apart({ ...order, rows: true }, progress, signal);
}

/** As {@link prepareApart}, for what would be taken and refused alone: the rows stay in the worker and go with it. */
export function checkApart(
  order: Omit<PrepareOrder, "rows">,
  progress: Progress,
  signal: AbortSignal,
): Promise<CheckedFiles> {
  return apart({ ...order, rows: false }, progress, signal);
}

function apart<Result>(order: PrepareOrder, progress: Progress, signal: AbortSignal): Promise<Result> {
  const start = () => new Worker(new URL("./prepare-worker.ts", import.meta.url), { workerData: order });
  return workApart<Result>(start, progress, signal);
}
