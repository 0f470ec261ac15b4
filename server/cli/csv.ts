/** Rows as CSV: one header, numbers as they are; made to be read by programs, hence without the mark that Excel wants. @module */
import { csvText } from "../base/csv-text.ts";

export type Cell = string | number | boolean | null;

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (typeof cell === "string" ? csvText(cell) : String(cell ?? ""))).join(",")}\n`;
}
