/** One level of an area as a table: the same rows for every kind of file, exact for machines and rounded for eyes. @module */
import type { Geometry } from "geojson";
import type { Words } from "../base/errors.ts";
import type { TableLevel } from "./levels.ts";
import type { Language } from "./order.ts";
import { shareToShow, tenthsOfMinutes } from "./rounding.ts";

export type Cell = string | number | boolean | null;

/** `minutes`: seconds in the exact form, minutes where they are shown. `share`: 0 … 1. `degrees`: WGS 84. `number`, `raw`: as it is. `ratio`: two decimals. */
export type Kind = "text" | "count" | "number" | "ratio" | "raw" | "share" | "minutes" | "metres" | "degrees" | "flag";

export interface Head {
  /** Name in CSV, GeoJSON and GeoPackage. */
  readonly key: string;
  /** Name in a sheet, with the unit. */
  readonly head: Words;
  readonly kind: Kind;
  /** Characters; else by the kind. */
  readonly width?: number;
}

export interface Column<Item> extends Head {
  /** Exact. */
  readonly of: (item: Item) => Cell;
  /** As a person reads it; else the exact one, rounded by its kind. */
  readonly shown?: (item: Item) => Cell;
}

export interface ExportRow {
  readonly exact: () => Cell[];
  readonly shown: () => Cell[];
  readonly geometry: () => Geometry | null;
}

export interface ExportTable {
  readonly level: TableLevel;
  readonly columns: readonly Head[];
  /** Places in `columns`, in the order of a sheet. */
  readonly sheetColumns: readonly number[];
  /** How many of them lead up to the name of a row, and stay in view beside the others; 0 where rows have no name. */
  readonly sheetLeads: number;
  readonly geometryType: "POINT" | "POLYGON" | "MULTIPOLYGON";
  readonly count: number;
  /** To be read as often as needed. */
  readonly rows: () => Iterable<ExportRow>;
  /** Rows under the table, each equal to the same sum on the screen; shown form, in the order of `columns`. */
  readonly totals: readonly (readonly Cell[])[];
}

export interface TableSource<Item> {
  readonly level: TableLevel;
  readonly language: Language;
  readonly columns: readonly Column<Item>[];
  /** Keys that a sheet begins with; the others follow in their order. */
  readonly sheetFirst: readonly string[];
  /** Keys that a sheet goes without: its name says the same. */
  readonly sheetWithout?: readonly string[];
  readonly geometryType: ExportTable["geometryType"];
  readonly count: number;
  readonly items: () => Iterable<Item>;
  readonly geometryOf: (item: Item) => Geometry | null;
  /** Key to value, for the sums that the table has; other cells stay empty. */
  readonly totals: readonly Readonly<Record<string, Cell>>[];
}

export function tableOf<Item>(source: TableSource<Item>): ExportTable {
  const { level, columns, sheetFirst, geometryType, count, language } = source;
  const keys = columns.map(({ key }) => key);
  const first = sheetFirst.map((key) => keys.indexOf(key));
  const isLater = (key: string, c: number) => !first.includes(c) && !(source.sheetWithout ?? []).includes(key);
  const sheetColumns = [...first, ...keys.flatMap((key, c) => (isLater(key, c) ? [c] : []))];
  return {
    level,
    columns,
    sheetColumns,
    sheetLeads: sheetColumns.indexOf(keys.indexOf("name")) + 1,
    geometryType,
    count,
    *rows() {
      for (const item of source.items()) {
        yield {
          exact: () => columns.map(({ of }) => of(item)),
          shown: () => columns.map((column) => shownCell(column, item, language)),
          geometry: () => source.geometryOf(item),
        };
      }
    },
    totals: source.totals.map((total) => keys.map((key) => total[key] ?? null)),
  };
}

export function shownCell<Item>({ kind, of, shown }: Column<Item>, item: Item, language: Language): Cell {
  return shown ? shown(item) : shownByKind(kind, of(item), language);
}

function shownByKind(kind: Kind, cell: Cell, language: Language): Cell {
  if (typeof cell === "boolean") return cell ? { zh: "是", en: "yes" }[language] : { zh: "否", en: "no" }[language];
  if (typeof cell !== "number") return cell;
  if (kind === "minutes") return tenthsOfMinutes(cell);
  return kind === "share" ? shareToShow(cell) : cell;
}
