/** Text as a cell of CSV, for all tables that people open in a spreadsheet. @module */

/** Quoted where needed; what a spreadsheet would run is made plain text. */
export function csvText(text: string): string {
  const safe = isRun(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Spreadsheets run a cell that begins so (OWASP, CSV injection; the full-width signs are taken for the narrow ones), and an
 * apostrophe before it makes them show it. Figures below zero stay figures, telephone numbers text.
 */
function isRun(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-[\d., ]+$/.test(text);
}
