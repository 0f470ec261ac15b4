/** Loads the rows of a dataset in large batches: each statement carries its columns as arrays. @module */
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { BaseFeatureRow, FacilityRow, Refusal, ResidenceRow, UnitRow } from "../../import/rows.ts";
import { arrayOf } from "../array-parameters.ts";
import type { Database, Source } from "../database.ts";
import { ewkbHex } from "../ewkb.ts";

/** Rows a statement. Measured on the embedded store: 100,000 rows in 14 s by 2,000, 4.3 s by 10,000, 3.5 s by 25,000. */
const BATCH = 20_000;

/** Called after each batch with the number of rows written so far; may throw to stop. */
export type AfterBatch = (done: number) => void;
type Load<Row> = (db: Kysely<Database>, rows: readonly Row[]) => Promise<unknown>;

async function inBatches<Row>(
  db: Kysely<Database>,
  rows: readonly Row[],
  after: AfterBatch,
  load: Load<Row>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    await load(db, batch);
    after(start + batch.length);
  }
}

export function loadFacilities(
  db: Kysely<Database>,
  datasetId: number,
  source: Source,
  rows: readonly FacilityRow[],
  after: AfterBatch,
): Promise<void> {
  return inBatches(db, rows, after, (db, batch) =>
    sql`
      insert into facility (
        dataset_id, source, ref, name, category, lon, lat, original_x, original_y, original_crs,
        address, phone, opening_hours, capacity, opened_on, closed_on, position_source, position_accuracy_m)
      select ${datasetId}::int8, ${source}::text, * from unnest(
        ${arrayOf(
          "text",
          batch.map((row) => row.ref),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.name),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.category),
        )},
        ${arrayOf(
          "float8",
          batch.map((row) => row.position[0]),
        )},
        ${arrayOf(
          "float8",
          batch.map((row) => row.position[1]),
        )},
        ${arrayOf(
          "float8",
          batch.map((row) => row.original.x),
        )},
        ${arrayOf(
          "float8",
          batch.map((row) => row.original.y),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.original.crs),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.address),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.phone),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.openingHours),
        )},
        ${arrayOf(
          "int4",
          batch.map((row) => row.capacity),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.openedOn),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.closedOn),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.positionSource),
        )},
        ${arrayOf(
          "float8",
          batch.map((row) => row.positionAccuracyM),
        )})`.execute(db),
  );
}

export function loadResidences(
  db: Kysely<Database>,
  datasetId: number,
  source: Source,
  rows: readonly ResidenceRow[],
  after: AfterBatch,
): Promise<void> {
  return inBatches(db, rows, after, (db, batch) =>
    sql`
      insert into residence (
        dataset_id, source, ref, name, kind, lon, lat, original_x, original_y, original_crs,
        address, households, residents, estimated, flats_counted, entrances, ages)
      select ${datasetId}::int8, ${source}::text, ref, name, kind, lon, lat, x, y, crs,
        address, households, residents, estimated, flats_counted, entrances::float8[], ages::jsonb from unnest(
        ${arrayOf(
          "text",
          batch.map((row) => row.ref),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.name),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.kind),
        )},
        ${arrayOf(
          "float8",
          batch.map((row) => row.position[0]),
        )},
        ${arrayOf(
          "float8",
          batch.map((row) => row.position[1]),
        )},
        ${arrayOf(
          "float8",
          batch.map((row) => row.original.x),
        )},
        ${arrayOf(
          "float8",
          batch.map((row) => row.original.y),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.original.crs),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.address),
        )},
        ${arrayOf(
          "int4",
          batch.map((row) => row.households),
        )},
        ${arrayOf(
          "int4",
          batch.map((row) => row.residents),
        )},
        ${arrayOf(
          "bool",
          batch.map((row) => row.estimated),
        )},
        ${arrayOf(
          "bool",
          batch.map((row) => row.flatsCounted),
        )},
        ${arrayOf(
          "text",
          // Arrays of arrays of unequal length are none: each row's own goes as text.
          batch.map((row) => row.entrances && `{${row.entrances.flat().join(",")}}`),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.ages && JSON.stringify(row.ages)),
        )}) as columns (
          ref, name, kind, lon, lat, x, y, crs, address, households, residents, estimated, flats_counted, entrances,
          ages)`.execute(db),
  );
}

export function loadBaseFeatures(
  db: Kysely<Database>,
  datasetId: number,
  rows: readonly BaseFeatureRow[],
  after: AfterBatch,
): Promise<void> {
  return inBatches(db, rows, after, (db, batch) =>
    sql`
      insert into base_feature (dataset_id, layer, kind, name, geom)
      select ${datasetId}::int8, layer, kind, name, shape::geometry from unnest(
        ${arrayOf(
          "text",
          batch.map((row) => row.layer),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.kind),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.name),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => ewkbHex(row.geometry)),
        )}) as columns (layer, kind, name, shape)`.execute(db),
  );
}

/** Units, then the subdistricts that are named but not drawn, as the union of their communities. */
export async function loadUnits(
  db: Kysely<Database>,
  datasetId: number,
  rows: readonly UnitRow[],
  after: AfterBatch,
): Promise<void> {
  await inBatches(db, rows, after, (db, batch) =>
    sql`
      insert into unit (dataset_id, ref, name, level, parent_name, geom)
      select ${datasetId}::int8, ref, name, level, parent_name, shape::geometry from unnest(
        ${arrayOf(
          "text",
          batch.map((row) => row.ref),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.name),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.level),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => row.parentName),
        )},
        ${arrayOf(
          "text",
          batch.map((row) => ewkbHex(row.geometry)),
        )}) as columns (ref, name, level, parent_name, shape)`.execute(db),
  );
  await sql`
    insert into unit (dataset_id, ref, name, level, derived, geom)
    select ${datasetId}::int8, 'subdistrict/' || c.parent_name, c.parent_name, 'subdistrict', true,
      ST_Multi(ST_Union(c.geom))
    from unit c
    where c.dataset_id = ${datasetId} and c.level = 'community' and c.parent_name is not null and c.valid
      and not exists (
        select from unit s
        where s.dataset_id = c.dataset_id and s.level = 'subdistrict' and s.name = c.parent_name)
    group by c.parent_name
    order by c.parent_name collate "C"`.execute(db);
}

export function loadRefusals(
  db: Kysely<Database>,
  datasetId: number,
  refusals: readonly Refusal[],
  after: AfterBatch,
): Promise<void> {
  let seq = 0;
  return inBatches(db, refusals, after, (db, batch) =>
    sql`
      insert into refusal (dataset_id, seq, file, "row", ref, reason, field, value, expected)
      select ${datasetId}::int8, * from unnest(
        ${arrayOf(
          "int4",
          batch.map(() => ++seq),
        )},
        ${arrayOf(
          "text",
          batch.map((refusal) => refusal.file),
        )},
        ${arrayOf(
          "int4",
          batch.map((refusal) => refusal.row),
        )},
        ${arrayOf(
          "text",
          batch.map((refusal) => refusal.ref),
        )},
        ${arrayOf(
          "text",
          batch.map((refusal) => refusal.reason),
        )},
        ${arrayOf(
          "text",
          batch.map((refusal) => refusal.field),
        )},
        ${arrayOf(
          "text",
          batch.map((refusal) => refusal.value),
        )},
        ${arrayOf(
          "text",
          batch.map((refusal) => refusal.expected),
        )})`.execute(db),
  );
}
