/** Siting as it goes on: one plan is proved at a time, followed, cancelled; the best so far is there from the first moment on. @module */
import { randomUUID } from "node:crypto";
import type { Desk } from "../analysis/desk.ts";
import { type SitingCase, sitingCase, solveCase } from "../analysis/siting.ts";
import { type SitingAnswer, sitingAnswer } from "../analysis/siting-answer.ts";
import { type CandidatePlaces, candidatePlaces } from "../analysis/siting-candidates.ts";
import type { SitingAsked } from "../analysis/siting-question.ts";
import { DomainError } from "../base/errors.ts";
import { SolverThread } from "../siting/exact/solver-thread.ts";
import type { Solution } from "../siting/solution.ts";
import { runError } from "./errors.ts";
import { Turns } from "./turns.ts";

export interface SitingRun {
  readonly id: string;
  readonly areaId: string;
  /** `cancelled`: the best plan so far is kept, where there was one. */
  state: "running" | "done" | "failed" | "cancelled";
  /** What it is at: finding candidates and walks, waiting for others to be proved, being proved. */
  step: "laying_out" | "waiting" | "proving";
  /** ISO 8601 */
  readonly startedAt: string;
  endedAt: string | null;
  problem: DomainError | null;
}

interface Entry {
  readonly run: SitingRun;
  readonly abort: AbortController;
  finished: Promise<void>;
  /** Let go at the end: it holds every walk. */
  sited: SitingCase | null;
  best: Solution | null;
  /** Told of which solution, so that following costs nothing while nothing changes. */
  answer: { readonly of: Solution; readonly answer: SitingAnswer } | null;
  candidates: CandidatePlaces | null;
}

/** Of HiGHS, beside what the service holds. */
const MEMORY_LIMIT_BYTES = 700 * 2 ** 20;
/** Ended ones are remembered up to this number. */
const MOST_ENDED = 100;
const MOST_WAITING = 20;
/** A thread that nobody has asked for so long is ended: it holds what its largest model took. */
const IDLE_MS = 60_000;

export class SitingRuns {
  private readonly desk: Desk;
  /** Where faults of ours go, which no user can mend. */
  private readonly onFault: (error: unknown) => void;
  private readonly runs = new Map<string, Entry>();
  private readonly proofs = new Turns();
  /** Of all proofs, one after another: starting one takes longer than most proofs. */
  private readonly thread = new SolverThread(MEMORY_LIMIT_BYTES);
  private idle: NodeJS.Timeout | undefined;

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
    if (entry === undefined) return null;
    const { sited, best } = entry;
    if (sited !== null && best !== null && entry.answer?.of !== best)
      entry.answer = { of: best, answer: sitingAnswer(sited, best) };
    return entry.answer?.answer ?? null;
  }

  /** Where sites could be; null before that is known. */
  candidatesOf({ id }: SitingRun): CandidatePlaces | null {
    return this.runs.get(id)?.candidates ?? null;
  }

  /** Chosen greedily at once, proved when those before it are over. Throws `area_unknown`, `runs_too_many`. */
  async start(areaId: string, scenario: number | undefined, asked: SitingAsked): Promise<SitingRun> {
    await this.desk.release(areaId);
    const going = [...this.runs.values()].filter(({ run }) => run.state === "running").length;
    if (going >= MOST_WAITING) throw runError("runs_too_many", { value: going, max: MOST_WAITING });
    const run: SitingRun = {
      id: randomUUID(),
      areaId,
      state: "running",
      step: "laying_out",
      startedAt: new Date().toISOString(),
      endedAt: null,
      problem: null,
    };
    const entry: Entry = {
      run,
      abort: new AbortController(),
      finished: Promise.resolve(),
      sited: null,
      best: null,
      answer: null,
      candidates: null,
    };
    this.runs.set(run.id, entry);
    entry.finished = this.carryOut(entry, scenario, asked);
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
    clearTimeout(this.idle);
    this.thread.end();
  }

  private async carryOut(entry: Entry, scenario: number | undefined, asked: SitingAsked): Promise<void> {
    const { run, abort } = entry;
    try {
      const sited = await sitingCase(await this.desk.open(run.areaId, scenario), asked, abort.signal);
      abort.signal.throwIfAborted();
      entry.sited = sited;
      entry.candidates = candidatePlaces(sited);
      if (this.proofs.isTaken) entry.best = await this.greedily(sited);
      run.step = "waiting";
      entry.best = await this.proofs.take(abort.signal, () => this.prove(entry, sited));
      this.bestOf(run);
      run.state = entry.best.stopped === "cancelled" ? "cancelled" : "done";
    } catch (error) {
      run.state = abort.signal.aborted ? "cancelled" : "failed";
      if (run.state === "cancelled") this.keepBest(entry);
      else {
        run.problem = error instanceof DomainError ? error : runError("run_fault", { value: run.id });
        if (!(error instanceof DomainError)) this.onFault(error);
      }
    } finally {
      entry.sited = null;
      run.endedAt = new Date().toISOString();
    }
  }

  /** Of a run that was told to stop before its proof began. */
  private keepBest(entry: Entry): void {
    if (entry.best?.status === "feasible") entry.best = { ...entry.best, stopped: "cancelled" };
    this.bestOf(entry.run);
  }

  private async prove(entry: Entry, sited: SitingCase): Promise<Solution> {
    clearTimeout(this.idle);
    entry.run.step = "proving";
    try {
      return await solveCase(sited, {
        ...this.settings(entry.abort.signal),
        thread: this.thread,
        onProgress: (solution) => {
          entry.best = solution;
        },
      });
    } finally {
      this.idle = setTimeout(() => this.thread.end(), IDLE_MS).unref();
    }
  }

  /** For whoever must wait; null where greedy choice finds nothing that keeps all conditions. */
  private async greedily(sited: SitingCase): Promise<Solution | null> {
    try {
      return await solveCase(sited, { ...this.settings(), thread: null });
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  private settings(signal?: AbortSignal) {
    const now = () => performance.now() / 1000;
    return { now, onFault: this.onFault, ...(signal && { signal }) };
  }

  private forgetOldest(): void {
    for (const [id, { run }] of this.runs) {
      if (this.runs.size <= MOST_ENDED) return;
      if (run.state !== "running") this.runs.delete(id);
    }
  }
}
