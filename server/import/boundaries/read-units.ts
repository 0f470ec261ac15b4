/** Communities and subdistricts as polygons. @module */
import { RowProblem } from "../row-problem.ts";
import type { UnitRow } from "../rows.ts";
import { LEVEL_WORDS, plainHeader, type UnitField } from "../tables/column-aliases.ts";
import { findColumns, missingColumn } from "../tables/find-columns.ts";
import { isAbsent } from "../tables/parse-cells.ts";
import type { RowReader } from "../tables/row-reader.ts";
import { type TableTaken, takeRows } from "../tables/take-rows.ts";
import { toMultiPolygon } from "./convert.ts";
import { type PolygonOptions, readPolygonTable } from "./read-polygon-table.ts";

export const UNIT_FIELDS = ["ref", "name", "level", "subdistrict"] as const satisfies UnitField[];

/**
 * Where the file says nothing of levels its units are communities: that is what such files hold.
 * @throws ImportError where the file as a whole cannot be taken
 */
export async function readUnits(path: string, options: PolygonOptions): Promise<TableTaken<UnitRow>> {
  const table = await readPolygonTable(path, options);
  const columns = findColumns(table.header, UNIT_FIELDS, options.mapping ?? {}, table.file);
  if (columns.name === undefined) throw missingColumn(table.file, table.header, "名称 (name)", ["name"]);
  // A file of subdistricts alone calls them by the header that elsewhere names the parent.
  const hasParent = columns.subdistrict !== undefined && columns.subdistrict !== columns.name;
  return takeRows(table, columns, (row): UnitRow => {
    const name = row.text("name");
    if (name === null) throw new RowProblem("name_missing", row.header("name"), null, "…");
    return {
      ref: row.ref(),
      name,
      level: levelOf(row),
      parentName: hasParent ? row.text("subdistrict") : null,
      geometry: toMultiPolygon(row.geometry(), options.crs),
    };
  });
}

function levelOf(row: RowReader): UnitRow["level"] {
  const cell = row.cell("level");
  if (isAbsent(cell)) return "community";
  const word = plainHeader(cell);
  if (LEVEL_WORDS.community.includes(word)) return "community";
  if (LEVEL_WORDS.subdistrict.includes(word)) return "subdistrict";
  throw new RowProblem("level_unknown", row.header("level"), cell, "街道 / subdistrict, 社区 / community");
}
