/** Some rows of tables of columns: what changes is judged by the rules of the whole, on the few residences it is about. @module */
import type { Starts } from "../starts.ts";

type Column = Int32Array | Uint8Array | Float64Array;

/** The same columns with some of their rows; whatever is no typed column of all rows is passed on as it is. */
export function rowsOf<Table extends object>(table: Table, rows: Int32Array, count: number): Table {
  const isColumn = (value: unknown): value is Column => ArrayBuffer.isView(value) && (value as Column).length === count;
  const entries = Object.entries(table).map(([name, value]) => [name, isColumn(value) ? pick(value, rows) : value]);
  return Object.fromEntries(entries) as Table;
}

/** The starts of some residences, as if there were no others. */
export function startsOfRows(starts: Starts, rows: Int32Array): Starts {
  const first = new Uint32Array(rows.length + 1);
  rows.forEach((r, i) => {
    first[i + 1] = first[i] + starts.first[r + 1] - starts.first[r];
  });
  const own = new Int32Array(first[rows.length]);
  rows.forEach((r, i) => {
    for (let k = 0; k < first[i + 1] - first[i]; k++) own[first[i] + k] = starts.first[r] + k;
  });
  return {
    first,
    lon: pick(starts.lon, own),
    lat: pick(starts.lat, own),
    edge: pick(starts.edge, own),
    mm: pick(starts.mm, own),
    offsetMm: pick(starts.offsetMm, own),
    component: pick(starts.component, own),
    closedToProfile: pick(starts.closedToProfile, rows),
  };
}

function pick<Kind extends Column>(column: Kind, rows: Int32Array): Kind {
  const picked = new (column.constructor as new (length: number) => Kind)(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]];
  return picked;
}
