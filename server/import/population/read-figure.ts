/** A figure of people in a table of cells: fractions are allowed, as models give them. @module */
import { RowProblem } from "../row-problem.ts";
import { isAbsent, parseNumber, shorten } from "../tables/parse-cells.ts";

/** People of one cell: the largest cities of the country in one. */
export const MAX_CELL_PEOPLE = 10_000_000;

/**
 * Null where nothing is given.
 * @throws RowProblem `count_unreadable`, `count_negative`, `count_too_large`
 */
export function parseFigure(cell: string, field: string): number | null {
  if (isAbsent(cell)) return null;
  const expected = `0 … ${MAX_CELL_PEOPLE}`;
  const figure = parseNumber(cell);
  if (figure === null) throw new RowProblem("count_unreadable", field, shorten(cell), expected);
  if (figure < 0) throw new RowProblem("count_negative", field, shorten(cell), expected);
  if (figure > MAX_CELL_PEOPLE) throw new RowProblem("count_too_large", field, shorten(cell), expected);
  return figure;
}
