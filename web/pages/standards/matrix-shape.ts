/** The matrix as it is drawn: columns of the chosen group, rows by street, and what is left while a verdict is looked for. @module */
import type { Matrix, PackDetail } from "../../../server/api/schemas/standard-views.ts";
import type { Verdict } from "../../../server/api/schemas/standards.ts";

type Item = Matrix["items"][number];
export type Row = Matrix["rows"][number];
export type Cell = NonNullable<Row["cells"][number]>;
export type Total = Matrix["totals"][number];
export type Tally = Total["all"];

export interface Column {
  readonly item: Item;
  /** Position of its cell in every row of the service's answer. */
  readonly at: number;
}

/** A street, what is asked of it itself, and its communities; `street` is null for communities of none. */
export interface Section {
  readonly street: string | null;
  readonly own: Row | null;
  readonly rows: readonly Row[];
  readonly total: Total | null;
}

export interface Shape {
  readonly columns: readonly Column[];
  readonly sections: readonly Section[];
  /** What is asked of the district itself. */
  readonly own: Row | null;
  readonly total: Total | null;
}

/** Choice of columns: every item; those that are asked of a community as such; else the id of a group. */
export const ALL = "all";
export const WHOLE = "whole";

export interface GroupChoice {
  readonly id: string;
  /** Null for {@link ALL} and {@link WHOLE}. */
  readonly name: { readonly zh: string; readonly en: string } | null;
  readonly items: number;
}

/** Groups that have a column, in the order of the document; then what is asked of a community as such, then all. */
export function groupChoices({ items }: Matrix, groups: PackDetail["groups"]): readonly GroupChoice[] {
  const choices = [
    ...groups.map(({ id, name }) => ({ id, name })),
    { id: WHOLE, name: null },
    { id: ALL, name: null },
  ].map((one) => ({ ...one, items: items.filter((item) => isIn(item, one.id)).length }));
  return choices.filter(({ items: n }) => n > 0);
}

/** @param group of {@link groupChoices}; one that is not there gives no column */
export function shapeOf(matrix: Matrix, group: string, only: Verdict | null): Shape {
  const chosen = matrix.items.flatMap((item, at) => (isIn(item, group) ? [{ item, at }] : []));
  const isShown = (row: Row) => chosen.some(({ at }) => row.cells[at] !== null && isSought(row.cells[at], only));
  const communities = matrix.rows.filter(({ unit }) => unit.level === "community").filter(isShown);
  const columns = chosen.filter(
    ({ at }) => only === null || matrix.rows.some((row) => row.cells[at]?.verdict === only),
  );
  const ownOf = (level: "street" | "district", name: string | null) =>
    matrix.rows.find(({ unit }) => unit.level === level && (name === null || unit.name === name)) ?? null;
  const shownOwn = (row: Row | null) => (row !== null && isShown(row) ? row : null);
  const streets = matrix.totals.filter(({ unit }) => unit.level === "street");
  const sections = [...streets.map(({ unit }) => unit.name), null].map((street): Section => {
    const total = street === null ? null : (streets.find(({ unit }) => unit.name === street) ?? null);
    return {
      street,
      own: street === null ? null : shownOwn(ownOf("street", street)),
      rows: communities.filter(({ unit }) => unit.street === street),
      total,
    };
  });
  return {
    columns,
    sections: sections.filter(({ own, rows }) => own !== null || rows.length > 0),
    own: shownOwn(ownOf("district", null)),
    total: matrix.totals.find(({ unit }) => unit.level === "district") ?? null,
  };
}

/** How many of the cells in the columns have each verdict; encouraged ones are left out. */
export function tallyOf(row: Row, columns: readonly Column[]): Tally {
  const tally = { pass: 0, fail: 0, unknown: 0, not_applicable: 0, waived: 0, not_due: 0 };
  for (const { at } of columns) {
    const cell = row.cells[at];
    if (cell?.binds) tally[cell.verdict]++;
  }
  return tally;
}

/** Over the columns: requirements met, and those that are asked of anybody. */
export function sumOf(
  { tallies }: Total,
  columns: readonly Column[],
): { readonly pass: number; readonly asked: number } {
  const counted = columns.flatMap(({ at }) => tallies[at] ?? []);
  return {
    pass: counted.reduce((sum, { pass }) => sum + pass, 0),
    asked: counted.reduce((sum, tally) => sum + askedIn(tally), 0),
  };
}

/** Those that are asked of anybody: what does not apply is in no share. */
export function askedIn({ pass, fail, unknown, waived, not_due }: Tally): number {
  return pass + fail + unknown + waived + not_due;
}

function isSought(cell: Row["cells"][number], only: Verdict | null): boolean {
  return only === null || cell?.verdict === only;
}

function isIn({ form, group }: Item, choice: string): boolean {
  if (choice === ALL) return true;
  return choice === WHOLE ? form === "unit" : form !== "unit" && group === choice;
}
