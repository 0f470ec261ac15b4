/** A GeoPackage: one layer a level under the names of the CSV, and a table of notes. @module */
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { LEVEL_WORDS } from "../levels.ts";
import { notesOf, titleOf } from "../notes.ts";
import type { ExportOrder } from "../order.ts";
import type { Cell, ExportTable, Kind } from "../table.ts";
import { envelopeOf, geometryBlob, polygonsOf } from "./geometry.ts";
import { APPLICATION_ID, CORE_TABLES, USER_VERSION } from "./schema.ts";

const TYPES: Readonly<Record<Kind, string>> = {
  text: "text",
  count: "integer",
  number: "real",
  raw: "text",
  ratio: "real",
  share: "real",
  minutes: "real",
  metres: "real",
  degrees: "real",
  flag: "boolean",
};
/** Rows written before others get their turn: some 10 ms. */
const ROWS_AT_ONCE = 500;

/**
 * Writes a new file; the same order gives the same bytes.
 *
 * @param path of a file that does not exist
 * @param signal leaves the file unfinished
 */
export async function writeGeoPackage(
  path: string,
  order: ExportOrder,
  tables: readonly ExportTable[],
  signal: AbortSignal,
): Promise<void> {
  const db = new DatabaseSync(path);
  try {
    // Nobody else reads it before it is whole.
    db.exec("pragma page_size = 4096; pragma journal_mode = off; pragma synchronous = off");
    db.exec(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${USER_VERSION}`);
    db.exec(`begin; ${CORE_TABLES}`);
    writeNotes(db, order, tables);
    for (const table of tables) await writeLayer(db, order, table, signal);
    db.exec("commit");
  } finally {
    db.close();
  }
}

function writeNotes(db: DatabaseSync, order: ExportOrder, tables: readonly ExportTable[]): void {
  const insert = db.prepare("insert into notes (item, content) values (?, ?)");
  for (const [item, content] of notesOf(order, tables)) insert.run(item, content);
  db.prepare(
    "insert into gpkg_contents (table_name, data_type, identifier, description, last_change) values ('notes', 'attributes', ?, ?, ?)",
  ).run({ zh: "说明", en: "Notes" }[order.language], titleOf(order), lastChange(order));
}

async function writeLayer(
  db: DatabaseSync,
  order: ExportOrder,
  table: ExportTable,
  signal: AbortSignal,
): Promise<void> {
  const { language } = order;
  const { layer, sheet } = LEVEL_WORDS[table.level];
  const columns = table.columns.map(({ key, kind }) => `${quoted(key)} ${TYPES[kind]}`);
  db.exec(
    `create table ${layer} (fid integer primary key autoincrement not null, geom ${table.geometryType}, ${columns.join(", ")})`,
  );
  const names = table.columns.map(({ key }) => quoted(key)).join(", ");
  const insert = db.prepare(`insert into ${layer} (geom, ${names}) values (?${", ?".repeat(table.columns.length)})`);
  const extent: [number, number, number, number] = [Infinity, -Infinity, Infinity, -Infinity];
  let count = 0;
  for (const row of table.rows()) {
    const geometry = row.geometry();
    if (geometry !== null) widen(extent, envelopeOf(polygonsOf(geometry)));
    const blob = geometry && geometryBlob(geometry, table.geometryType);
    insert.run(blob, ...row.exact().map(asValue));
    if (++count % ROWS_AT_ONCE !== 0) continue;
    await setImmediate();
    signal.throwIfAborted();
  }
  const [west, east, south, north] = extent.map((bound) => (Number.isFinite(bound) ? bound : null));
  db.prepare(
    "insert into gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, max_y, srs_id) values (?, 'features', ?, ?, ?, ?, ?, ?, ?, 4326)",
  ).run(layer, sheet[language], titleOf(order), lastChange(order), west, south, east, north);
  db.prepare("insert into gpkg_geometry_columns values (?, 'geom', ?, 4326, 0, 0)").run(layer, table.geometryType);
  const describe = db.prepare(
    "insert into gpkg_data_columns (table_name, column_name, name, title) values (?, ?, ?, ?)",
  );
  for (const { key, head } of table.columns) describe.run(layer, key, head[language], head[language]);
}

function widen(extent: number[], [west, east, south, north]: readonly number[]): void {
  extent[0] = Math.min(extent[0], west);
  extent[1] = Math.max(extent[1], east);
  extent[2] = Math.min(extent[2], south);
  extent[3] = Math.max(extent[3], north);
}

/** The date of the data, not of the writing. */
function lastChange({ release }: ExportOrder): string {
  return new Date(release.releasedAt).toISOString();
}

function asValue(cell: Cell): SQLInputValue {
  return typeof cell === "boolean" ? Number(cell) : cell;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
