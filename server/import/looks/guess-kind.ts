/** What a table is of, guessed from its headers and its first rows: an opinion that a person may correct. @module */

import { cellOfText } from "../population/read-cells.ts";
import { COLUMN_ALIASES, type Field, plainHeader } from "../tables/column-aliases.ts";
import type { RawTable } from "../tables/raw-table.ts";

export type TableKind = "residences" | "facilities" | "communities" | "boundary" | "population";

/** Rows that are looked at. */
const LOOKED_AT = 50;
/** Nearly all of them must agree: a stray word in an id column makes no table of cells. */
const MOST = 0.8;

/** @returns null where nothing tells */
export function guessKind(table: RawTable): TableKind | null {
  const has = (field: Field) =>
    table.header.some((header) => COLUMN_ALIASES[field].flat().includes(plainHeader(header)));
  const records = table.records.slice(0, LOOKED_AT);
  const share = (test: (record: (typeof records)[number]) => boolean) =>
    records.length === 0 ? 0 : records.filter(test).length / records.length;
  const hasCells = table.header.some((_, c) => share(({ cells }) => cellOfText(cells[c]) !== null) >= MOST);
  if (hasCells && has("residents")) return "population";
  const areShapes = share(({ geometry }) => geometry?.type === "Polygon" || geometry?.type === "MultiPolygon") >= MOST;
  if (table.format === "geojson" && areShapes && !has("households")) {
    const isOne = table.records.length === 1;
    const saysLevel = has("level") || has("subdistrict");
    return isOne && !saysLevel ? "boundary" : "communities";
  }
  if (has("households")) return "residences";
  if (has("category")) return "facilities";
  return has("residents") ? "residences" : null;
}
