/** A GeoJSON file of polygons: communities, or the boundary of an area. @module */
import type { Crs } from "../../base/crs.ts";
import { importError } from "../errors.ts";
import type { RawTable } from "../tables/raw-table.ts";
import { readTable, type TableOptions } from "../tables/read-table.ts";
import { checkCrsMember } from "./crs-member.ts";

export interface PolygonOptions extends TableOptions {
  readonly crs: Crs;
}

/** @throws ImportError where the file is no GeoJSON or contradicts the stated system */
export async function readPolygonTable(path: string, options: PolygonOptions): Promise<RawTable> {
  const table = await readTable(path, options);
  if (table.format !== "geojson") {
    const value = table.format.toUpperCase();
    throw importError("geojson_unexpected", { file: table.file, value, expected: "GeoJSON (Polygon, MultiPolygon)" });
  }
  checkCrsMember(table.crsMember, options.crs, table.file);
  return table;
}
