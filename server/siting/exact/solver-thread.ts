/** A thread that proves optima: started when first asked, ended when it is cancelled, hangs, or breaks. @module */
import { Worker } from "node:worker_threads";
import type { Narrowed } from "../dual/narrow.ts";
import type { SitingProblem, SitingQuestion } from "../problem.ts";
import type { Ending, SolveRequest, SolverMessage } from "./messages.ts";
import type { LinearModel } from "./model.ts";

export interface SolveOptions {
  readonly timeLimitSeconds: number;
  /** A plan that is known already. */
  readonly start?: readonly number[] | null;
  readonly signal?: AbortSignal | undefined;
  readonly onPlan?: (chosen: readonly number[]) => void;
  readonly onBound?: (bound: number) => void;
  /** What broke, where the solve ends with `fault`. */
  readonly onFault?: (message: string) => void;
}

export interface NarrowOptions extends SolveOptions {
  readonly start: readonly number[];
  /** Of `cover`: it is enough to know whether a plan is worth so much; null for the best one. */
  readonly needed?: number | null;
}

export interface Solved {
  readonly ending: Ending | "cancelled";
  readonly chosen: readonly number[] | null;
  readonly bound: number;
}

type Answer =
  | (Solved & { readonly kind: "solved" })
  | { readonly kind: "narrowed"; readonly narrowed: Narrowed | null };

/** HiGHS looks at its clock now and then only: a thread that is late by so much is ended. */
const GRACE_SECONDS = 1;

export class SolverThread {
  private readonly memoryLimitBytes: number;
  private thread: Worker | null = null;
  private asked = 0;

  /** @param memoryLimitBytes of HiGHS itself; beyond it a solve ends with `memory` */
  constructor(memoryLimitBytes: number) {
    this.memoryLimitBytes = memoryLimitBytes;
  }

  /** One at a time. Never rejects for what the solver does: that is told by `ending`. */
  async solve(model: LinearModel, { start = null, ...options }: SolveOptions): Promise<Solved> {
    const open = model.sense === "max" ? Infinity : -Infinity;
    const { timeLimitSeconds } = options;
    const answer = await this.ask((id) => ({ kind: "model", id, model, start, timeLimitSeconds }), open, options);
    if (answer.kind !== "solved") throw new TypeError("a model is not narrowed");
    return answer;
  }

  /** In turn with {@link solve}. Null where prices say nothing of the question; else as narrowed, or how it ended before. */
  async narrow(
    problem: SitingProblem,
    question: SitingQuestion,
    { start, needed = null, ...options }: NarrowOptions,
  ): Promise<Narrowed | Solved | null> {
    const open = question.objective === "cover" ? Infinity : -Infinity;
    const { candidateCount, weight, costs, standing } = problem;
    // Whatever else a problem carries is not for the thread, which gets a copy.
    const numbers: SitingProblem = { candidateCount, weight, costs, standing };
    const isOver = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const timer = setTimeout(() => Atomics.store(isOver, 0, 1), options.timeLimitSeconds * 1000);
    const answer = await this.ask(
      (id) => ({ kind: "narrow", id, problem: numbers, question, start, needed, isOver }),
      open,
      options,
    );
    clearTimeout(timer);
    return answer.kind === "solved" ? answer : answer.narrowed;
  }

  /** @param open the bound where nothing is proved */
  private ask(
    requestOf: (id: number) => SolveRequest,
    open: number,
    { timeLimitSeconds, signal, onPlan, onBound, onFault }: Omit<SolveOptions, "start">,
  ): Promise<Answer> {
    const id = this.asked++;
    const thread = this.open();
    return new Promise((resolve) => {
      let chosen: readonly number[] | null = null;
      let bound = open;
      const settle = (ending: Solved["ending"], answer?: Answer) => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
        for (const [event, heard] of listeners) thread.off(event, heard);
        thread.unref();
        if (ending !== "optimal" && ending !== "infeasible" && ending !== "limit") this.end();
        resolve(answer ?? { kind: "solved", ending, chosen, bound });
      };
      const hear = (message: SolverMessage) => {
        if (message.id !== id) return;
        if (message.kind === "plan") {
          chosen = message.chosen;
          onPlan?.(chosen);
        } else if (message.kind === "bound") {
          bound = message.bound;
          onBound?.(bound);
        } else if (message.kind === "narrowed") settle("limit", message);
        else {
          chosen = message.chosen ?? chosen;
          bound = message.bound ?? bound;
          if (message.ending === "fault") onFault?.(message.message ?? "");
          settle(message.ending);
        }
      };
      const onError = (error: NodeJS.ErrnoException) => {
        const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
        if (!isMemory) onFault?.(error.message);
        settle(isMemory ? "memory" : "fault");
      };
      const onExit = () => {
        onFault?.("the thread ended by itself");
        settle("fault");
      };
      const listeners = [
        ["message", hear],
        ["error", onError],
        ["exit", onExit],
      ] as const;
      for (const [event, heard] of listeners) thread.on(event, heard as (value: unknown) => void);
      const onAbort = () => settle("cancelled");
      signal?.addEventListener("abort", onAbort);
      const late = () => {
        this.end();
        settle("limit");
      };
      const timer = setTimeout(late, (timeLimitSeconds + GRACE_SECONDS) * 1000);
      thread.ref();
      if (signal?.aborted) onAbort();
      else thread.postMessage(requestOf(id));
    });
  }

  /** Whatever it is at is lost; the next model gets a thread of its own. */
  end(): void {
    const { thread } = this;
    this.thread = null;
    void thread?.terminate();
  }

  private open(): Worker {
    if (this.thread !== null) return this.thread;
    const thread = new Worker(new URL("./highs-worker.ts", import.meta.url), {
      workerData: { memoryLimitBytes: this.memoryLimitBytes },
    });
    // One that breaks while nobody waits for it is missed by nobody.
    thread.on("error", () => {});
    thread.on("exit", () => {
      if (this.thread === thread) this.thread = null;
    });
    this.thread = thread;
    return thread;
  }
}
