/** Worker entry: takes chunks of a job until none is left. @module */
import { parentPort, workerData } from "node:worker_threads";
import { DomainError, toWire } from "../../base/errors.ts";
import { createSearch } from "../search.ts";
import type { Walker } from "../walker.ts";
import { claim, markDone } from "./claims.ts";
import { runItems } from "./jobs.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

const worker = workerData as number;
const walkers = new Map<number, Walker>();
const say = (message: FromWorker) => parentPort?.postMessage(message);

parentPort?.on("message", (message: ToWorker) => {
  if (message.kind === "forget") walkers.delete(message.id);
  else if (message.kind === "walker") {
    walkers.set(message.id, { ...message.walker, search: createSearch(message.walker) });
  } else work(message);
});

function work({ run, job, claims, ...ids }: Extract<ToWorker, { kind: "job" }>): void {
  try {
    const [walker, open] = [walkerOf(ids.walker), walkerOf(ids.open)];
    for (let chunk = claim(claims, worker); chunk >= 0; chunk = claim(claims, worker)) {
      const from = chunk * job.chunk;
      runItems(job, walker, open, from, Math.min(job.count, from + job.chunk));
      markDone(claims, chunk);
    }
    say({ kind: "done", run });
  } catch (error) {
    if (error instanceof DomainError) say({ kind: "refused", run, error: toWire(error) });
    else say({ kind: "fault", run, message: String(error), stack: error instanceof Error ? (error.stack ?? "") : "" });
  }
}

function walkerOf(id: number): Walker {
  const walker = walkers.get(id);
  if (!walker) throw new Error(`worker ${worker} was not given walker ${id}`);
  return walker;
}
