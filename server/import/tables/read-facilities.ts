/** A table of facilities: pharmacies, clinics, shops … with a category and a point each. @module */
import type { Crs } from "../../base/crs.ts";
import { checkCrsMember } from "../boundaries/crs-member.ts";
import { RowProblem } from "../row-problem.ts";
import type { FacilityRow } from "../rows.ts";
import type { FacilityField } from "./column-aliases.ts";
import { missingColumn } from "./find-columns.ts";
import { parseText } from "./parse-cells.ts";
import { findPointColumns } from "./point-columns.ts";
import { readTable, type TableOptions } from "./read-table.ts";
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

const FIELDS = [
  "ref",
  "name",
  "category",
  "lon",
  "lat",
  "location",
  "address",
  "phone",
  "openingHours",
] as const satisfies FacilityField[];
/** Categories that a refusal names as examples. */
const EXAMPLES = 6;

/** @throws ImportError where the file as a whole cannot be taken */
export async function readFacilities(path: string, options: FacilitiesOptions): Promise<TableTaken<FacilityRow>> {
  const { crs, catalogue } = options;
  const table = await readTable(path, options);
  checkCrsMember(table.crsMember, crs, table.file);
  const columns = findPointColumns(table, FIELDS, options);
  if (columns.category === undefined) throw missingColumn(table.file, table.header, "类别 (category)", ["category"]);
  const categoryOf = remember((text) => catalogue.categoryOfText(text));
  const known = examplesOf(catalogue);

  return takeRows(table, columns, (row): FacilityRow => {
    const word = parseText(row.cell("category"), row.header("category"));
    if (word === null) throw new RowProblem("category_missing", row.header("category"), null, known);
    const category = categoryOf(word);
    if (category === null) throw new RowProblem("category_unknown", row.header("category"), word, known);
    return {
      ref: row.ref(),
      name: row.text("name"),
      category,
      ...row.placed(crs),
      address: row.text("address"),
      phone: row.text("phone"),
      openingHours: row.text("openingHours"),
    };
  });
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
