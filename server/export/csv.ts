/** A table as CSV: UTF-8 with a mark for Excel, one header, numbers exact; text that a spreadsheet would run is made plain. @module */
import { BYTE_ORDER_MARK, csvText } from "../base/csv-text.ts";
import type { Cell, ExportTable } from "./table.ts";

/** Rows to a piece of the stream. */
const ROWS_AT_ONCE = 500;

export function* csvPieces({ columns, rows }: ExportTable): Generator<string> {
  let piece = BYTE_ORDER_MARK + line(columns.map(({ key }) => key));
  let count = 0;
  for (const row of rows()) {
    piece += line(row.exact());
    if (++count % ROWS_AT_ONCE !== 0) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(field).join(",")}\r\n`;
}

function field(cell: Cell): string {
  return typeof cell === "string" ? csvText(cell) : String(cell ?? "");
}
