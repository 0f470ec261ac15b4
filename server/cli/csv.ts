/** Rows as CSV: one header, quoted where needed, numbers as they are. @module */

export type Cell = string | number | boolean | null;

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => quote(cell === null ? "" : String(cell))).join(",")}\n`;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
