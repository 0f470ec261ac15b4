/** Which column of a table holds which field: by a mapping that was given, else by the headers. @module */
import { importError } from "../errors.ts";
import { COLUMN_ALIASES, type Field, plainHeader } from "./column-aliases.ts";
import type { NumberedLine } from "./raw-table.ts";

/** Field → header as it stands in the file, for files whose headers are not known or are ambiguous; "" for no column at all. */
export type ColumnMapping = Readonly<Record<string, string>>;

/** Field → index of its column. Fields without a column are left out. */
export type Columns<F extends Field> = Readonly<Partial<Record<F, number>>>;

/** Below a title and notes the header still stands among these. */
const HEADER_LINES = 10;
/** So many cells that are known as headers make a header: a row of data has one at most. */
const HEADER_HITS = 2;

/**
 * Finds the columns of the fields that are asked for.
 * @throws ImportError `mapping_field_unknown`, `column_not_in_file`, `column_ambiguous`
 */
export function findColumns<F extends Field>(
  header: readonly string[],
  fields: readonly F[],
  mapping: ColumnMapping,
  file: string,
): Columns<F> {
  for (const named of Object.keys(mapping)) {
    if (!fields.some((field) => field === named)) {
      throw importError("mapping_field_unknown", { file, value: named, expected: fields.join(", ") });
    }
  }
  const columns: Partial<Record<F, number>> = {};
  for (const field of fields) {
    const given = mapping[field];
    if (given === "") continue;
    const column = given === undefined ? byAlias(header, field, mapping, file) : byMapping(header, field, given, file);
    if (column !== null) columns[field] = column;
  }
  return columns;
}

/** @throws ImportError `columns_missing` */
export function missingColumn(file: string, header: readonly string[], field: string, expected: readonly Field[]) {
  const known = expected.map((each) => COLUMN_ALIASES[each].flat().join(" / ")).join("; ");
  return importError("columns_missing", { file, field, value: shown(header), expected: known });
}

/** Index of the line that is the header: the first with known headers among the first ten, else the very first. */
export function findHeader(lines: readonly NumberedLine[], mapping: ColumnMapping): number {
  const mapped = new Set(Object.values(mapping).map(plainHeader));
  const known = new Set(Object.values(COLUMN_ALIASES).flat(2));
  const index = lines
    .slice(0, HEADER_LINES)
    .findIndex(
      ({ cells }) => cells.map(plainHeader).filter((cell) => known.has(cell) || mapped.has(cell)).length >= HEADER_HITS,
    );
  return Math.max(index, 0);
}

function byMapping(header: readonly string[], field: Field, given: string, file: string): number {
  const exact = indicesWhere(header, (each) => each === given.trim());
  const found = exact.length > 0 ? exact : indicesWhere(header, (each) => plainHeader(each) === plainHeader(given));
  if (found.length === 0)
    throw importError("column_not_in_file", { file, field, value: given, expected: shown(header) });
  if (found.length > 1) throw ambiguous(file, field, header, found);
  return found[0]!;
}

function byAlias(header: readonly string[], field: Field, mapping: ColumnMapping, file: string): number | null {
  const taken = new Set(Object.values(mapping).map((each) => plainHeader(each)));
  for (const rank of COLUMN_ALIASES[field]) {
    const found = indicesWhere(header, (each) => rank.includes(plainHeader(each)) && !taken.has(plainHeader(each)));
    if (found.length > 1) throw ambiguous(file, field, header, found);
    if (found.length === 1) return found[0]!;
  }
  return null;
}

function indicesWhere(header: readonly string[], matches: (cell: string) => boolean): number[] {
  return header.flatMap((cell, index) => (cell !== "" && matches(cell) ? [index] : []));
}

function ambiguous(file: string, field: Field, header: readonly string[], found: readonly number[]) {
  const value = found.map((index) => `“${header[index]}”`).join(", ");
  return importError("column_ambiguous", { file, field, value, expected: `--map ${field}=…` });
}

function shown(header: readonly string[]): string {
  return (
    header
      .filter((cell) => cell !== "")
      .map((cell) => `“${cell}”`)
      .join(", ") || "—"
  );
}
