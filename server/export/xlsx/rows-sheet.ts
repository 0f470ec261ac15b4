/** A sheet of rows that are made elsewhere and lie nowhere on the map. @module */
import type { Language } from "../order.ts";
import { type Cell, type Column, tableOf } from "../table.ts";
import { type Sheet, tableSheet } from "./sheet.ts";

/** @param totals rows under the table, values by key. A column `name`, where there is one, stays in view with those before it. */
export function rowsSheet<Item>(
  columns: readonly Column<Item>[],
  items: readonly Item[],
  name: string,
  footer: string,
  language: Language,
  totals: readonly Readonly<Record<string, Cell>>[] = [],
): Sheet {
  const table = tableOf<Item>({
    level: "facility",
    language,
    columns,
    sheetFirst: [],
    geometryType: "POINT",
    count: items.length,
    items: () => items,
    geometryOf: () => null,
    totals,
  });
  return tableSheet(table, name, footer, language);
}
