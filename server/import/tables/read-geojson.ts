/** A GeoJSON FeatureCollection as a table: properties are columns, features are rows. @module */
import type { Geometry } from "geojson";
import { importError } from "../errors.ts";
import type { RawRecord, RawTable } from "./raw-table.ts";

interface LooseFeature {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly properties?: unknown;
  readonly geometry?: unknown;
}

/** Column for the `id` that stands beside the properties of a feature. */
const ID_COLUMN = "id";
const EXPECTED = "FeatureCollection";

/** Checks only what it takes to cut rows and cells; geometries are checked where they are used. */
export function readGeoJson(text: string, file: string): RawTable {
  const root = parse(text, file);
  const features = featuresOf(root, file);
  const rows = features.map((feature) => cellsOf(feature));
  const header = [...new Set(rows.flatMap((cells) => [...cells.keys()]))];
  const records: RawRecord[] = features.map((feature, index) => ({
    row: index + 1,
    cells: header.map((column) => rows[index]!.get(column) ?? ""),
    geometry: isObject(feature.geometry) ? (feature.geometry as unknown as Geometry) : null,
  }));
  return { file, format: "geojson", header, records, refusals: [], crsMember: crsMember(root) };
}

function parse(text: string, file: string): Record<string, unknown> {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    throw importError("json_malformed", { file, value: error instanceof Error ? error.message : String(error) });
  }
  if (isObject(root)) return root;
  throw importError("geojson_unexpected", {
    file,
    value: Array.isArray(root) ? "[…]" : typeof root,
    expected: EXPECTED,
  });
}

function featuresOf(root: Record<string, unknown>, file: string): LooseFeature[] {
  if (root.type === "Feature") return [root];
  if (root.type === "Polygon" || root.type === "MultiPolygon") return [{ type: "Feature", geometry: root }];
  if (root.type !== "FeatureCollection" || !Array.isArray(root.features)) {
    throw importError("geojson_unexpected", {
      file,
      value: `type: ${JSON.stringify(root.type) ?? "—"}`,
      expected: EXPECTED,
    });
  }
  if (root.features.length === 0) throw importError("file_empty", { file, expected: "features ≥ 1" });
  return root.features.map((feature: unknown) => (isObject(feature) ? feature : {}));
}

function cellsOf(feature: LooseFeature): Map<string, string> {
  const cells = new Map<string, string>();
  if (isObject(feature.properties)) {
    for (const [key, value] of Object.entries(feature.properties)) cells.set(key.trim(), cellText(value));
  }
  const idMissing = (cells.get(ID_COLUMN) ?? "") === "";
  if (idMissing && feature.id !== undefined) cells.set(ID_COLUMN, cellText(feature.id));
  return cells;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value).trim();
}

/** `{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4547"}}` → that name. */
function crsMember(root: Record<string, unknown>): string | null {
  const { crs } = root;
  if (crs === undefined || crs === null) return null;
  const properties = isObject(crs) && isObject(crs.properties) ? crs.properties : {};
  return String(properties.name ?? properties.code ?? JSON.stringify(crs));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
