/** Words in cells → numbers and texts, with the reason where they are none. @module */
import { RowProblem } from "../row-problem.ts";
import { NO_VALUE } from "./column-aliases.ts";
import { REPLACEMENT } from "./decode-text.ts";

/** Longer than any address: a cell of this length holds a quotation that was not closed, or a whole page. */
const MAX_TEXT_CHARS = 1000;
/** Households, residents or places of one row: the largest compounds of the country house about 300,000 people. */
export const MAX_COUNT = 1_000_000;
/** Text of a cell that a refusal shows. */
const SHOWN_CHARS = 80;

/**
 * The text of a cell as it stands, leading zeros and all; null where it is blank or says that there is nothing.
 * @throws RowProblem `text_damaged`, `text_too_long`
 */
export function parseText(cell: string, field: string): string | null {
  if (isAbsent(cell)) return null;
  if (cell.includes(REPLACEMENT) || cell.includes("\0") || !cell.isWellFormed()) {
    throw new RowProblem("text_damaged", field, shorten(cell.toWellFormed().replaceAll("\0", REPLACEMENT)), null);
  }
  if (cell.length > MAX_TEXT_CHARS) throw new RowProblem("text_too_long", field, shorten(cell), `≤ ${MAX_TEXT_CHARS}`);
  return cell;
}

/**
 * Decimal degrees or metres; full-width digits are digits.
 * @throws RowProblem `position_missing`, `position_unreadable`
 */
export function parseCoordinate(cell: string, field: string): number {
  if (isAbsent(cell)) throw new RowProblem("position_missing", field, cell === "" ? null : cell, "113.6250");
  const text = cell.normalize("NFKC").replace("−", "-").trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) {
    throw new RowProblem("position_unreadable", field, shorten(cell), "113.6250");
  }
  return Number(text);
}

/**
 * `lon,lat` in one cell, as Amap exports it: also with other marks or in brackets.
 * @throws RowProblem as {@link parseCoordinate}
 */
export function parseLocation(cell: string, field: string): [x: number, y: number] {
  if (isAbsent(cell)) throw new RowProblem("position_missing", field, cell === "" ? null : cell, "113.6250,34.7466");
  const parts = cell
    .normalize("NFKC")
    .replace(/^\s*(?:point\s*)?[([]|[)\]]\s*$/gi, "")
    .trim()
    .split(/\s*[,;、/|]\s*|\s+/);
  if (parts.length !== 2) throw new RowProblem("position_unreadable", field, shorten(cell), "113.6250,34.7466");
  return [parseCoordinate(parts[0]!, field), parseCoordinate(parts[1]!, field)];
}

/**
 * Several `lon,lat` in one cell, with semicolons or line breaks between them, or as JSON; null where nothing is given.
 * @throws RowProblem as {@link parseCoordinate}
 */
export function parseLocations(cell: string, field: string): [x: number, y: number][] | null {
  if (isAbsent(cell)) return null;
  const text = cell.normalize("NFKC").trim();
  const pairs = text.startsWith("[[") ? text.slice(1, -1).split(/(?<=\])\s*,/) : text.split(/[;|\n]/);
  return pairs.filter((pair) => pair.trim() !== "").map((pair) => parseLocation(pair.trim(), field));
}

/**
 * Households, people or places; null where nothing is given. `1,200`, `1200.0` and `1200户` are counts too.
 * @throws RowProblem `count_unreadable`, `count_negative`, `count_not_whole`, `count_too_large`
 */
export function parseCount(cell: string, field: string): number | null {
  if (isAbsent(cell)) return null;
  const expected = `0 … ${MAX_COUNT}`;
  const count = parseNumber(cell);
  if (count === null) throw new RowProblem("count_unreadable", field, shorten(cell), expected);
  if (count < 0) throw new RowProblem("count_negative", field, shorten(cell), expected);
  if (!Number.isInteger(count)) throw new RowProblem("count_not_whole", field, shorten(cell), expected);
  if (count > MAX_COUNT) throw new RowProblem("count_too_large", field, shorten(cell), expected);
  return count;
}

/** `1,200`, `12.5`, `1200户`, `1e5`; null where it is no number. */
export function parseNumber(cell: string): number | null {
  const text = cell
    .normalize("NFKC")
    .replace("−", "-")
    .replace(/\s*[户人个张位座名]$/, "")
    .trim();
  const isNumber = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?(e[+-]?\d+)?$/i.test(text);
  return isNumber ? Number(text.replaceAll(",", "")) : null;
}

export function isAbsent(cell: string): boolean {
  return cell === "" || NO_VALUE.has(cell.normalize("NFKC").toLowerCase());
}

export function shorten(text: string): string {
  return text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text;
}
