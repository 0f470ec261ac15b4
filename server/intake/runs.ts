/** Imports going on and ended: one at a time an area, followed by number, cancellable. @module */
import { randomUUID } from "node:crypto";
import { DomainError, type Words } from "../base/errors.ts";
import type { Refusal } from "../import/rows.ts";
import { checkFiles, type ImportFiles, intakeError } from "./files.ts";
import type { Imported, ImportReport } from "./import-area.ts";
import type { Progress } from "./prepare.ts";

export interface ImportRun {
  readonly id: string;
  readonly areaId: string;
  state: "running" | "done" | "failed" | "cancelled";
  step: Words;
  /** 0 … 1 */
  progress: number;
  /** ISO 8601 */
  readonly startedAt: string;
  endedAt: string | null;
  report: ImportReport | null;
  refusals: readonly Refusal[];
  error: DomainError | null;
}

/** Reads, checks and writes one import; rejects with a DomainError where the input is wrong. */
export type ImportArea = (files: ImportFiles, progress: Progress, signal: AbortSignal) => Promise<Imported>;

const WAITING: Words = { zh: "准备导入", en: "Getting ready" };
const FINISHED: Words = { zh: "完成", en: "Done" };
/** Ended runs are remembered up to this number. */
const MAX_ENDED = 100;

export class ImportRuns {
  private readonly runs = new Map<string, { run: ImportRun; abort: AbortController; finished: Promise<void> }>();
  private readonly importArea: ImportArea;
  /** Where faults of ours go, which no user can mend. */
  private readonly onFault: (error: unknown) => void;

  constructor(importArea: ImportArea, onFault: (error: unknown) => void) {
    this.importArea = importArea;
    this.onFault = onFault;
  }

  get(id: string): ImportRun | null {
    return this.runs.get(id)?.run ?? null;
  }

  /** Throws `import_running` while the area is being imported. */
  assertIdle(areaId: string): void {
    for (const { run } of this.runs.values()) {
      if (run.areaId === areaId && run.state === "running")
        throw intakeError("import_running", { value: areaId, run: run.id });
    }
  }

  /**
   * Starts at once. Throws what `checkFiles` throws, and `import_running` while the area is being imported.
   *
   * @param discard removes the files, once they are no longer needed
   */
  start(files: ImportFiles, discard: () => Promise<void>): ImportRun {
    checkFiles(files);
    this.assertIdle(files.areaId);
    const run: ImportRun = {
      id: randomUUID(),
      areaId: files.areaId,
      state: "running",
      step: WAITING,
      progress: 0,
      startedAt: new Date().toISOString(),
      endedAt: null,
      report: null,
      refusals: [],
      error: null,
    };
    const abort = new AbortController();
    this.runs.set(run.id, {
      run,
      abort,
      finished: this.carryOut(run, files, abort.signal).then(discard).catch(this.onFault),
    });
    this.forgetOldest();
    return run;
  }

  /** Settles when the run has ended; it may have ended otherwise before it could be cancelled. */
  async cancel({ id }: ImportRun): Promise<void> {
    const entry = this.runs.get(id);
    entry?.abort.abort();
    await entry?.finished;
  }

  async cancelAll(): Promise<void> {
    await Promise.all([...this.runs.values()].map(({ run }) => this.cancel(run)));
  }

  private async carryOut(run: ImportRun, files: ImportFiles, signal: AbortSignal): Promise<void> {
    try {
      const { report, refusals } = await this.importArea(
        files,
        (fraction, step) => {
          run.progress = fraction;
          run.step = step;
        },
        signal,
      );
      Object.assign(run, { state: "done", report, refusals, progress: 1, step: FINISHED });
    } catch (error) {
      run.state = signal.aborted ? "cancelled" : "failed";
      if (error instanceof DomainError) run.error = error;
      else {
        run.error = intakeError("import_fault", { value: run.id });
        this.onFault(error);
      }
    } finally {
      run.endedAt = new Date().toISOString();
    }
  }

  private forgetOldest(): void {
    for (const [id, { run }] of this.runs) {
      if (this.runs.size <= MAX_ENDED) return;
      if (run.state !== "running") this.runs.delete(id);
    }
  }
}
