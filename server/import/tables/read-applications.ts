/** A table of applications to open: a place and a class each, in the order in which they came. @module */
import type { Crs } from "../../base/crs.ts";
import type { LonLat } from "../../base/lon-lat.ts";
import { checkCrsMember } from "../boundaries/crs-member.ts";
import { RowProblem } from "../row-problem.ts";
import type { Original, PositionSource } from "../rows.ts";
import { parseText } from "./parse-cells.ts";
import { findPointColumns } from "./point-columns.ts";
import type { RawTable } from "./raw-table.ts";
import type { CategoryCatalogue } from "./read-facilities.ts";
import { readRegister } from "./read-register.ts";
import { type TableTaken, takeRows } from "./take-rows.ts";

export interface Application {
  readonly ref: string;
  /** Line of the table, header included, from 1. */
  readonly row: number;
  readonly name: string | null;
  readonly category: string;
  readonly position: LonLat;
  readonly original: Original;
  readonly positionSource: PositionSource | null;
  readonly positionAccuracyM: number | null;
}

export interface ApplicationsOptions {
  readonly crs: Crs;
  readonly catalogue: CategoryCatalogue;
  /** Class of rows that name none; null where each must. */
  readonly category: string | null;
}

const FIELDS = ["ref", "name", "category", "lon", "lat", "location", "positionSource", "positionAccuracy"] as const;

/** What cannot be read of a row refuses it: an application is not to be decided on half of what it says. */
export function readApplications(
  table: RawTable,
  { crs, catalogue, category }: ApplicationsOptions,
): TableTaken<Application> {
  checkCrsMember(table.crsMember, crs, table.file);
  const columns = findPointColumns(table, FIELDS, {});
  return takeRows(table, columns, (row): Application => {
    const word = parseText(row.cell("category"), row.header("category"));
    const code = word === null ? category : catalogue.categoryOfText(word);
    if (code === null) {
      const reason = word === null ? "category_missing" : "category_unknown";
      throw new RowProblem(reason, row.header("category"), word, "clinic / 诊所 …");
    }
    const { positionSource, positionAccuracyM } = readRegister(row, (reason, field, expected) => {
      throw new RowProblem(reason, row.header(field), row.cell(field), expected);
    });
    return {
      ref: row.ref(),
      row: row.number,
      name: row.text("name"),
      category: code,
      ...row.placed(crs),
      positionSource,
      positionAccuracyM,
    };
  });
}
