/**
 * Unsaved changes of a plan, kept by the window until it is closed: every version with the one that it was made of, so that
 * undo, redo, reload, back and forward all find theirs. The address names draft and version: `k3f9.4`. @module
 */
import type { Changes } from "./with-change.ts";

/** The saved scenario that a draft changes, as it was read. */
export interface DraftOf {
  readonly id: number;
  readonly revision: number;
}

export interface Draft {
  readonly area: string;
  /** Null for a plan that was never saved. */
  readonly of: DraftOf | null;
  /** Categories of the facilities that were changed, to find their names by. */
  readonly categories: readonly string[];
  /** The first is what the draft started from. */
  readonly versions: readonly Version[];
}

interface Version {
  readonly changes: Changes;
  /** Index of the version that it was made of; null for the first. */
  readonly parent: number | null;
}

export interface OpenDraft {
  readonly draft: Draft;
  readonly changes: Changes;
  /** Addresses of the versions before and after; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
  /** Differs from what it started from. */
  readonly unsaved: boolean;
}

type Shelf = Pick<Storage, "getItem" | "setItem">;

/** @returns the address of its first version */
export function startDraft(shelf: Shelf, id: string, area: string, of: DraftOf | null, changes: Changes): string {
  put(shelf, id, { area, of, categories: [], versions: [{ changes, parent: null }] });
  return `${id}.0`;
}

/** Null when this window knows nothing of it, or it is of another area. */
export function openDraft(shelf: Shelf, address: string, area: string): OpenDraft | null {
  const { id, version } = parts(address);
  const draft = get(shelf, id);
  const held = draft?.versions[version];
  if (draft === null || held === undefined || draft.area !== area) return null;
  const next = draft.versions.findLastIndex(({ parent }) => parent === version);
  return {
    draft,
    changes: held.changes,
    before: held.parent === null ? null : `${id}.${held.parent}`,
    after: next < 0 ? null : `${id}.${next}`,
    unsaved: JSON.stringify(held.changes) !== JSON.stringify(draft.versions[0].changes),
  };
}

/** @returns the address of the new version */
export function addVersion(shelf: Shelf, address: string, changes: Changes, category: string): string {
  const { id, version } = parts(address);
  const draft = get(shelf, id);
  if (draft === null) throw new Error(`no draft ${id}`);
  const categories = [...new Set([...draft.categories, category])];
  put(shelf, id, { ...draft, categories, versions: [...draft.versions, { changes, parent: version }] });
  return `${id}.${draft.versions.length}`;
}

function parts(address: string): { id: string; version: number } {
  const [id, version] = address.split(".");
  return { id, version: Number(version) };
}

function get(shelf: Shelf, id: string): Draft | null {
  const text = shelf.getItem(keyOf(id));
  return text === null ? null : (JSON.parse(text) as Draft);
}

function put(shelf: Shelf, id: string, draft: Draft): void {
  shelf.setItem(keyOf(id), JSON.stringify(draft));
}

function keyOf(id: string): string {
  return `draft ${id}`;
}
