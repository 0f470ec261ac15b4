/** One import from files to a new release: prepared in a worker, written in one transaction, reported. @module */
import type { DomainError, Words } from "../base/errors.ts";
import { readPopulation } from "../import/population/population-block.ts";
import { sharePeople } from "../import/population/share-people.ts";
import type { DatasetKind, PreparedDataset } from "../import/prepared.ts";
import type { Refusal } from "../import/rows.ts";
import { currentRelease } from "../store/areas.ts";
import type { ReleasePeople } from "../store/database.ts";
import { networkSnapshot } from "../store/networks.ts";
import type { Store } from "../store/open.ts";
import { type WrittenImport, writeImport } from "../store/write/write-import.ts";
import { checkFiles, type ImportFiles, intakeError } from "./files.ts";
import { peopleNotes } from "./people-notes.ts";
import type { Prepared, Progress } from "./prepare.ts";
import { prepareApart } from "./prepare-apart.ts";
import { datasetsOf } from "./summary.ts";

export interface ImportReport {
  area: string;
  release: number;
  files: {
    kind: string;
    file: string;
    taken: number;
    refused: number;
    refusedBy: Record<string, number>;
    setAside: Record<string, number>;
  }[];
  warnings: Words[];
  people: ReleasePeople;
  /** What the figures of people rest on, and what could not be placed. */
  notes: Words[];
  /** The first {@link MAX_REPORTED}. */
  refusals: Refusal[];
}

export interface Imported {
  readonly report: ImportReport;
  /** All of them. */
  readonly refusals: readonly Refusal[];
}

export const MAX_REPORTED = 1000;
const WRITING: Words = { zh: "写入数据库", en: "Writing to the store" };
const PREPARING_SHARE = 0.6;

/**
 * All or nothing: whatever goes wrong, or the signal being aborted, leaves the store as it was.
 *
 * @throws DomainError where the input is wrong, or `import_cancelled`
 */
export async function importArea(
  store: Store,
  files: ImportFiles,
  progress: Progress,
  signal: AbortSignal,
): Promise<Imported> {
  checkFiles(files);
  const result = await prepareApart(
    { files, snapshot: files.osm === null ? await currentSnapshot(store, files.areaId) : null },
    (fraction, step) => progress(fraction * PREPARING_SHARE, step),
    signal,
  );
  progress(PREPARING_SHARE, WRITING);
  const datasets = datasetsOf(result);
  const total = 1 + datasets.reduce((sum, { taken }) => sum + taken, 0);
  let before = 0;
  let kind = "";
  let ofKind = 0;
  const written = await writeImport(store.db, result.prepared, {
    signal,
    office: files.office?.trim() || null,
    share: (block, homes) => sharePeople(readPopulation(block), homes),
    onProgress: ({ step, done }) => {
      if (step !== kind) {
        before += ofKind;
        kind = step;
      }
      ofKind = done;
      progress(PREPARING_SHARE + (1 - PREPARING_SHARE) * Math.min(1, (before + done) / total), WRITING);
    },
  });
  const refusals = datasets.flatMap((dataset) => dataset.refusals);
  return { report: reportOf(written, datasets, result, refusals), refusals };
}

/** Throws `streets_needed`. */
export async function currentSnapshot({ db }: Store, areaId: string): Promise<Uint8Array> {
  const release = await currentRelease(db, areaId);
  const snapshot = release && (await networkSnapshot(db, release.releaseId).executeTakeFirst());
  if (!snapshot) throw streetsNeeded(areaId);
  return snapshot.block;
}

function streetsNeeded(areaId: string): DomainError {
  return intakeError("streets_needed", { value: areaId });
}

function reportOf(
  written: WrittenImport,
  datasets: readonly PreparedDataset<DatasetKind>[],
  { warnings, notes }: Prepared,
  refusals: readonly Refusal[],
): ImportReport {
  const fresh = new Set(datasets.map(({ kind }) => kind));
  return {
    area: written.areaId,
    release: written.release,
    files: written.datasets
      .filter(({ kind }) => fresh.has(kind))
      .map(({ kind, file, taken, refused, refusedBy, setAside }) => ({
        kind,
        file,
        taken,
        refused,
        refusedBy: { ...refusedBy },
        setAside: { ...setAside },
      })),
    warnings: [...warnings],
    people: written.people,
    notes: [...notes, ...peopleNotes(written.people)],
    refusals: refusals.slice(0, MAX_REPORTED),
  };
}
