/** Tables of costs, demand, candidates and conflicts as columns; whatever is wrong names file, row, value and what was expected. @module */
import { sitingError } from "../../siting/errors.ts";
import type { CostColumns, DemandColumns } from "../../siting/matrix.ts";
import { type Mapping, type Row, type Rows, readRows } from "./matrix-columns.ts";

export interface CandidateColumns {
  readonly id: readonly string[];
  /** Null where the file has no such column. */
  readonly price: readonly number[] | null;
  readonly capacity: readonly number[] | null;
  /** "" for a candidate outside all communities. */
  readonly community: readonly string[] | null;
}

export async function readCosts(path: string, mapping: Mapping): Promise<CostColumns> {
  const table = await readRows(path, "matrix", mapping);
  const columns = { origin: [] as string[], destination: [] as string[], cost: [] as number[] };
  const seen = firstRows(table);
  for (const row of table.rows) {
    const [origin, destination] = [word(table, row, "origin"), word(table, row, "destination")];
    seen(row, JSON.stringify([origin, destination]), `${origin} → ${destination}`);
    columns.origin.push(origin);
    columns.destination.push(destination);
    columns.cost.push(amount(table, row, "cost"));
  }
  return columns;
}

export async function readDemand(path: string, mapping: Mapping): Promise<DemandColumns> {
  const table = await readRows(path, "demand", mapping);
  const seen = firstRows(table);
  const id = table.rows.map((row) => {
    const value = word(table, row, "id");
    seen(row, value, value);
    return value;
  });
  return { id, weight: table.rows.map((row) => amount(table, row, "weight")) };
}

export async function readCandidates(path: string, mapping: Mapping): Promise<CandidateColumns> {
  const table = await readRows(path, "candidates", mapping, ["price", "capacity", "community"]);
  const seen = firstRows(table);
  const id = table.rows.map((row) => {
    const value = word(table, row, "id");
    seen(row, value, value);
    return value;
  });
  const amounts = (field: string) =>
    table.fields.has(field) ? table.rows.map((row) => amount(table, row, field)) : null;
  return {
    id,
    price: amounts("price"),
    capacity: amounts("capacity"),
    community: table.fields.has("community") ? table.rows.map(({ cells }) => cells.community.trim()) : null,
  };
}

export async function readConflicts(path: string, mapping: Mapping): Promise<[string, string][]> {
  const table = await readRows(path, "conflicts", mapping);
  return table.rows.map((row) => {
    const [a, b] = [word(table, row, "a"), word(table, row, "b")];
    if (a === b) throw wrongCell(table, row, "b", "b ≠ a");
    return [a, b];
  });
}

function word(table: Rows, row: Row, field: string): string {
  const value = row.cells[field].trim();
  if (value === "") throw wrongCell(table, row, field, "A, B, …");
  return value;
}

function amount(table: Rows, row: Row, field: string): number {
  const cell = row.cells[field].trim();
  const value = cell === "" ? Number.NaN : Number(cell);
  if (!Number.isFinite(value) || value < 0) throw wrongCell(table, row, field, "≥ 0");
  return value;
}

function wrongCell({ file }: Rows, { row, cells }: Row, field: string, expected: string) {
  return sitingError("cell_wrong", { file, row, field, value: cells[field], expected });
}

function firstRows({ file }: Rows): (row: Row, key: string, shown: string) => void {
  const seen = new Map<string, number>();
  return ({ row }, key, shown) => {
    const first = seen.get(key);
    if (first !== undefined) throw sitingError("row_repeated", { file, row, value: shown, first });
    seen.set(key, row);
  };
}
