/** A table that is filled in and sent back, as a CSV that Excel opens by a double click. @module */
import { BYTE_ORDER_MARK, csvQuoted } from "../../base/csv-text.ts";

/** Cells come back as they are: nothing is put before what a spreadsheet might run. */
export function csvTable(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvQuoted).join(",")}\r\n`).join("");
}
