/** When the service falls silent it is asked whether it is back; whoever waits is told, so that a page goes on by itself. @module */
import { useSyncExternalStore } from "react";

const HEALTH = "/api/v1/health";
const FIRST_WAIT_MS = 2000;
/** Where one part of the service stays silent while the rest answers, it is asked less and less often. */
const LONGEST_WAIT_MS = 30_000;

let silent = false;
let waitMs = FIRST_WAIT_MS;
let backAtMs = Number.NEGATIVE_INFINITY;
const watching = new Set<() => void>();
const waiting = new Set<() => void>();

/** A request went unanswered. */
export function noteSilence(): void {
  if (silent) return;
  const isAgain = performance.now() - backAtMs < LONGEST_WAIT_MS;
  waitMs = isAgain ? Math.min(2 * waitMs, LONGEST_WAIT_MS) : FIRST_WAIT_MS;
  become(true);
  askLater();
}

/** @returns stops it */
export function whenBack(listener: () => void): () => void {
  waiting.add(listener);
  return () => waiting.delete(listener);
}

export function useSilence(): boolean {
  return useSyncExternalStore(watch, () => silent);
}

function watch(listener: () => void): () => void {
  watching.add(listener);
  return () => watching.delete(listener);
}

function become(next: boolean): void {
  silent = next;
  for (const listener of watching) listener();
}

function askLater(): void {
  setTimeout(async () => {
    if (!(await answers())) {
      askLater();
      return;
    }
    backAtMs = performance.now();
    become(false);
    for (const listener of waiting) listener();
  }, waitMs);
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch(HEALTH, { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
