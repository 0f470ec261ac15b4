/**
 * CSV text → lines of cells (RFC 4180, any delimiter, any line end), going on after a broken quotation mark.
 *
 * csv-parse swallows everything from a quotation mark that is not closed to the next one, good rows included, and cannot
 * say which; here such a record is refused with its line, and reading goes on at the next line.
 * @module
 */
import type { NumberedLine } from "./raw-table.ts";

/** Excel's own limit for a cell; a quotation that runs on for longer was never closed. */
const MAX_QUOTED_CHARS = 32_767;
/** Text of a broken record that is shown. */
const SHOWN_CHARS = 80;
/** Where the header is looked for. */
const HEAD_CHARS = 10_000;
const DELIMITERS = ["\t", ";", ","] as const;

export interface SplitRecords {
  /** Blank lines are left out; `row` is the line on which the record begins. */
  readonly lines: readonly NumberedLine[];
  readonly broken: readonly { readonly row: number; readonly text: string }[];
}

interface Field {
  readonly value: string;
  /** Where the delimiter, the line end or the end of the text stands. */
  readonly end: number;
}

export function splitRecords(text: string, delimiter: string): SplitRecords {
  const lines: NumberedLine[] = [];
  const broken: { row: number; text: string }[] = [];
  let at = 0;
  let row = 1;
  while (at < text.length) {
    const start = at;
    const cells: string[] = [];
    let isBroken = false;
    for (;;) {
      const field = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
      if (field === null) {
        isBroken = true;
        at = lineEnd(text, start);
        break;
      }
      cells.push(field.value.trim());
      at = field.end;
      if (text[at] !== delimiter) break;
      at++;
    }
    if (isBroken) broken.push({ row, text: text.slice(start, Math.min(at, start + SHOWN_CHARS)) });
    else if (cells.some((cell) => cell !== "")) lines.push({ row, cells });
    at = afterLineEnd(text, at);
    row += countLineEnds(text, start, at);
  }
  return { lines, broken };
}

/**
 * The one of tab, semicolon and comma that the header has most of: the first line that holds any, since a title above
 * it holds none and cells below it may be lists with marks of their own.
 */
export function findDelimiter(text: string): string {
  for (const [line] of text.slice(0, HEAD_CHARS).matchAll(/[^\r\n]+/g)) {
    const counts = DELIMITERS.map((mark) => line.split(mark).length - 1);
    const most = Math.max(...counts);
    if (most > 0) return DELIMITERS[counts.indexOf(most)]!;
  }
  return ",";
}

function plainField(text: string, at: number, delimiter: string): Field {
  let end = at;
  while (end < text.length && text[end] !== delimiter && !isLineEnd(text.charCodeAt(end))) end++;
  return { value: text.slice(at, end), end };
}

/** @returns null where the quotation does not end, or is followed by something else than a delimiter or a line end */
function quotedField(text: string, at: number, delimiter: string): Field | null {
  let value = "";
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || quote - at > MAX_QUOTED_CHARS) return null;
    value += text.slice(from, quote);
    if (text[quote + 1] === '"') {
      value += '"';
      from = quote + 2;
      continue;
    }
    const end = quote + 1;
    const ends = end >= text.length || text[end] === delimiter || isLineEnd(text.charCodeAt(end));
    return ends ? { value, end } : null;
  }
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

/** Past one line end: \n, \r\n, or the \r of old Macs. */
function afterLineEnd(text: string, at: number): number {
  if (text[at] === "\r" && text[at + 1] === "\n") return at + 2;
  return at < text.length ? at + 1 : at;
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}
