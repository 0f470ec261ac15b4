/** A table of residences: compounds as points or, in a GeoJSON, as outlines, with households and residents. @module */
import type { Crs } from "../../base/crs.ts";
import { checkCrsMember } from "../boundaries/crs-member.ts";
import type { ResidenceRow } from "../rows.ts";
import type { ResidenceField } from "./column-aliases.ts";
import { parseCount } from "./parse-cells.ts";
import { findPointColumns } from "./point-columns.ts";
import { readTable, type TableOptions } from "./read-table.ts";
import { type TableTaken, takeRows } from "./take-rows.ts";

export interface ResidencesOptions extends TableOptions {
  readonly crs: Crs;
}

const FIELDS = [
  "ref",
  "name",
  "lon",
  "lat",
  "location",
  "households",
  "residents",
  "address",
] as const satisfies ResidenceField[];

/**
 * Counts that are not given stay null: nothing is estimated here.
 * @throws ImportError where the file as a whole cannot be taken
 */
export async function readResidences(path: string, options: ResidencesOptions): Promise<TableTaken<ResidenceRow>> {
  const { crs } = options;
  const table = await readTable(path, options);
  checkCrsMember(table.crsMember, crs, table.file);
  const columns = findPointColumns(table, FIELDS, options);
  return takeRows(
    table,
    columns,
    (row): ResidenceRow => ({
      ref: row.ref(),
      name: row.text("name"),
      kind: "compound",
      ...row.placed(crs),
      households: parseCount(row.cell("households"), row.header("households")),
      residents: parseCount(row.cell("residents"), row.header("residents")),
      estimated: false,
      address: row.text("address"),
    }),
  );
}
