/** An order becomes a file: its name, its kind, and its bytes as a stream. @module */
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MultiPolygon } from "geojson";
import { csvPieces } from "./csv.ts";
import { fileName } from "./file-name.ts";
import { type ExportFormat, MEDIA_TYPES } from "./formats.ts";
import { geojsonPieces } from "./geojson.ts";
import { writeGeoPackage } from "./gpkg/write-gpkg.ts";
import type { ExportLevel, TableLevel } from "./levels.ts";
import type { ExportOrder } from "./order.ts";
import type { ExportTable } from "./table.ts";
import { cellTable } from "./tables/cell-table.ts";
import { facilityTable } from "./tables/facility-table.ts";
import { gapTable } from "./tables/gap-table.ts";
import { residenceTable } from "./tables/residence-table.ts";
import { polygonTable, unitTable } from "./tables/unit-table.ts";
import { workbook } from "./xlsx/workbook.ts";

export interface ExportFile {
  /** In the language of the order, such as `金水区_药店_15分钟.xlsx`. */
  readonly name: string;
  /** For readers that know ASCII alone. */
  readonly plainName: string;
  readonly mediaType: string;
  /** To be read once. The same order gives the same bytes. */
  readonly bytes: AsyncIterable<Uint8Array | string>;
}

/**
 * Everything that can go wrong with the order does so before the first byte.
 *
 * @param levels as `levelsOf` gives them
 * @param signal stops the writing
 */
export async function exportFile(
  order: ExportOrder,
  format: ExportFormat,
  levels: readonly ExportLevel[],
  signal: AbortSignal,
): Promise<ExportFile> {
  const tables: ExportTable[] = [];
  for (const level of levels) tables.push(await tableFor(order, level));
  return fileOf(order, format, tables, levels, signal);
}

/** As {@link exportFile}, of what is inside one drawn polygon. @param polygon checked, see `drawnPolygon` */
export function exportPolygon(
  order: ExportOrder,
  format: ExportFormat,
  polygon: MultiPolygon,
  signal: AbortSignal,
): ExportFile {
  return fileOf(order, format, [polygonTable(order, polygon)], ["polygon"], signal);
}

function fileOf(
  order: ExportOrder,
  format: ExportFormat,
  tables: readonly ExportTable[],
  levels: readonly TableLevel[],
  signal: AbortSignal,
): ExportFile {
  return {
    name: fileName(order, levels, format),
    plainName: fileName({ ...order, language: "en" }, levels, format, true),
    mediaType: MEDIA_TYPES[format],
    bytes: bytesOf(order, format, tables, signal),
  };
}

function bytesOf(
  order: ExportOrder,
  format: ExportFormat,
  tables: readonly ExportTable[],
  signal: AbortSignal,
): ExportFile["bytes"] {
  if (format === "xlsx") return workbook(order, tables);
  if (format === "gpkg") return geoPackage(order, tables, signal);
  return inTurns(format === "csv" ? csvPieces(tables[0]) : geojsonPieces(order, tables[0]));
}

function tableFor(order: ExportOrder, level: ExportLevel): ExportTable | Promise<ExportTable> {
  switch (level) {
    case "gap":
      return gapTable(order);
    case "facility":
      return facilityTable(order);
    case "residence":
      return residenceTable(order);
    case "cell":
      return cellTable(order);
    default:
      return unitTable(order, level);
  }
}

async function* inTurns(pieces: Iterable<string>): AsyncGenerator<string> {
  yield* pieces;
}

/** SQLite writes files only: one of its own, gone once it was read. */
async function* geoPackage(
  order: ExportOrder,
  tables: readonly ExportTable[],
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "yikezhong-export-"));
  try {
    const path = join(folder, "export.gpkg");
    await writeGeoPackage(path, order, tables, signal);
    yield* createReadStream(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
