/** The columns of a table of points: a table without any position is no table of points. @module */
import type { Field } from "./column-aliases.ts";
import { type Columns, findColumns, missingColumn } from "./find-columns.ts";
import type { RawTable } from "./raw-table.ts";
import type { TableOptions } from "./read-table.ts";

/** @throws ImportError `columns_missing` and those of {@link findColumns} */
export function findPointColumns<F extends Field>(
  table: RawTable,
  fields: readonly F[],
  { mapping = {} }: TableOptions,
) {
  const { file, header } = table;
  const positions: readonly string[] = ["lon", "lat", "location"];
  const asked =
    table.format === "geojson" ? fields.filter((field) => !positions.includes(field)) : locationFirst(fields, mapping);
  const columns: Columns<Field> = findColumns(header, asked, mapping, file);
  const placed =
    table.format === "geojson" ||
    columns.location !== undefined ||
    (columns.lon !== undefined && columns.lat !== undefined);
  if (placed) return columns;
  const field =
    columns.lon !== undefined ? "纬度 (lat)" : columns.lat !== undefined ? "经度 (lon)" : "经度、纬度 (lon, lat)";
  throw missingColumn(file, header, field, ["lon", "lat", "location"]);
}

/** A mapping that names the one column for both wins over headers that look like two. */
function locationFirst<F extends Field>(fields: readonly F[], mapping: Readonly<Record<string, string>>): readonly F[] {
  if (mapping.location === undefined) return fields;
  return fields.filter((field) => (field !== "lon" && field !== "lat") || mapping[field] !== undefined);
}
