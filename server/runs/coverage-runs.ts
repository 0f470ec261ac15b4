/** Runs from asking to result: one computed at a time, followed, cancelled, kept; a service that ends leaves them told apart. @module */
import { createHash, randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Desk } from "../analysis/desk.ts";
import type { OpenArea } from "../analysis/open-area.ts";
import { DomainError, fromWire, toWire } from "../base/errors.ts";
import {
  deleteRun,
  endRun,
  insertRun,
  keepAlive,
  runById,
  runPlaces,
  runResult,
  runsOfArea,
  runWalks,
  saveRun,
} from "../store/analysis-runs.ts";
import type { Store } from "../store/open.ts";
import { type Comparison, compareRuns, type RunSide } from "./compare.ts";
import { computeRun } from "./compute.ts";
import { runError } from "./errors.ts";
import { pinsOfRun, questionOf, type RunAsked, type RunQuestion } from "./question.ts";
import { Turns } from "./turns.ts";

export interface CoverageRun {
  readonly id: string;
  readonly areaId: string;
  readonly release: number;
  readonly question: RunQuestion;
  /** By profile. */
  readonly pins: Readonly<Record<string, unknown>>;
  /** `interrupted`: the service that computed it ended. */
  readonly state: "waiting" | "running" | "done" | "failed" | "cancelled" | "interrupted";
  /** 0 … 1; known to the service that computes it, 0 elsewhere until it is done. */
  readonly progress: number;
  /** ISO 8601 */
  readonly createdAt: string;
  readonly endedAt: string | null;
  readonly problem: DomainError | null;
  /** Of the result, hexadecimal: the same for the same pins. */
  readonly sha256: string | null;
}

interface Going {
  readonly abort: AbortController;
  readonly ended: Promise<void>;
  progress: number;
  onProgress: (fraction: number) => void;
}

const MOST_WAITING = 100;
const ALIVE_EVERY_MS = 15_000;

export class CoverageRuns {
  private readonly store: Store;
  private readonly desk: Desk;
  /** Where faults of ours go, which no user can mend. */
  private readonly onFault: (error: unknown) => void;
  private readonly going = new Map<string, Going>();
  private readonly turns = new Turns();

  constructor(store: Store, desk: Desk, onFault: (error: unknown) => void) {
    this.store = store;
    this.desk = desk;
    this.onFault = onFault;
  }

  /** Answers as soon as the run is stored; it is computed when those before it are. */
  async start(areaId: string, asked: RunAsked): Promise<CoverageRun> {
    if (this.going.size >= MOST_WAITING) throw runError("runs_too_many", { value: this.going.size, max: MOST_WAITING });
    const area = await this.desk.open(areaId, asked.scenario ?? undefined);
    return this.enqueue(area, questionOf(area, asked));
  }

  /** The same question of the same data once more. Throws `run_unknown`, `run_pins_gone`. */
  async again(id: string): Promise<CoverageRun> {
    const run = await this.get(id);
    const area = await this.desk.open(run.areaId, run.question.scenario ?? undefined);
    const pins = pinsOfRun(area, run.question);
    for (const [profile, now] of Object.entries(pins)) {
      const was = run.pins[profile] as Record<string, unknown>;
      for (const [what, value] of Object.entries(now)) {
        if (isDeepStrictEqual(was[what], value)) continue;
        throw runError("run_pins_gone", {
          value: id,
          what,
          was: JSON.stringify(was[what]),
          now: JSON.stringify(value),
        });
      }
    }
    // The store keeps what was asked, not the order in which its parts were written.
    return this.enqueue(area, questionOf(area, run.question));
  }

  /** Throws `run_unknown`. */
  async get(id: string): Promise<CoverageRun> {
    const row = await runById(this.store.db, id).executeTakeFirst();
    if (!row) throw runError("run_unknown", { value: id });
    return this.told(row);
  }

  /** Newest first. */
  async list(areaId: string, offset: number, limit: number): Promise<CoverageRun[]> {
    const rows = await runsOfArea(this.store.db, areaId, { offset, limit }).execute();
    return rows.map((row) => this.told(row));
  }

  /** The JSON text of a `RunResult`. Throws `run_unknown`, `run_not_done`. */
  async result(id: string): Promise<{ readonly text: string; readonly sha256: string }> {
    const run = await this.get(id);
    const row = await runResult(this.store.db, id).executeTakeFirst();
    if (!row?.result || !row.sha256) throw runError("run_not_done", { value: id, state: run.state });
    return { text: row.result, sha256: row.sha256 };
  }

