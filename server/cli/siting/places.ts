/** A table of vacant premises: id, longitude, latitude, and if known name, price and capacity. @module */
import type { ListedPlace } from "../../analysis/siting-question.ts";
import { outOfRange, parseCrs, toWgs84 } from "../../base/crs.ts";
import { sitingError } from "../../siting/errors.ts";
import { readRows } from "./matrix-columns.ts";

const OPTIONAL = ["name", "price", "capacity"];

/** Throws what is wrong with the first row that is. */
export async function readPlaces(path: string, crsName: string): Promise<ListedPlace[]> {
  const crs = parseCrs(crsName);
  const table = await readRows(path, "places", new Map(), OPTIONAL);
  const seen = new Map<string, number>();
  return table.rows.map(({ row, cells }) => {
    const wrong = (field: string, expected: string) =>
      sitingError("cell_wrong", { file: table.file, row, field, value: cells[field] ?? null, expected });
    const optional = (field: string) => {
      const cell = cells[field]?.trim() ?? "";
      if (cell === "") return null;
      const value = Number(cell);
      if (!Number.isFinite(value) || value < 0) throw wrong(field, "≥ 0");
      return value;
    };
    const id = cells.id.trim();
    if (id === "") throw wrong("id", "A, B, …");
    const first = seen.get(id);
    if (first !== undefined) throw sitingError("row_repeated", { file: table.file, row, value: id, first });
    seen.set(id, row);
    const [x, y] = [coordinate(cells.lon), coordinate(cells.lat)];
    if (Number.isNaN(x) || Number.isNaN(y)) throw wrong(Number.isNaN(x) ? "lon" : "lat", crsName);
    const far = outOfRange(crs, x, y);
    if (far !== null) throw wrong(far.axis === "x" ? "lon" : "lat", far.expected);
    const position = toWgs84(crs, x, y);
    return { id, position, name: cells.name?.trim() || null, price: optional("price"), capacity: optional("capacity") };
  });
}

function coordinate(cell: string): number {
  return cell.trim() === "" ? Number.NaN : Number(cell);
}
