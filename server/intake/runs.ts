/** Imports and their dry runs, going on and ended: one import at a time an area, followed by number, cancellable. @module */
import { randomUUID } from "node:crypto";
import { DomainError, type Words } from "../base/errors.ts";
import type { Refusal } from "../import/rows.ts";
import type { Checked, CheckReport } from "./check-area.ts";
import { checkFiles, type ImportFiles, intakeError } from "./files.ts";
import type { Imported, ImportReport } from "./import-area.ts";
import type { Progress } from "./prepare.ts";

export interface ImportRun {
  readonly id: string;
  /** A check writes nothing. */
  readonly kind: "import" | "check";
  readonly areaId: string;
  state: "running" | "done" | "failed" | "cancelled";
  step: Words;
  /** 0 … 1 */
  progress: number;
  /** ISO 8601 */
  readonly startedAt: string;
  endedAt: string | null;
  /** Of an import. */
  report: ImportReport | null;
  /** Of a check. */
  checked: CheckReport | null;
  refusals: readonly Refusal[];
  error: DomainError | null;
}

/** Reads, checks and writes one import; rejects with a DomainError where the input is wrong. */
export type ImportArea = (files: ImportFiles, progress: Progress, signal: AbortSignal) => Promise<Imported>;

/** As {@link ImportArea}, with nothing written. */
export type CheckArea = (files: ImportFiles, progress: Progress, signal: AbortSignal) => Promise<Checked>;

const WAITING: Words = { zh: "准备导入", en: "Getting ready" };
const FINISHED: Words = { zh: "完成", en: "Done" };
/** Ended runs are remembered up to this number. */
const MAX_ENDED = 100;
/** Each reads all its files in a thread of its own. */
const MAX_CHECKS = 3;

export class ImportRuns {
  private readonly runs = new Map<string, { run: ImportRun; abort: AbortController; finished: Promise<void> }>();
  private readonly importArea: ImportArea;
  private readonly checkArea: CheckArea;
  /** Where faults of ours go, which no user can mend. */
  private readonly onFault: (error: unknown) => void;

  constructor(importArea: ImportArea, checkArea: CheckArea, onFault: (error: unknown) => void) {
    this.importArea = importArea;
    this.checkArea = checkArea;
    this.onFault = onFault;
  }

  get(id: string): ImportRun | null {
    return this.runs.get(id)?.run ?? null;
  }

  /** Throws `import_running` while the area is being imported. */
  assertIdle(areaId: string): void {
    for (const { run } of this.runs.values()) {
      if (run.kind === "import" && run.areaId === areaId && run.state === "running")
        throw intakeError("import_running", { value: areaId, run: run.id });
    }
  }

  /**
   * Starts at once. Throws what `checkFiles` throws, and `import_running` while the area is being imported.
   *
   * @param discard removes the files, once they are no longer needed; told how the run ended
   */
  start(files: ImportFiles, discard: (ended: ImportRun) => Promise<void>): ImportRun {
    checkFiles(files);
    this.assertIdle(files.areaId);
    return this.begin("import", files, discard);
  }

  /** As {@link start}, for a dry run, which stands in nobody's way. Throws `checks_running` beyond three at a time. */
  check(files: ImportFiles, discard: (ended: ImportRun) => Promise<void>): ImportRun {
    checkFiles(files);
    const running = [...this.runs.values()].filter(({ run }) => run.kind === "check" && run.state === "running").length;
    if (running >= MAX_CHECKS) throw intakeError("checks_running", { value: running });
    return this.begin("check", files, discard);
  }

  private begin(kind: ImportRun["kind"], files: ImportFiles, discard: (ended: ImportRun) => Promise<void>): ImportRun {
    const run: ImportRun = {
      id: randomUUID(),
      kind,
      areaId: files.areaId,
      state: "running",
      step: WAITING,
      progress: 0,
      startedAt: new Date().toISOString(),
      endedAt: null,
      report: null,
      checked: null,
      refusals: [],
      error: null,
    };
    const abort = new AbortController();
    this.runs.set(run.id, {
      run,
      abort,
      finished: this.carryOut(run, files, abort.signal)
        .then(() => discard(run))
        .catch(this.onFault),
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
      const progress: Progress = (fraction, step) => {
        run.progress = fraction;
        run.step = step;
      };
      if (run.kind === "import") {
        const { report, refusals } = await this.importArea(files, progress, signal);
        Object.assign(run, { report, refusals });
      } else {
        const { report, refusals } = await this.checkArea(files, progress, signal);
        Object.assign(run, { checked: report, refusals });
      }
      Object.assign(run, { state: "done", progress: 1, step: FINISHED });
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
