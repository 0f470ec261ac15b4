/** A file of rows, whatever its kind: CSV, XLSX or GeoJSON, told apart by content and not by name. @module */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { importError } from "../errors.ts";
import type { Refusal } from "../rows.ts";
import { decodeText } from "./decode-text.ts";
import { type ColumnMapping, findHeader } from "./find-columns.ts";
import { isBlank, type NumberedLine, type RawRecord, type RawTable } from "./raw-table.ts";
import { readGeoJson } from "./read-geojson.ts";
import { readXlsx } from "./read-xlsx.ts";
import { findDelimiter, splitRecords } from "./split-records.ts";

export interface TableOptions {
  /** How the file is called in messages; its base name by default, which is not what an upload is called. */
  readonly file?: string;
  /** Name of a sheet in a workbook; the first by default. */
  readonly sheet?: string;
  readonly mapping?: ColumnMapping;
}

const EXPECTED = "CSV, XLSX, GeoJSON";
const KINDS: readonly (readonly [start: string, kind: string])[] = [
  ["%PDF", "PDF"],
  ["\x1f\x8b", "gzip"],
  ["Rar!", "RAR"],
  ["7z\xbc\xaf", "7-Zip"],
];

/** @throws ImportError where the file is missing, empty, of another kind or damaged */
export async function readTable(path: string, options: TableOptions = {}): Promise<RawTable> {
  const file = options.file ?? basename(path);
  return readTableBytes(await readBytes(path, file), file, options);
}

/** As {@link readTable}, of a file's content. */
export async function readTableBytes(bytes: Uint8Array, file: string, options: TableOptions = {}): Promise<RawTable> {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (bytes.length === 0) throw importError("file_empty", { file, expected: EXPECTED });
  if (start === "\xd0\xcf\x11\xe0") throw importError("xls_old", { file, expected: ".xlsx, .csv" });
  for (const [magic, value] of KINDS) {
    if (start.startsWith(magic)) throw importError("file_kind_unknown", { file, value, expected: EXPECTED });
  }
  if (start === "PK\x03\x04")
    return cutHeader(await readXlsx(bytes, options.sheet ?? null, file), [], "xlsx", file, options);

  const text = decodeText(bytes, file);
  const first = text.trimStart()[0];
  if (first === undefined) throw importError("file_empty", { file, expected: EXPECTED });
  if (first === "<") throw importError("file_kind_unknown", { file, value: "XML / HTML", expected: EXPECTED });
  if (first === "{" || first === "[") return readGeoJson(text, file);

  const { lines, broken } = splitRecords(text, findDelimiter(text));
  const refusals = broken.map(({ row, text: value }) => refusal(file, row, "quote_open", value, '"…"'));
  return cutHeader(lines, refusals, "csv", file, options);
}

async function readBytes(path: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const value = (error as NodeJS.ErrnoException).code ?? String(error);
    throw importError("file_missing", { file, value });
  }
}

function cutHeader(
  lines: readonly NumberedLine[],
  broken: readonly Refusal[],
  format: "csv" | "xlsx",
  file: string,
  options: TableOptions,
): RawTable {
  const filled = lines.filter((line) => !isBlank(line));
  const headerIndex = findHeader(filled, options.mapping ?? {});
  const header = filled[headerIndex]?.cells ?? [];
  const named = withoutEmptyEnd(header).length;
  const records: RawRecord[] = [];
  const refusals = [...broken];
  for (const { row, cells } of filled.slice(headerIndex + 1)) {
    // In a sheet cells cannot slip; in a CSV a comma too many or a line cut off moves them under wrong headers.
    const slipped = format === "csv" && (cells.length < named || withoutEmptyEnd(cells).length > header.length);
    if (slipped) refusals.push(refusal(file, row, "cells_count", String(cells.length), String(header.length)));
    else records.push({ row, cells: header.map((_, index) => cells[index] ?? ""), geometry: null });
  }
  if (records.length === 0 && refusals.length === 0)
    throw importError("file_empty", { file, expected: "header + rows ≥ 1" });
  return { file, format, header, records, refusals, crsMember: null };
}

function refusal(
  file: string,
  row: number,
  reason: "quote_open" | "cells_count",
  value: string,
  expected: string,
): Refusal {
  return { file, row, ref: null, reason, field: null, value, expected };
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === "") end--;
  return cells.slice(0, end);
}
