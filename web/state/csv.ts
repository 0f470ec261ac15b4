/** A small table as a CSV to take along: UTF-8 with a mark for Excel; text that a spreadsheet would run is made plain. @module */

export type Cell = string | number | null;

/** Without it Excel takes the file for the code page of the machine. */
const BYTE_ORDER_MARK = "\uFEFF";

export function csvText(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = isRun(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Spreadsheets run a cell that begins so (OWASP, CSV injection; the full-width signs are taken for the narrow ones). As the
 * service's own files have it, so that a name reads the same in both.
 */
function isRun(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-[\d., ]+$/.test(text);
}