  /**
   * A run that goes on is cancelled: settles when it is over, and it may have ended otherwise before that. One that is
   * over is deleted with its result. Answers the run as it then is, or last was. Throws `run_unknown`.
   */
  async cancelOrDelete(id: string): Promise<CoverageRun> {
    const going = this.going.get(id);
    if (going) {
      going.abort.abort();
      await going.ended;
      return this.get(id);
    }
    const run = await this.get(id);
    // Computed by another service on the same database.
    if (run.state === "waiting" || run.state === "running") throw runError("run_going_on", { value: id });
    await deleteRun(this.store.db, id).execute();
    return run;
  }

  /** Settles when the run is over, whichever way. */
  async ended(id: string, onProgress: (fraction: number) => void = () => {}): Promise<CoverageRun> {
    const going = this.going.get(id);
    if (going) going.onProgress = onProgress;
    await going?.ended;
    return this.get(id);
  }

  async cancelAll(): Promise<void> {
    await Promise.all([...this.going.keys()].map((id) => this.cancelOrDelete(id)));
  }

  /** Of one category, profile and limit, which both runs must have been asked. */
  async compare(a: string, b: string, profile: string, category: string, minutes: number): Promise<Comparison> {
    const [before, after] = [await this.get(a), await this.get(b)];
    if (before.areaId !== after.areaId)
      throw runError("runs_of_two_areas", { a, b, areaA: before.areaId, areaB: after.areaId });
    return compareRuns(
      await this.side(before, profile, category, minutes),
      await this.side(after, profile, category, minutes),
    );
  }

  private async side(run: CoverageRun, profile: string, category: string, minutes: number): Promise<RunSide> {
    if (run.state !== "done") throw runError("run_not_done", { value: run.id, state: run.state });
    const walks = await runWalks(this.store.db, run.id, profile, category).executeTakeFirst();
    const verdicts = walks?.verdicts[String(minutes)];
    if (!walks || verdicts === undefined) {
      const { categories, profiles, minutes: limits } = run.question;
      const expected = [categories, profiles, limits].map((list) => list.join(", ")).join("; ");
      throw runError("run_without", { value: `${category}, ${profile}, ${minutes}`, run: run.id, expected });
    }
    const places = await runPlaces(this.store.db, run.id).executeTakeFirstOrThrow();
    return {
      ...places,
      verdicts,
      totalMm: walks.totalMm,
      facility: walks.facility.map((f) => (f === null ? null : places.facility[f])),
    };
  }

  private async enqueue(area: OpenArea, question: RunQuestion): Promise<CoverageRun> {
    const id = randomUUID();
    const { areaId, releaseId } = area.content;
    await insertRun(this.store.db, { id, areaId, releaseId, question, pins: pinsOfRun(area, question) }).execute();
    const abort = new AbortController();
    const ended = this.carryOut(id, area, question, abort.signal).catch(this.onFault);
    this.going.set(id, { abort, ended, progress: 0, onProgress: () => {} });
    void ended.then(() => this.going.delete(id));
    return this.get(id);
  }

  private async carryOut(id: string, area: OpenArea, question: RunQuestion, signal: AbortSignal): Promise<void> {
    const { db } = this.store;
    let state: "waiting" | "running" = "waiting";
    const alive = setInterval(() => void keepAlive(db, id, state).execute().catch(this.onFault), ALIVE_EVERY_MS);
    try {
      await this.turns.take(signal, async () => {
        state = "running";
        await keepAlive(db, id, state).execute();
        const tell = (fraction: number) => this.tell(id, fraction);
        const { places, walks, result } = await computeRun(area, question, tell, signal);
        const text = JSON.stringify(result);
        await saveRun(db, id, places, walks, { text, sha256: createHash("sha256").update(text).digest("hex") });
      });
    } catch (error) {
      if (signal.aborted) await endRun(db, id, { state: "cancelled", problem: null }).execute();
      else {
        const known = error instanceof DomainError ? error : runError("run_fault", { value: id });
        await endRun(db, id, { state: "failed", problem: toWire(known) }).execute();
        if (known !== error) this.onFault(error);
      }
    } finally {
      clearInterval(alive);
    }
  }

  private tell(id: string, fraction: number): void {
    const going = this.going.get(id);
    if (!going) return;
    going.progress = fraction;
    going.onProgress(fraction);
  }

  private told(row: StoredRun): CoverageRun {
    const { problem, state, ...rest } = row;
    const progress = state === "done" ? 1 : (this.going.get(row.id)?.progress ?? 0);
    return { ...rest, state, progress, problem: problem && fromWire(problem) };
  }
}

type StoredRun = Awaited<ReturnType<ReturnType<typeof runById>["executeTakeFirstOrThrow"]>>;
