/** What an import brings, dataset by dataset, each with the way its rows are written. @module */
import { createHash } from "node:crypto";
import { sql, type Transaction } from "kysely";
import type { DatasetKind, PreparedDataset, PreparedImport } from "../../import/prepared.ts";
import type { Database, Source } from "../database.ts";
import { storeError } from "../errors.ts";
import { ewkbHex } from "../ewkb.ts";
import { type AfterBatch, loadBaseFeatures, loadFacilities, loadResidences, loadUnits } from "./load-rows.ts";

export type WriteStep = DatasetKind | "base_map" | "refusals" | "release";

/** `done` of `total` rows of the step; a step without rows is told once, as 0 of 0. */
export type OnWrite = (progress: { readonly step: WriteStep; readonly done: number; readonly total: number }) => void;

/** One dataset of an import, and how its rows are written. */
export interface Part {
  readonly dataset: PreparedDataset<DatasetKind>;
  readonly estimated: boolean;
  load(trx: Transaction<Database>, datasetId: number, tell: OnWrite): Promise<unknown>;
}

/** What the import brings, in the order in which it is written. */
export function parts(prepared: PreparedImport): readonly Part[] {
  const found: Part[] = [];
  const { streets, boundary } = prepared;
  if (streets) {
    found.push({
      dataset: streets,
      estimated: false,
      async load(trx, id, tell) {
        await trx
          .insertInto("network_snapshot")
          .values({
            dataset_id: id,
            format_version: streets.snapshotFormat,
            sha256: createHash("sha256").update(streets.snapshot).digest("hex"),
            summary: JSON.stringify(streets.summary),
            block: streets.snapshot,
          })
          .execute();
        await loadBaseFeatures(trx, id, streets.baseFeatures, stepOf("base_map", streets.baseFeatures.length, tell));
      },
    });
  }
  if (boundary) {
    const geom = ewkbHex(boundary.geometry);
    found.push({
      dataset: boundary,
      estimated: false,
      async load(trx, id) {
        await refuseSelfCrossing(trx, geom, boundary.file);
        await sql`insert into boundary (dataset_id, geom) values (${id}, ${geom}::geometry)`.execute(trx);
      },
    });
  }
  for (const dataset of [prepared.communitiesOsm, prepared.communitiesFile]) {
    if (!dataset) continue;
    const { kind, rows } = dataset;
    found.push({
      dataset,
      estimated: false,
      load: (trx, id, tell) => loadUnits(trx, id, rows, stepOf(kind, rows.length, tell)),
    });
  }
  for (const dataset of [prepared.facilitiesOsm, prepared.facilitiesFile]) {
    if (!dataset) continue;
    const { kind, rows } = dataset;
    found.push({
      dataset,
      estimated: false,
      load: (trx, id, tell) => loadFacilities(trx, id, sourceOf(kind), rows, stepOf(kind, rows.length, tell)),
    });
  }
  for (const dataset of [prepared.residencesOsm, prepared.residencesFile]) {
    if (!dataset) continue;
    const { kind, rows } = dataset;
    found.push({
      dataset,
      estimated: rows.some((row) => row.estimated),
      load: (trx, id, tell) => loadResidences(trx, id, sourceOf(kind), rows, stepOf(kind, rows.length, tell)),
    });
  }
  const { population } = prepared;
  if (population) {
    found.push({
      dataset: population,
      estimated: true,
      load: (trx, id) => trx.insertInto("population").values({ dataset_id: id, block: population.block }).execute(),
    });
  }
  return found;
}

function stepOf(step: WriteStep, total: number, tell: OnWrite): AfterBatch {
  return (done) => tell({ step, done, total });
}

function sourceOf(kind: DatasetKind): Source {
  return kind.endsWith("_osm") ? "osm" : "file";
}

/** Rows that carry a ref; none for streets and boundaries. */
export function rowsOf(dataset: PreparedDataset<DatasetKind>): readonly { readonly ref: string }[] {
  return "rows" in dataset ? (dataset.rows as readonly { readonly ref: string }[]) : [];
}

async function refuseSelfCrossing(trx: Transaction<Database>, geom: string, file: string): Promise<void> {
  const { rows } = await sql<{ reason: string | null }>`
    select case when not ST_IsValid(g) then ST_IsValidReason(g) end as reason
    from (select ${geom}::geometry as g) shape`.execute(trx);
  const reason = rows[0]?.reason ?? null;
  if (reason !== null) throw storeError("boundary_self_crossing", { file, value: reason });
}
