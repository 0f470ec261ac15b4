/** All cores at work on walks: threads that share the network, one job at a time, chunks claimed by atomic counter. @module */
import { Worker } from "node:worker_threads";
import { aborted } from "../../base/aborted.ts";
import { fromWire } from "../../base/errors.ts";
import type { Walker } from "../walker.ts";
import { type Claims, callOff, createClaims, isAllDone, release } from "./claims.ts";
import { poolError } from "./errors.ts";
import { chunksOf, type Job } from "./jobs.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { Roster } from "./roster.ts";

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** From the call on, waiting for other jobs included. */
  readonly timeLimitMs?: number;
}

/** A job whose workers crash more often than this is at fault itself. */
const MAX_CRASHES = 3;

interface Running {
  readonly run: number;
  readonly claims: Claims;
  readonly message: ToWorker;
  /** Workers that have not yet said that they are done. */
  readonly busy: Set<number>;
  readonly settle: (error: Error | null) => void;
  crashes: number;
}

export class WalkPool {
  private readonly threads: (Worker | null)[];
  private readonly roster = new Roster();
  private running: Running | null = null;
  private queue: Promise<void> = Promise.resolve();
  private runs = 0;
  private crashes = 0;
  private isClosed = false;

  /** Threads start with the first job. */
  constructor(workers: number) {
    this.threads = Array.from({ length: workers }, () => null);
  }

  /** Workers that crashed so far; each was replaced. */
  get crashCount(): number {
    return this.crashes;
  }

  /**
   * Fills the job's columns; jobs wait for each other. Throws `work_cancelled` and `work_timed_out`; the columns are then
   * worth nothing.
   *
   * @param open a walker without restrictions; the same one where nothing restricts this one
   */
  async run(walker: Walker, open: Walker, job: Job, { signal, timeLimitMs }: RunOptions = {}): Promise<void> {
    const stop = new AbortController();
    const cancel = () => stop.abort(poolError("work_cancelled"));
    if (signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel);
    const timer =
      timeLimitMs === undefined
        ? undefined
        : setTimeout(() => stop.abort(poolError("work_timed_out", { limit: timeLimitMs })), timeLimitMs);
    const turn = this.queue.then(() => this.work(walker, open, job, stop.signal));
    this.queue = turn.catch(() => {});
    try {
      await Promise.race([turn, aborted(stop.signal)]);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
    }
  }

  /** Ends all threads; a job under way is cancelled. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.running?.settle(poolError("work_cancelled"));
    await Promise.all(this.threads.map((thread) => thread?.terminate()));
  }

  private work(walker: Walker, open: Walker, job: Job, stop: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.isClosed) throw poolError("work_cancelled");
      stop.throwIfAborted();
      const ids = { walker: this.idOf(walker), open: this.idOf(open) };
      const run = this.runs++;
      const claims = createClaims(chunksOf(job));
      const settle = (error: Error | null) => {
        if (this.running?.run !== run) return;
        this.running = null;
        stop.removeEventListener("abort", onStop);
        for (const thread of this.threads) thread?.unref();
        callOff(claims);
        if (error === null) resolve();
        else reject(error);
      };
      const onStop = () => settle(stop.reason as Error);
      stop.addEventListener("abort", onStop);
      const busy = new Set(this.threads.keys());
      this.running = { run, claims, message: { kind: "job", run, job, claims, ...ids }, busy, settle, crashes: 0 };
      try {
        for (const worker of busy) this.send(worker, this.running.message);
      } catch (error) {
        settle(asError(error));
      }
    });
  }

  private send(worker: number, message: ToWorker): void {
    this.threads[worker] ??= this.start(worker);
    this.threads[worker].ref();
    this.threads[worker].postMessage(message);
  }

  private start(worker: number): Worker {
    const thread = new Worker(new URL("./walk-worker.ts", import.meta.url), { workerData: worker });
    try {
      for (const introduction of this.roster.introductions()) thread.postMessage(introduction);
    } catch (error) {
      void thread.terminate();
      throw error;
    }
    let cause: unknown = null;
    thread.on("message", (message: FromWorker) => this.hear(worker, message));
    thread.on("error", (error) => {
      cause = error;
    });
    thread.on("exit", (code) => {
      this.threads[worker] = null;
      if (!this.isClosed) this.replace(worker, cause ?? new Error(`a worker ended by itself with code ${code}`));
    });
    return thread;
  }

  private hear(worker: number, message: FromWorker): void {
    const { running } = this;
    if (running === null || message.run !== running.run) return;
    if (message.kind === "refused") running.settle(fromWire(message.error));
    else if (message.kind === "fault") running.settle(new Error(message.message, { cause: message.stack }));
    else {
      running.busy.delete(worker);
      if (running.busy.size > 0) return;
      running.settle(isAllDone(running.claims) ? null : new Error("workers are done, and chunks are left"));
    }
  }

  /** What the crashed worker had claimed is free again for its successor. */
  private replace(worker: number, cause: unknown): void {
    this.crashes++;
    const { running } = this;
    if (running === null) return;
    release(running.claims, worker);
    running.crashes++;
    if (running.crashes > MAX_CRASHES) {
      running.settle(new Error(`workers crashed ${running.crashes} times on one job`, { cause }));
      return;
    }
    running.busy.add(worker);
    try {
      this.send(worker, running.message);
    } catch (error) {
      running.settle(asError(error));
    }
  }

  private idOf(walker: Walker): number {
    return this.roster.idOf(walker, (message) => {
      for (const thread of this.threads) thread?.postMessage(message);
    });
  }
}

function asError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error("a job could not be handed out", { cause });
}
