/** Files that were brought in and not imported yet: streamed to disk once, looked at, checked and imported from there, and gone after a while. @module */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { intakeError, type StatedFile } from "./files.ts";

export interface StagedUpload extends StatedFile {
  readonly id: string;
  readonly bytes: number;
  /** ISO 8601; moves on whenever the file is used. */
  readonly expiresAt: string;
}

export interface UploadLimits {
  /** Of one file. */
  readonly fileBytes: number;
  /** Of all files that wait. */
  readonly totalBytes: number;
  readonly files: number;
  /** Since a file was last used. */
  readonly minutes: number;
}

export const UPLOAD_LIMITS: UploadLimits = {
  fileBytes: 1024 ** 3,
  totalBytes: 4 * 1024 ** 3,
  files: 60,
  minutes: 6 * 60,
};

const SWEEP_MS = 60_000;
const MINUTE_MS = 60_000;

interface Held {
  readonly upload: Omit<StagedUpload, "expiresAt">;
  usedAt: number;
  /** Runs that read it: it stays until they have ended. */
  holders: number;
}

export class Uploads {
  readonly limits: UploadLimits;
  private readonly now: () => number;
  private readonly held = new Map<string, Held>();
  /** Made with the first file: names of files never become paths. */
  private folder: Promise<string> | null = null;
  private readonly sweep: NodeJS.Timeout;

  constructor(limits: UploadLimits = UPLOAD_LIMITS, now: () => number = Date.now) {
    this.limits = limits;
    this.now = now;
    this.sweep = setInterval(() => void this.removeExpired(), SWEEP_MS).unref();
  }

  /** How much waits. */
  waiting(): { files: number; bytes: number } {
    const all = [...this.held.values()];
    return { files: all.length, bytes: all.reduce((sum, { upload }) => sum + upload.bytes, 0) };
  }

  /**
   * Throws `uploads_full`, and whatever `write` throws; then nothing of the file is left.
   *
   * @param write streams the file to the path that it is given, and answers with its name
   */
  async add(write: (path: string) => Promise<string>): Promise<StagedUpload> {
    await this.removeExpired();
    this.assertRoom(0);
    this.folder ??= mkdtemp(join(tmpdir(), "yikezhong-staged-"));
    const id = randomUUID();
    const path = join(await this.folder, id);
    try {
      const file = await write(path);
      const { size } = await stat(path);
      if (size === 0) throw intakeError("upload_empty", { file });
      this.assertRoom(size);
      this.held.set(id, { upload: { id, path, file, bytes: size }, usedAt: this.now(), holders: 0 });
      return this.get(id);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  /** Counts as use. Throws `upload_unknown`. */
  get(id: string): StagedUpload {
    const held = this.held.get(id);
    if (held === undefined || this.isExpired(held)) throw intakeError("upload_unknown", { value: id });
    held.usedAt = this.now();
    return { ...held.upload, expiresAt: new Date(held.usedAt + this.limits.minutes * MINUTE_MS).toISOString() };
  }

  /** Throws `upload_unknown`, `upload_held`. */
  async remove(id: string): Promise<void> {
    const { file } = this.get(id);
    if (this.held.get(id)?.holders !== 0) throw intakeError("upload_held", { file });
    await this.drop(id);
  }

  /** They stay until {@link letGo}. Throws `upload_unknown`. */
  hold(ids: readonly string[]): StagedUpload[] {
    const uploads = ids.map((id) => this.get(id));
    for (const id of ids) this.count(id, 1);
    return uploads;
  }

  /** @param isDone they are imported and needed no more */
  async letGo(ids: readonly string[], isDone: boolean): Promise<void> {
    for (const id of ids) {
      this.count(id, -1);
      if (isDone && this.held.get(id)?.holders === 0) await this.drop(id);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.sweep);
    this.held.clear();
    if (this.folder) await rm(await this.folder, { recursive: true, force: true });
    this.folder = null;
  }

  /** Called now and then by itself. */
  async removeExpired(): Promise<void> {
    for (const [id, held] of this.held) if (this.isExpired(held)) await this.drop(id);
  }

  private isExpired({ usedAt, holders }: Held): boolean {
    return holders === 0 && this.now() - usedAt > this.limits.minutes * MINUTE_MS;
  }

  private assertRoom(bytes: number): void {
    const { limits } = this;
    const waiting = this.waiting();
    if (waiting.files < limits.files && waiting.bytes + bytes <= limits.totalBytes) return;
    const megabytes = (value: number) => Math.round(value / 2 ** 20);
    throw intakeError("uploads_full", {
      value: `${waiting.files}, ${megabytes(waiting.bytes + bytes)} MB`,
      expected: `≤ ${limits.files}, ≤ ${megabytes(limits.totalBytes)} MB`,
      minutes: limits.minutes,
    });
  }

  private count(id: string, by: number): void {
    const held = this.held.get(id);
    if (held) held.holders += by;
  }

  /** With the network that a look at an extract leaves beside it. */
  private async drop(id: string): Promise<void> {
    const held = this.held.get(id);
    this.held.delete(id);
    if (held) for (const end of ["", ".network", ".counts"]) await rm(`${held.upload.path}${end}`, { force: true });
  }
}
