/** A table as it stands in the file: words in cells, no meaning yet. The same for CSV, XLSX and GeoJSON. @module */
import type { Geometry } from "geojson";
import type { Refusal } from "../rows.ts";

export interface RawRecord {
  /** 1-based line in a CSV, row in a sheet, feature in a GeoJSON. */
  readonly row: number;
  /** Trimmed, one for each column of the header; "" where there is nothing. */
  readonly cells: readonly string[];
  /** GeoJSON only. Coordinates as written. */
  readonly geometry: Geometry | null;
}

export interface RawTable {
  /** As it is called in messages. */
  readonly file: string;
  readonly format: "csv" | "xlsx" | "geojson";
  readonly header: readonly string[];
  readonly records: readonly RawRecord[];
  /** Records that could not even be cut into cells. */
  readonly refusals: readonly Refusal[];
  /** GeoJSON only: what its `crs` member (GeoJSON 2008) says, null where it has none. */
  readonly crsMember: string | null;
}

/** Lines of cells from which the header is still to be found. */
export interface NumberedLine {
  readonly row: number;
  readonly cells: readonly string[];
}

export function isBlank(line: NumberedLine): boolean {
  return line.cells.every((cell) => cell === "");
}
