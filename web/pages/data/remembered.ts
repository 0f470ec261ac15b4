/**
 * How a table of the same headers was read the last time: its kind and its columns.
 *
 * Kept in this browser and not at the service: it is the habit of whoever prepares the table, no part of the data, and
 * nothing is lost with it that two clicks do not bring back. The coordinate system is not remembered: the next table of
 * the same headers may come from another map, and a statement must be one.
 * @module
 */
import type { FileKind, Preview } from "../../../server/api/schemas/uploads.ts";

export interface Remembered {
  readonly kind: FileKind | null;
  readonly mapping: Readonly<Record<string, string>>;
}

const STORE = "yikezhong.columns";
/** The oldest go first. */
const MOST = 50;

export function recall(look: Preview | null): Remembered | null {
  const signature = signatureOf(look);
  return signature === null ? null : (all().find(([known]) => known === signature)?.[1] ?? null);
}

/** Only what was corrected is worth remembering; without a correction what was remembered goes. */
export function remember(look: Preview | null, { kind, mapping }: Remembered): void {
  const signature = signatureOf(look);
  if (signature === null) return;
  const others = all().filter(([known]) => known !== signature);
  const isCorrected = Object.keys(mapping).length > 0 || (kind !== null && kind !== look?.guessed);
  const kept = isCorrected ? [...others, [signature, { kind, mapping }] as const] : others;
  try {
    window.localStorage.setItem(STORE, JSON.stringify(kept.slice(-MOST)));
  } catch {
    // A browser that keeps nothing for us forgets, and that is all.
  }
}

function signatureOf(look: Preview | null): string | null {
  return look?.table ? [look.format === "geojson" ? "geojson" : "table", ...look.table.header].join("\u001f") : null;
}

function all(): readonly (readonly [string, Remembered])[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(STORE) ?? "[]");
    return Array.isArray(kept) ? (kept as [string, Remembered][]) : [];
  } catch {
    return [];
  }
}
