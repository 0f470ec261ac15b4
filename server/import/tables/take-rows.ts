/** Builds the rows of a table one by one; what cannot be built is refused with its row, reason and value. @module */
import { type ImportError, importError } from "../errors.ts";
import { ROW_REASONS, type RowReason } from "../reasons.ts";
import { RowProblem } from "../row-problem.ts";
import type { Refusal, Taken } from "../rows.ts";
import type { Field } from "./column-aliases.ts";
import type { Columns } from "./find-columns.ts";
import type { RawTable } from "./raw-table.ts";
import { RowReader } from "./row-reader.ts";

export interface TableTaken<Row> extends Taken<Row> {
  /** Field → header of the column that it was read from, for the report. */
  readonly columns: Readonly<Record<string, string>>;
}

/** From this share on, pairs that are swapped are not slips in rows but the whole file. */
const WHOLE_FILE_SHARE = 0.9;

/**
 * @param build throws RowProblem where the row cannot be taken
 * @throws ImportError `lat_lon_swapped`, `east_north_swapped`, `nothing_taken`
 */
export function takeRows<Row extends { readonly ref: string }>(
  table: RawTable,
  columns: Columns<Field>,
  build: (reader: RowReader) => Row,
): TableTaken<Row> {
  const { file } = table;
  const rows: Row[] = [];
  const refusals: Refusal[] = [...table.refusals];
  const rowOfRef = new Map<string, number>();
  for (const record of table.records) {
    const reader = new RowReader(table, columns, record);
    try {
      const row = build(reader);
      const earlier = rowOfRef.get(row.ref);
      if (earlier !== undefined) {
        throw new RowProblem("ref_duplicate", reader.header("ref"), row.ref, `≠ ${earlier}`);
      }
      rowOfRef.set(row.ref, record.row);
      rows.push(row);
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      const { reason, field, value, expected } = error;
      const ref = reader.cell("ref") || null;
      refusals.push({ file, row: record.row, ref, reason, field, value, expected });
    }
  }
  refusals.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const wrong = swappedThroughout(file, rows.length, refusals) ?? nothingTaken(file, rows.length, refusals);
  if (wrong) throw wrong;
  return { rows, refusals, columns: headersUsed(table, columns) };
}

function swappedThroughout(file: string, taken: number, refusals: readonly Refusal[]): ImportError | null {
  for (const code of ["lat_lon_swapped", "east_north_swapped"] as const) {
    const swapped = refusals.filter(({ reason }) => reason === code);
    const first = swapped[0];
    if (first === undefined || swapped.length < WHOLE_FILE_SHARE * (swapped.length + taken)) continue;
    const { row, value, expected } = first;
    return importError(code, { file, field: first.field, row, value, expected, count: swapped.length });
  }
  return null;
}

function nothingTaken(file: string, taken: number, refusals: readonly Refusal[]): ImportError | null {
  const first = refusals[0];
  if (taken > 0 || first === undefined) return null;
  const { row } = first;
  const [field, value, expected] = [first.field, first.value, first.expected].map((text) => text ?? "—");
  const counts = countReasons(refusals);
  const list = (language: "zh" | "en") =>
    [...counts]
      .map(([reason, count]) => `${ROW_REASONS[reason as RowReason][language]} × ${count}`)
      .join(language === "zh" ? "，" : ", ");
  const fields = {
    file,
    row,
    field,
    value,
    expected,
    count: refusals.length,
    reasonsZh: list("zh"),
    reasonsEn: list("en"),
  };
  return importError("nothing_taken", fields);
}

/** Reason → number, most frequent first. */
export function countReasons(refusals: readonly Refusal[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { reason } of refusals) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}

function headersUsed(table: RawTable, columns: Columns<Field>): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, table.header[column]!]));
}
