/** A table of facilities: pharmacies, clinics, shops … with a category and a point each. @module */
import type { Crs } from "../../base/crs.ts";
import { checkCrsMember } from "../boundaries/crs-member.ts";
import { HOURS_EXPECTED, rememberHours } from "../hours/read-hours.ts";
import { RowProblem } from "../row-problem.ts";
import type { FacilityRow, Refusal } from "../rows.ts";
import type { FacilityField } from "./column-aliases.ts";
import { missingColumn } from "./find-columns.ts";
import { parseCount, parseText, shorten } from "./parse-cells.ts";
import { findPointColumns } from "./point-columns.ts";
import { readRegister } from "./read-register.ts";
import { readTable, type TableOptions } from "./read-table.ts";
import type { RowReader } from "./row-reader.ts";
import { type TableTaken, takeRows } from "./take-rows.ts";

/** What is needed of the catalogue of categories. */
export interface CategoryCatalogue {
  readonly categories: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
  /** Code of the category that a word, a code of Amap or a name of Baidu means; null where none is known. */
  categoryOfText(text: string): string | null;
}

export interface FacilitiesOptions extends TableOptions {
  readonly crs: Crs;
  readonly catalogue: CategoryCatalogue;
}

export const FACILITY_FIELDS = [
  "ref",
  "name",
  "category",
  "lon",
  "lat",
  "location",
  "address",
  "phone",
  "openingHours",
  "capacity",
  "openedOn",
  "closedOn",
  "positionSource",
  "positionAccuracy",
] as const satisfies FacilityField[];
/** Categories that a refusal names as examples. */
const EXAMPLES = 6;

/** @throws ImportError where the file as a whole cannot be taken */
export async function readFacilities(path: string, options: FacilitiesOptions): Promise<TableTaken<FacilityRow>> {
  const { crs, catalogue } = options;
  const table = await readTable(path, options);
  checkCrsMember(table.crsMember, crs, table.file);
  const columns = findPointColumns(table, FACILITY_FIELDS, options);
  if (columns.category === undefined) throw missingColumn(table.file, table.header, "类别 (category)", ["category"]);
  const categoryOf = remember((text) => catalogue.categoryOfText(text));
  const known = examplesOf(catalogue);

  const hoursIn = rememberHours();
  const notes: Refusal[] = [];
  const taken = takeRows(table, columns, (row): FacilityRow => {
    const word = parseText(row.cell("category"), row.header("category"));
    if (word === null) throw new RowProblem("category_missing", row.header("category"), null, known);
    const category = categoryOf(word);
    if (category === null) throw new RowProblem("category_unknown", row.header("category"), word, known);
    const ref = row.ref();
    const openingHours = row.text("openingHours");
    const facility = {
      ref,
      name: row.text("name"),
      category,
      ...row.placed(crs),
      address: row.text("address"),
      phone: row.text("phone"),
      openingHours,
      capacity: parseCount(row.cell("capacity"), row.header("capacity")),
      ...readRegister(row, (reason, field, expected) => {
        const value = shorten(row.cell(field));
        notes.push({ file: table.file, row: row.number, ref, reason, field: row.header(field), value, expected });
      }),
    };
    if (openingHours !== null && hoursIn(openingHours) === null) notes.push(hoursNote(table.file, row, ref));
    return facility;
  });
  return withNotes(taken, notes);
}

function hoursNote(file: string, row: RowReader, ref: string): Refusal {
  const value = shorten(row.cell("openingHours"));
  const field = row.header("openingHours");
  return { file, row: row.number, ref, reason: "hours_unreadable", field, value, expected: HOURS_EXPECTED };
}

/** Notes about rows that were taken stand among the refusals, in the order of rows. */
function withNotes<Row>(taken: TableTaken<Row>, notes: readonly Refusal[]): TableTaken<Row> {
  const refused = new Set(taken.refusals.map(({ row }) => row));
  const all = [...taken.refusals, ...notes.filter(({ row }) => !refused.has(row))];
  return { ...taken, refusals: all.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}

/** Tables have few categories and many rows. */
function remember(ask: (text: string) => string | null): (text: string) => string | null {
  const answers = new Map<string, string | null>();
  return (text) => {
    const answer = answers.get(text) ?? ask(text);
    answers.set(text, answer);
    return answer;
  };
}

function examplesOf({ categories }: CategoryCatalogue): string {
  const examples = categories.slice(0, EXAMPLES).map(({ code, zh }) => `${code} / ${zh}`);
  return `${examples.join(", ")}${categories.length > EXAMPLES ? ` … (${categories.length})` : ""}`;
}
