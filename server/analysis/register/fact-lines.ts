/** A file that an office filled in, as lines of facts or of units: CSV in UTF-8 or GB18030, or the first sheet of a workbook. @module */
import { readTableBytes } from "../../import/tables/read-table.ts";
import { REASONS } from "../../import/write-refusals.ts";
import { standardsError } from "../../standards/errors.ts";
import type { FactRefusal } from "../../standards/facts/line-subjects.ts";
import { FACT_COLUMNS, type FactLine, SINCE_COLUMN } from "../../standards/facts/read-facts.ts";
import { NEEDED_PRICE_COLUMNS, PRICE_COLUMNS, type PriceLine } from "../../standards/facts/read-prices.ts";
import { NEEDED_UNIT_COLUMNS, UNIT_COLUMNS, type UnitLine } from "../../standards/facts/read-units.ts";

export interface TableLines<Line> {
  readonly lines: readonly Line[];
  /** Records that could not even be cut into cells. */
  readonly broken: readonly FactRefusal[];
}

/** @throws DomainError `facts_columns_missing`, and what is wrong with the file as such */
export async function factLines(bytes: Uint8Array, name: string): Promise<TableLines<FactLine>> {
  return linesOf(bytes, name, { ...FACT_COLUMNS, since: SINCE_COLUMN }, Object.values(FACT_COLUMNS));
}

/** As {@link factLines}. */
export async function unitLines(bytes: Uint8Array, name: string): Promise<TableLines<UnitLine>> {
  return linesOf(
    bytes,
    name,
    UNIT_COLUMNS,
    NEEDED_UNIT_COLUMNS.map((column) => UNIT_COLUMNS[column]),
  );
}

/** As {@link factLines}. */
export async function priceLines(bytes: Uint8Array, name: string): Promise<TableLines<PriceLine>> {
  return linesOf(
    bytes,
    name,
    PRICE_COLUMNS,
    NEEDED_PRICE_COLUMNS.map((column) => PRICE_COLUMNS[column]),
  );
}

/** A column that the table does without is "" in every line. */
async function linesOf<Column extends string>(
  bytes: Uint8Array,
  name: string,
  columns: Readonly<Record<Column, string>>,
  needed: readonly string[],
): Promise<TableLines<{ readonly row: number } & { readonly [C in Column]: string }>> {
  const mapping = Object.fromEntries(Object.values<string>(columns).map((header) => [header, header]));
  const { file, header, records, refusals } = await readTableBytes(bytes, name, { mapping });
  const missing = needed.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw standardsError("facts_columns_missing", { file, value: header.join("、"), expected: missing.join("、") });
  const places = Object.entries<string>(columns).map(([column, head]) => [column, header.indexOf(head)] as const);
  return {
    lines: records.map(({ row, cells }) => {
      const filled = places.map(([column, at]) => [column, at < 0 ? "" : cells[at]]);
      return { row, ...Object.fromEntries(filled) } as { row: number } & { [C in Column]: string };
    }),
    broken: refusals.map(({ row, reason, value, expected }) => ({
      row: row ?? 0,
      column: REASONS[reason]?.zh ?? reason,
      value: value ?? "",
      expected: expected ?? "",
    })),
  };
}
