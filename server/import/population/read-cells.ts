/** A table of H3 cells with people, and age groups where it has columns for them. @module */
import { cellToBoundary, getResolution, isValidCell } from "h3-js";
import type { BBox } from "../../base/lon-lat.ts";
import { AGE_GROUPS, type AgeCounts } from "../age-groups.ts";
import { importError } from "../errors.ts";
import { RowProblem } from "../row-problem.ts";
import type { Refusal } from "../rows.ts";
import { agesOf } from "../tables/ages-of.ts";
import type { PopulationField } from "../tables/column-aliases.ts";
import { findColumns, missingColumn } from "../tables/find-columns.ts";
import { readTable, type TableOptions } from "../tables/read-table.ts";
import type { RowReader } from "../tables/row-reader.ts";
import { takeRows } from "../tables/take-rows.ts";
import type { CellPopulation } from "./population.ts";
import { parseFigure } from "./read-figure.ts";
import { showBox } from "./window.ts";

export interface CellsTaken {
  readonly population: CellPopulation;
  readonly taken: number;
  readonly refusals: readonly Refusal[];
  /** Good rows whose cells do not touch the area. */
  readonly outside: { readonly cells: number; readonly people: number };
}

interface CellRow {
  /** The cell: two rows of one are refused as two rows of one id are. */
  readonly ref: string;
  readonly people: number;
  readonly ages: AgeCounts | null;
}

export const CELL_FIELDS: readonly PopulationField[] = ["cell", "residents", ...AGE_GROUPS.map(({ code }) => code)];

/**
 * @param window of the area, in degrees
 * @throws ImportError `columns_missing`, `nothing_taken`, `population_off_area` and those of readTable and findColumns
 */
export async function readCells(path: string, options: TableOptions, window: BBox): Promise<CellsTaken> {
  const table = await readTable(path, options);
  const { file, header } = table;
  const columns = findColumns(header, CELL_FIELDS, options.mapping ?? {}, file);
  for (const field of ["cell", "residents"] as const)
    if (columns[field] === undefined) throw missingColumn(file, header, field, [field]);
  let resolution = -1;
  const { rows, refusals } = takeRows(table, columns, (row): CellRow => {
    const ref = cellOf(row);
    // The first good row says how fine the table is: cells of two sizes would overlap.
    const own = getResolution(ref);
    if (resolution >= 0 && own !== resolution)
      throw new RowProblem("cell_resolution", row.header("cell"), `${ref}: ${own}`, String(resolution));
    const people = parseFigure(row.cell("residents"), row.header("residents"));
    if (people === null) throw new RowProblem("count_missing", row.header("residents"), null, "≥ 0");
    const ages = agesOf(row, people, parseFigure);
    resolution = own;
    return { ref, people, ages };
  });
  const inside = rows.filter(({ ref }) => touches(ref, window));
  if (inside.length === 0)
    throw importError("population_off_area", {
      file,
      value: `${rows[0].ref} (${showBox(boxOf(rows[0].ref))})`,
      expected: showBox(window),
    });
  const groups = AGE_GROUPS.map(({ code }) => code).filter((code) => columns[code] !== undefined);
  const population: CellPopulation = {
    form: "cells",
    resolution,
    cells: inside.map(({ ref }) => ref),
    people: Float64Array.from(inside, ({ people }) => people),
    ages: new Map(groups.map((group) => [group, Float64Array.from(inside, ({ ages }) => ages?.[group] ?? -1)])),
  };
  const all = (list: readonly CellRow[]) => list.reduce((sum, { people }) => sum + people, 0);
  const outside = { cells: rows.length - inside.length, people: Math.round(all(rows) - all(inside)) };
  return { population, taken: rows.length, refusals, outside };
}

/** The cell that a text means: hexadecimal in any case, or the decimal form in which some databases hold it. Null where it is none. */
export function cellOfText(text: string): string | null {
  const hex = /^\d{18,19}$/.test(text) ? BigInt(text).toString(16) : text.toLowerCase().replace(/^0x/, "");
  return isValidCell(hex) ? hex : null;
}

/** @throws RowProblem `cell_invalid` */
function cellOf(row: RowReader): string {
  const text = row.cell("cell");
  const hex = cellOfText(text);
  if (hex === null) throw new RowProblem("cell_invalid", row.header("cell"), text.slice(0, 80), "89283082803ffff");
  return hex;
}

function boxOf(cell: string): BBox {
  const ring = cellToBoundary(cell, true);
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

function touches(cell: string, [west, south, east, north]: BBox): boolean {
  const box = boxOf(cell);
  return box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south;
}
