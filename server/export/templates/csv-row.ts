/** Rows of a CSV that Excel opens by a double click. @module */

/** Without it Excel takes UTF-8 for the code page of the machine. */
export const BYTE_ORDER_MARK = "\uFEFF";

export function csvRow(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
}
