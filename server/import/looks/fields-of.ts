/** The fields of each kind of table, and which column of a table each is read from, wherever that can be told. @module */
import { DomainError, toWire, type WireError } from "../../base/errors.ts";
import { UNIT_FIELDS } from "../boundaries/read-units.ts";
import { CELL_FIELDS } from "../population/read-cells.ts";
import type { Field } from "../tables/column-aliases.ts";
import { type ColumnMapping, type Columns, findColumns } from "../tables/find-columns.ts";
import type { RawTable } from "../tables/raw-table.ts";
import { FACILITY_FIELDS } from "../tables/read-facilities.ts";
import { RESIDENCE_FIELDS } from "../tables/read-residences.ts";
import type { TableKind } from "./guess-kind.ts";

const FIELDS: Readonly<Record<TableKind, readonly Field[]>> = {
  facilities: FACILITY_FIELDS,
  residences: RESIDENCE_FIELDS,
  communities: UNIT_FIELDS,
  boundary: [],
  population: CELL_FIELDS,
};
/** Without these a table cannot be taken; positions are needed too, as two columns or as one. */
const NEEDED: Readonly<Record<TableKind, readonly Field[]>> = {
  facilities: ["category"],
  residences: [],
  communities: ["name"],
  boundary: [],
  population: ["cell", "residents"],
};
const POSITIONS: readonly Field[] = ["lon", "lat", "location"];

export interface FoundField {
  readonly field: Field;
  readonly isNeeded: boolean;
  /** As it stands in the file; null where no column was found, or several might be it. */
  readonly header: string | null;
}

export interface FoundFields {
  readonly columns: Columns<Field>;
  readonly fields: readonly FoundField[];
  /** The first thing that stands in the way, e.g. two columns that might be the same field. */
  readonly problem: WireError | null;
}

export function fieldsOf(table: RawTable, kind: TableKind, mapping: ColumnMapping): FoundFields {
  const { file, header, format } = table;
  const asked = FIELDS[kind].filter((field) => format !== "geojson" || !POSITIONS.includes(field));
  const columns: Partial<Record<Field, number>> = {};
  let problem: WireError | null = null;
  for (const field of asked) {
    const given = mapping[field];
    try {
      const found = findColumns(header, [field], given === undefined ? {} : { [field]: given }, file)[field];
      if (found !== undefined && !isTakenByMapping(field, found)) columns[field] = found;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problem ??= toWire(error);
    }
  }
  const isPlaced = columns.location !== undefined || (columns.lon !== undefined && columns.lat !== undefined);
  return {
    columns,
    fields: asked.map((field) => ({
      field,
      isNeeded: NEEDED[kind].includes(field) || (!isPlaced && (field === "lon" || field === "lat")),
      header: columns[field] === undefined ? null : header[columns[field]],
    })),
    problem,
  };

  /** A column that is given to one field by hand is guessed for no other. */
  function isTakenByMapping(field: Field, column: number): boolean {
    return mapping[field] === undefined && Object.values(mapping).some((named) => named === header[column]);
  }
}
