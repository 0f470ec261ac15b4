/** Writes an import: new datasets, and a new release that readers see once all of it stands. @module */
import { type Kysely, sql, type Transaction } from "kysely";
import type { DatasetKind, PreparedDataset, PreparedImport } from "../../import/prepared.ts";
import type { Counts, Database, ReleasePeople } from "../database.ts";
import { storeError } from "../errors.ts";
import { completeRelease, nextReleaseNumber, type SetAside } from "./complete-release.ts";
import { loadRefusals } from "./load-rows.ts";
import { type OnWrite, parts, rowsOf } from "./parts.ts";
import type { SharePopulation } from "./share-population.ts";

export interface WriteOptions {
  readonly onProgress?: OnWrite;
  /** Looked at between batches; then nothing of the import is kept. */
  readonly signal?: AbortSignal;
  /** Needed where the release has a population file, of this import or of one before. */
  readonly share?: SharePopulation;
  /** Whoever imports, as they call their office; null or absent where they do not say. */
  readonly office?: string | null;
}

/** One dataset of the new release. */
export interface WrittenDataset {
  readonly kind: DatasetKind;
  readonly datasetId: number;
  readonly version: number;
  readonly file: string;
  readonly taken: number;
  readonly refused: number;
  /** Reason to number of rows. */
  readonly refusedBy: Readonly<Record<string, number>>;
  /** Rows taken that this release does not use. */
  readonly setAside: SetAside;
  /** False where the release carries it over from the one before. */
  readonly isNew: boolean;
}

export interface WrittenImport {
  readonly areaId: string;
  readonly releaseId: number;
  readonly release: number;
  readonly releasedAt: string;
  readonly counts: Counts;
  readonly people: ReleasePeople;
  readonly datasets: readonly WrittenDataset[];
}

/**
 * One transaction: until it commits readers see the release before, and any failure leaves the store as it was.
 * On the embedded store, which has a single session, readers wait meanwhile.
 *
 * @throws DomainError for what the input got wrong, and where `signal` asked to stop
 */
export function writeImport(
  db: Kysely<Database>,
  prepared: PreparedImport,
  { onProgress = () => {}, signal, share, office = null }: WriteOptions = {},
): Promise<WrittenImport> {
  const tell: OnWrite = (progress) => {
    if (signal?.aborted) throw storeError("import_cancelled", { area: prepared.areaId });
    onProgress(progress);
  };
  return db.transaction().execute(async (trx) => {
    const previousId = await lockArea(trx, prepared);
    const written = new Map<DatasetKind, number>();
    for (const { dataset, estimated, load } of parts(prepared)) {
      refuseRepeatedRefs(dataset);
      tell({ step: dataset.kind, done: 0, total: rowsOf(dataset).length });
      const id = await insertDataset(trx, prepared.areaId, dataset, estimated);
      written.set(dataset.kind, id);
      await load(trx, id, tell);
      const { refusals } = dataset;
      await loadRefusals(trx, id, refusals, (done) => tell({ step: "refusals", done, total: refusals.length }));
    }
    tell({ step: "release", done: 0, total: 0 });
    const release = await insertRelease(trx, prepared, office, previousId, written);
    const { counts, people } = await completeRelease(trx, release.id, share);
    await trx.updateTable("area").set({ current_release_id: release.id }).where("id", "=", prepared.areaId).execute();
    tell({ step: "release", done: 1, total: 1 });
    return {
      areaId: prepared.areaId,
      releaseId: release.id,
      release: release.number,
      releasedAt: release.released_at,
      counts,
      people,
      datasets: await writtenDatasets(trx, release.id, new Set(written.values())),
    };
  });
}

/** The database would refuse it too, without saying which. */
function refuseRepeatedRefs(dataset: PreparedDataset<DatasetKind>): void {
  const seen = new Set<string>();
  for (const { ref } of rowsOf(dataset)) {
    if (seen.has(ref)) throw storeError("ref_repeated", { file: dataset.file, kind: dataset.kind, value: ref });
    seen.add(ref);
  }
}

/** Makes the area or brings it up to date. Its row stays locked, so that imports of one area follow one another. @returns its release so far */
async function lockArea(
  trx: Transaction<Database>,
  { areaId, areaName, demo }: PreparedImport,
): Promise<number | null> {
  const area = await trx
    .insertInto("area")
    .values({ id: areaId, name: areaName ?? areaId, demo })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({ demo, name: areaName ?? eb.ref("area.name") })),
    )
    .returning("current_release_id")
    .executeTakeFirstOrThrow();
  return area.current_release_id;
}

async function insertDataset(
  trx: Transaction<Database>,
  areaId: string,
  { kind, file, sha256, crs, taken, refusals }: PreparedDataset<DatasetKind>,
  estimated: boolean,
): Promise<number> {
  const refusedBy: Record<string, number> = {};
  for (const { reason } of refusals) refusedBy[reason] = (refusedBy[reason] ?? 0) + 1;
  const { id } = await trx
    .insertInto("dataset")
    .values(({ selectFrom }) => ({
      area_id: areaId,
      kind,
      version: selectFrom("dataset as d")
        .select(({ fn, lit }) => sql<number>`${fn.coalesce(fn.max("d.version"), lit(0))} + 1`.as("version"))
        .where("d.area_id", "=", areaId)
        .where("d.kind", "=", kind),
      file,
      file_sha256: sha256,
      crs,
      taken,
      refused: refusals.length,
      refused_by: JSON.stringify(refusedBy),
      estimated,
    }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The new datasets, and those of the release before of every kind that the import does not touch. */
async function insertRelease(
  trx: Transaction<Database>,
  { areaId, streets }: PreparedImport,
  office: string | null,
  previousId: number | null,
  written: ReadonlyMap<DatasetKind, number>,
) {
  const release = await trx
    .insertInto("release")
    .values({ area_id: areaId, number: nextReleaseNumber(areaId), office })
    .returning(["id", "number", "released_at"])
    .executeTakeFirstOrThrow();
  const before =
    previousId === null
      ? []
      : await trx
          .selectFrom("release_dataset")
          .select(["kind", "dataset_id"])
          .where("release_id", "=", previousId)
          .execute();
  const carried = before.filter(({ kind }) => !(written.has(kind) || (streets !== null && kind.endsWith("_osm"))));
  const all = [...carried, ...[...written].map(([kind, dataset_id]) => ({ kind, dataset_id }))];
  if (!all.some(({ kind }) => kind === "streets")) throw storeError("area_without_streets", { area: areaId });
  await trx
    .insertInto("release_dataset")
    .values(all.map((row) => ({ ...row, release_id: release.id })))
    .execute();
  return release;
}

async function writtenDatasets(
  trx: Transaction<Database>,
  releaseId: number,
  fresh: ReadonlySet<number>,
): Promise<WrittenDataset[]> {
  const rows = await trx
    .selectFrom("release_dataset as rd")
    .innerJoin("dataset as d", "d.id", "rd.dataset_id")
    .innerJoin("release as r", "r.id", "rd.release_id")
    .select(["d.id", "d.kind", "d.version", "d.file", "d.taken", "d.refused", "d.refused_by", "r.set_aside"])
    .where("rd.release_id", "=", releaseId)
    .orderBy(sql`d.kind collate "C"`)
    .execute();
  return rows.map(({ id, refused_by, set_aside, ...row }) => ({
    ...row,
    datasetId: id,
    refusedBy: refused_by,
    setAside: set_aside?.[row.kind] ?? {},
    isNew: fresh.has(id),
  }));
}
