/** Siting as it goes on: one plan is proved at a time, followed, cancelled; the best so far is there from the first moment on. @module */
import { randomUUID } from "node:crypto";
import type { Desk } from "../analysis/desk.ts";
import { type SitingCase, sitingCase, solveCase } from "../analysis/siting.ts";
import { type SitingAnswer, sitingAnswer } from "../analysis/siting-answer.ts";
import type { SitingAsked } from "../analysis/siting-question.ts";
import { DomainError } from "../base/errors.ts";
import { SolverThread } from "../siting/exact/solver-thread.ts";
import type { Solution } from "../siting/solution.ts";
import { runError } from "./errors.ts";

export interface SitingRun {
  readonly id: string;
  readonly areaId: string;
  /** `cancelled`: the best plan so far is kept, where there was one. */
  state: "running" | "done" | "failed" | "cancelled";
  /** ISO 8601 */
  readonly startedAt: string;
  endedAt: string | null;
  problem: DomainError | null;
}

interface Entry {
  readonly run: SitingRun;
  readonly abort: AbortController;
  finished: Promise<void>;
  sited: SitingCase | null;
  best: Solution | null;
  /** Told of which solution, so that following costs nothing while nothing changes. */
  answer: { readonly of: Solution; readonly answer: SitingAnswer } | null;
}

/** Of HiGHS, beside what the service holds. */
const MEMORY_LIMIT_BYTES = 700 * 2 ** 20;
/** Ended ones are remembered up to this number. */
const MOST_ENDED = 50;
const MOST_WAITING = 20;

export class SitingRuns {
  private readonly desk: Desk;
  /** Where faults of ours go, which no user can mend. */
  private readonly onFault: (error: unknown) => void;
  private readonly runs = new Map<string, Entry>();
  private last: Promise<void> = Promise.resolve();

  constructor(desk: Desk, onFault: (error: unknown) => void) {
    this.desk = desk;
    this.onFault = onFault;
  }

  get(id: string): SitingRun | null {
    return this.runs.get(id)?.run ?? null;
  }

  /** The best so far; null before the first. */
  bestOf({ id }: SitingRun): SitingAnswer | null {
    const entry = this.runs.get(id);
    if (entry === undefined || entry.best === null || entry.sited === null) return null;
    if (entry.answer?.of !== entry.best)
      entry.answer = { of: entry.best, answer: sitingAnswer(entry.sited, entry.best) };
    return entry.answer.answer;
  }

  /** Starts when those before it are over. Throws `area_unknown`, `runs_too_many`. */
  async start(areaId: string, scenario: number | undefined, asked: SitingAsked): Promise<SitingRun> {
    await this.desk.release(areaId);
    const going = [...this.runs.values()].filter(({ run }) => run.state === "running").length;
    if (going >= MOST_WAITING) throw runError("runs_too_many", { value: going, max: MOST_WAITING });
    const run: SitingRun = {
      id: randomUUID(),
      areaId,
      state: "running",
      startedAt: new Date().toISOString(),
      endedAt: null,
      problem: null,
    };
    const abort = new AbortController();
    const entry: Entry = { run, abort, finished: Promise.resolve(), sited: null, best: null, answer: null };
    this.runs.set(run.id, entry);
    entry.finished = this.last.then(() => this.carryOut(entry, scenario, asked));
    this.last = entry.finished;
    this.forgetOldest();
    return run;
  }

  /** Settles when the run is over, or after so many milliseconds. */
  async within({ id }: SitingRun, ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    await Promise.race([this.runs.get(id)?.finished, late]);
    clearTimeout(timer);
  }

  /** Keeps the best so far; settles when the run is over. */
  async cancel({ id }: SitingRun): Promise<void> {
    const entry = this.runs.get(id);
    entry?.abort.abort();
    await entry?.finished;
  }

  async cancelAll(): Promise<void> {
    await Promise.all([...this.runs.values()].map(({ run }) => this.cancel(run)));
  }

  private async carryOut(entry: Entry, scenario: number | undefined, asked: SitingAsked): Promise<void> {
    const { run, abort } = entry;
    const thread = new SolverThread(MEMORY_LIMIT_BYTES);
    try {
      abort.signal.throwIfAborted();
      entry.sited = await sitingCase(await this.desk.open(run.areaId, scenario), asked, abort.signal);
      entry.best = await solveCase(entry.sited, {
        thread,
        now: () => performance.now() / 1000,
        signal: abort.signal,
        onProgress: (solution) => {
          entry.best = solution;
        },
        onFault: this.onFault,
      });
      run.state = entry.best.stopped === "cancelled" ? "cancelled" : "done";
    } catch (error) {
      run.state = abort.signal.aborted ? "cancelled" : "failed";
      if (run.state === "failed") {
        run.problem = error instanceof DomainError ? error : runError("run_fault", { value: run.id });
        if (!(error instanceof DomainError)) this.onFault(error);
      }
    } finally {
      thread.end();
      run.endedAt = new Date().toISOString();
    }
  }

  private forgetOldest(): void {
    for (const [id, { run }] of this.runs) {
      if (this.runs.size <= MOST_ENDED) return;
      if (run.state !== "running") this.runs.delete(id);
    }
  }
}
