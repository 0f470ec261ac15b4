/** The boundary of an area: one shape, whatever number of polygons it is drawn with. @module */
import { featureCollection, multiPolygon, union } from "@turf/turf";
import type { MultiPolygon } from "geojson";
import { importError } from "../errors.ts";
import { ROW_REASONS } from "../reasons.ts";
import { RowProblem } from "../row-problem.ts";
import type { RawRecord } from "../tables/raw-table.ts";
import { toMultiPolygon } from "./convert.ts";
import { type PolygonOptions, readPolygonTable } from "./read-polygon-table.ts";

/** @throws ImportError where the file or any one of its polygons is wrong: half a boundary is none */
export async function readBoundary(path: string, options: PolygonOptions): Promise<MultiPolygon> {
  const { file, records } = await readPolygonTable(path, options);
  return join(records.map((record) => convert(record, options, file)));
}

function convert({ row, geometry }: RawRecord, { crs }: PolygonOptions, file: string): MultiPolygon {
  try {
    return toMultiPolygon(geometry, crs);
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error;
    const { reason, value, expected } = error;
    const { zh, en } = ROW_REASONS[reason];
    throw importError("boundary_invalid", { file, row, reason, reasonZh: zh, reasonEn: en, value, expected });
  }
}

/** Several features, such as the subdistricts that make up a district, are merged along their common borders. */
function join(shapes: readonly MultiPolygon[]): MultiPolygon {
  if (shapes.length === 1) return shapes[0]!;
  const merged = union(featureCollection(shapes.map(({ coordinates }) => multiPolygon(coordinates))))!.geometry;
  return merged.type === "MultiPolygon" ? merged : { type: "MultiPolygon", coordinates: [merged.coordinates] };
}
