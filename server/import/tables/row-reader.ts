/** One record of a table, asked for by field instead of by column. @module */
import type { Geometry } from "geojson";
import type { Crs } from "../../base/crs.ts";
import { largestOf, readPair, readPolygons } from "../boundaries/rings.ts";
import { interiorPoint } from "../osm/polygon.ts";
import { type Placed, place } from "../place.ts";
import { RowProblem } from "../row-problem.ts";
import type { Field } from "./column-aliases.ts";
import type { Columns } from "./find-columns.ts";
import { parseCoordinate, parseLocation, parseText } from "./parse-cells.ts";
import type { RawRecord, RawTable } from "./raw-table.ts";

export class RowReader {
  private readonly table: RawTable;
  private readonly columns: Columns<Field>;
  private readonly record: RawRecord;

  constructor(table: RawTable, columns: Columns<Field>, record: RawRecord) {
    this.table = table;
    this.columns = columns;
    this.record = record;
  }

  /** Line of the record in its table, header included, from 1. */
  get number(): number {
    return this.record.row;
  }

  /** The cell as it stands, "" where the table has no such column. */
  cell(field: Field): string {
    const column = this.columns[field];
    return column === undefined ? "" : this.record.cells[column]!;
  }

  /** What the file calls the field. */
  header(field: Field): string {
    const column = this.columns[field];
    return column === undefined ? field : this.table.header[column]!;
  }

  text(field: Field): string | null {
    return parseText(this.cell(field), this.header(field));
  }

  /** The id that the file gives, else `row/17`. */
  ref(): string {
    return this.text("ref") ?? `row/${this.record.row}`;
  }

  geometry(): Geometry | null {
    return this.record.geometry;
  }

  /** By the geometry of a GeoJSON, else by two columns, else by one that holds both. */
  placed(crs: Crs): Placed {
    if (this.table.format === "geojson") return this.placedByGeometry(crs);
    if (this.columns.lon !== undefined && this.columns.lat !== undefined) {
      const names = { x: this.header("lon"), y: this.header("lat") };
      return place(crs, parseCoordinate(this.cell("lon"), names.x), parseCoordinate(this.cell("lat"), names.y), names);
    }
    const name = this.header("location");
    const [x, y] = parseLocation(this.cell("location"), name);
    return place(crs, x, y, { x: name, y: name });
  }

  private placedByGeometry(crs: Crs): Placed {
    const { geometry } = this.record;
    const expected = "Point, Polygon, MultiPolygon";
    const names = { x: "x", y: "y" };
    if (geometry === null) throw new RowProblem("position_missing", "geometry", null, expected);
    if (geometry.type === "Point") return place(crs, ...readPair(geometry.coordinates, crs), names);
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") {
      throw new RowProblem("geometry_kind", "geometry", String(geometry.type), expected);
    }
    const polygon = largestOf(readPolygons(geometry, crs));
    if (polygon === null) throw new RowProblem("area_degenerate", "geometry", "0", "> 0");
    return place(crs, ...interiorPoint(polygon), names);
  }
}
