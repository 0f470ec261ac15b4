/** One process a data folder: PGlite takes no lock of its own, and two at once would ruin the database. @module */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { storeError } from "../errors.ts";

export const LOCK_FILE = "store.lock";

interface Holder {
  readonly pid: number;
  /** When that process began, in clock ticks since boot, so that a pid used again is not taken for it; null where unknown. */
  readonly started: string | null;
  readonly host: string;
  readonly since: string;
  readonly command: string;
}

/** Folders that this very process holds. */
const held = new Set<string>();

/**
 * Takes the folder or says who holds it. The lock of a process that is gone is taken over.
 * The lock of another machine cannot be checked and is respected.
 *
 * @returns gives the folder back; a second call does nothing
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, LOCK_FILE);
  const own = `${path}.${process.pid}`;
  const me = holderOf(process.pid);
  writeFileSync(own, `${JSON.stringify(me, null, 2)}\n`);
  try {
    while (!linked(own, path)) removeStale(folder, path);
  } finally {
    rmSync(own, { force: true });
  }
  held.add(path);
  return () => {
    if (held.delete(path)) rmSync(path, { force: true });
  };
}

/** A link appears whole or not at all, and fails where the name is taken. */
function linked(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Moves a dead process's lock away; throws where its process lives. */
function removeStale(folder: string, path: string): void {
  const text = readOrNull(path);
  if (text === null) return;
  const holder = parseHolder(text);
  if (holder !== null && isAlive(holder, path)) throw lockedError(folder, holder);
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  // Somebody else may have taken it over between reading and moving: then it goes back.
  if (readOrNull(aside) !== text) linked(aside, path);
  rmSync(aside, { force: true });
}

function isAlive(holder: Holder, path: string): boolean {
  if (holder.host !== hostname()) return true;
  if (holder.pid === process.pid) return held.has(path);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const started = startOf(holder.pid);
  return holder.started === null || started === null || started === holder.started;
}

function holderOf(pid: number): Holder {
  return {
    pid,
    started: startOf(pid),
    host: hostname(),
    since: new Date().toISOString(),
    command: process.argv.slice(1).join(" "),
  };
}

/** Field 22 of /proc/PID/stat, counted after the name, which may hold spaces (proc(5)). */
function startOf(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** @returns null for a file that was cut short: locks are linked whole, so no living process wrote it */
function parseHolder(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Holder;
    return typeof holder.pid === "number" ? holder : null;
  } catch {
    return null;
  }
}

function lockedError(folder: string, { pid, host, since, command }: Holder): Error {
  return storeError("store_locked", { folder, pid, host, since, command });
}
