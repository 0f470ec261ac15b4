/** Text as a cell of CSV, for all tables that people open in a spreadsheet. @module */

/** Without it Excel takes UTF-8 for the code page of the machine. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** Quoted where needed; what a spreadsheet would run is made plain text. */
export function csvText(text: string): string {
  return csvQuoted(isRun(text) ? `'${text}` : text);
}

/** Quoted where needed and otherwise as it is, for tables that are read back. */
export function csvQuoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Spreadsheets run a cell that begins so (OWASP, CSV injection; the full-width signs are taken for the narrow ones), and an
 * apostrophe before it makes them show it. Figures below zero stay figures, telephone numbers text.
 */
function isRun(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-[\d., ]+$/.test(text);
}
