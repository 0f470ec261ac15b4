/** What is being brought in, kept in this window: a reload, or another page and back, finds files that were sent, and what was typed of them. @module */
import type { DraftFile } from "./draft.ts";
import type { Aim } from "./target.tsx";

const STORE = "data draft";

/** A file as it can be kept: its bytes lie at the service, or are to be dropped again. */
export type KeptFile = Omit<DraftFile, "key" | "sent" | "error">;

interface Kept {
  readonly files: readonly KeptFile[];
  readonly aim: Aim | null;
}

export function readKept(): Kept {
  try {
    return { files: [], aim: null, ...(JSON.parse(window.sessionStorage.getItem(STORE) ?? "{}") as Partial<Kept>) };
  } catch {
    return { files: [], aim: null };
  }
}

export function keep(patch: Partial<Kept>): void {
  try {
    window.sessionStorage.setItem(STORE, JSON.stringify({ ...readKept(), ...patch }));
  } catch {
    // A browser that keeps nothing for us forgets, and that is all.
  }
}
