/** A dry run: what an import would take and refuse, with nothing written. @module */
import type { Words } from "../base/errors.ts";
import type { Refusal } from "../import/rows.ts";
import type { Store } from "../store/open.ts";
import { checkFiles, type ImportFiles } from "./files.ts";
import { currentSnapshot, MAX_REPORTED } from "./import-area.ts";
import type { Progress } from "./prepare.ts";
import { checkApart } from "./prepare-apart.ts";

export interface CheckReport {
  area: string;
  files: { kind: string; file: string; taken: number; refused: number; refusedBy: Record<string, number> }[];
  warnings: Words[];
  notes: Words[];
  /** The first {@link MAX_REPORTED}. */
  refusals: Refusal[];
}

export interface Checked {
  readonly report: CheckReport;
  /** All of them. */
  readonly refusals: readonly Refusal[];
}

/** @throws DomainError what the import itself would throw before it writes, or `import_cancelled` */
export async function checkArea(
  store: Store,
  files: ImportFiles,
  progress: Progress,
  signal: AbortSignal,
): Promise<Checked> {
  checkFiles(files);
  const snapshot = files.osm === null ? await currentSnapshot(store, files.areaId) : null;
  const { refusals, ...checked } = await checkApart({ files, snapshot }, progress, signal);
  return {
    report: {
      area: files.areaId,
      files: checked.files.map((file) => ({ ...file, refusedBy: { ...file.refusedBy } })),
      warnings: [...checked.warnings],
      notes: [...checked.notes],
      refusals: refusals.slice(0, MAX_REPORTED),
    },
    refusals,
  };
}
