/** A first look at one file: what it is, its first rows, where its points lie and in which system. Nothing is taken or refused here. @module */
import { readFile, rename, stat, writeFile } from "node:fs/promises";
import type { Geometry } from "geojson";
import { cellToLatLng } from "h3-js";
import { outOfRange, parseCrs, toWgs84 } from "../base/crs.ts";
import { DomainError, type WireError } from "../base/errors.ts";
import { type BBox, EMPTY_BBOX, extendBBox, type LonLat } from "../base/lon-lat.ts";
import { loadCatalogue } from "../import/categories.ts";
import { type FoundField, fieldsOf } from "../import/looks/fields-of.ts";
import { fileForm } from "../import/looks/file-form.ts";
import { guessKind, type TableKind } from "../import/looks/guess-kind.ts";
import { rasterExtent } from "../import/looks/raster-extent.ts";
import { areMetres, areSwapped, type Pair, rawPositions, spread } from "../import/looks/raw-positions.ts";
import { alike, type Reading, readingsOf, type Streets } from "../import/looks/readings.ts";
import { readOsm } from "../import/osm/read-osm.ts";
import { cellOfText } from "../import/population/read-cells.ts";
import { windowOf } from "../import/population/window.ts";
import type { RawTable } from "../import/tables/raw-table.ts";
import { readTable } from "../import/tables/read-table.ts";
import { buildNetwork } from "../network/build.ts";
import { edgeLine } from "../network/edge-line.ts";
import { buildSegmentGrid } from "../network/segment-grid.ts";
import { snap } from "../network/snap.ts";
import { readSnapshot, writeSnapshot } from "../network/snapshot.ts";
import type { WalkNetwork } from "../network/walk-network.ts";
import type { StatedFile } from "./files.ts";

export type FileKind = "osm" | TableKind;

export interface LookOrder extends StatedFile {
  /** Null for a guess. */
  readonly kind: FileKind | null;
  /** As stated; null where nothing is yet. */
  readonly crs: string | null;
  readonly mapping: Readonly<Record<string, string>>;
  /** The streets of the area, or an extract that lies beside; null where there are none to hold anything against. */
  readonly streets: { readonly block: Uint8Array } | StatedFile | null;
}

/** Shapes in WGS 84 for a map, thinned out. */
export interface Sketch {
  /** The system that the file was read in; null where none is stated, written or suggested, and nothing can be drawn. */
  readonly crs: string | null;
  readonly points: readonly LonLat[];
  readonly lines: readonly (readonly LonLat[])[];
  readonly rings: readonly (readonly LonLat[])[];
  readonly box: BBox | null;
}

export interface Look {
  readonly kind: FileKind | null;
  readonly guessed: FileKind | null;
  readonly format: "osm" | "raster" | RawTable["format"];
  /** First rows as they stand; null where the file is no table. */
  readonly table: {
    readonly header: readonly string[];
    readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
    readonly total: number;
  } | null;
  readonly fields: readonly FoundField[];
  /** Whether a system must be stated, and what the file itself says. */
  readonly crsNeeded: boolean;
  readonly crsWritten: string | null;
  readonly readings: readonly Reading[];
  readonly suggested: string | null;
  /** Longitudes stand in the column of latitudes. */
  readonly swapped: boolean;
  readonly sketch: Sketch;
  readonly extract: {
    readonly streetsKm: number;
    readonly facilities: number;
    readonly residences: number;
    readonly communities: number;
  } | null;
  readonly raster: { readonly columns: number; readonly rows: number } | null;
  /** What stands in the way of taking it as this kind; the rest is told none the less. */
  readonly problem: WireError | null;
}

const FIRST_ROWS = 20;
/** Cells are shortened for the eye alone. */
const CELL_CHARS = 120;
const MOST_POINTS = 2000;
const MOST_CORNERS = 20_000;
/** How far the nearest street is looked for. */
const SEARCH_MM = 2_000_000;
const NOWHERE: Sketch = { crs: null, points: [], lines: [], rings: [], box: null };
const NO_TABLE = { table: null, fields: [], readings: [], suggested: null, swapped: false, problem: null } as const;

/** @throws DomainError where the file cannot be read at all */
export async function lookAt(order: LookOrder): Promise<Look> {
  const form = await fileForm(order.path, order.file);
  if (form === "osm") return lookAtExtract(order);
  if (form === "raster") return lookAtRaster(order);
  return lookAtTable(order);
}

async function lookAtExtract({ path, file }: LookOrder): Promise<Look> {
  const { network, counts } = await networkOf({ path, file });
  return {
    ...NO_TABLE,
    kind: "osm",
    guessed: "osm",
    format: "osm",
    crsNeeded: false,
    crsWritten: "wgs84",
    sketch: { ...NOWHERE, crs: "wgs84", lines: linesOf(network), box: boxOf(network) },
    extract: counts,
    raster: null,
  };
}

async function lookAtRaster({ path, file, crs }: LookOrder): Promise<Look> {
  const stated = crs === null || crs === "" ? null : parseCrs(crs);
  const extent = await rasterExtent(path, file, stated);
  const { box } = extent;
  return {
    ...NO_TABLE,
    kind: "population",
    guessed: "population",
    format: "raster",
    crsNeeded: false,
    crsWritten: extent.crs,
    sketch: { ...NOWHERE, crs: extent.crs, rings: box === null ? [] : [frameOf(box)], box },
    extract: null,
    raster: { columns: extent.columns, rows: extent.rows },
  };
}

async function lookAtTable(order: LookOrder): Promise<Look> {
  const { path, file, mapping } = order;
  const table = await readTable(path, { file, mapping });
  const guessed = guessKind(table);
  const kind = order.kind === "osm" ? guessed : (order.kind ?? guessed);
  const { columns, fields, problem } =
    kind === null ? { columns: {}, fields: [], problem: null } : fieldsOf(table, kind, mapping);
  const isCells = kind === "population";
  const pairs = isCells ? [] : rawPositions(table, columns, MOST_POINTS);
  const stated = order.crs === null || order.crs.trim() === "" ? null : parsed(order.crs);
  const streets = pairs.length === 0 || order.streets === null ? null : await streetsOf(order.streets);
  const { readings, suggested } = streets ? readingsOf(pairs, streets, stated) : { readings: [], suggested: null };
  const crs = stated?.id ?? suggested ?? (areMetres(pairs) ? null : "wgs84");
  const cells = columns.cell === undefined ? [] : cellCentres(table, columns.cell);
  return {
    kind,
    guessed,
    format: table.format,
    table: {
      header: table.header,
      rows: table.records.slice(0, FIRST_ROWS).map(({ row, cells: words }) => ({
        row,
        cells: words.map((word) => (word.length > CELL_CHARS ? `${word.slice(0, CELL_CHARS)}…` : word)),
      })),
      total: table.records.length + table.refusals.length,
    },
    fields,
    crsNeeded: kind !== null && !isCells,
    crsWritten: isCells ? "wgs84" : writtenCrs(table.crsMember),
    readings,
    suggested,
    swapped: areSwapped(pairs),
    sketch: isCells ? { ...NOWHERE, crs: "wgs84", points: cells, box: boxAround(cells) } : sketchOf(table, pairs, crs),
    extract: null,
    raster: null,
    problem,
  };
}

/** The network of an extract is kept beside it, so that tables dropped with it need not read it again. */
async function networkOf({ path, file }: StatedFile) {
  const kept = `${path}.network`;
  const known = `${path}.counts`;
  const exists = await stat(known).then(
    () => true,
    () => false,
  );
  if (exists) {
    const counts = JSON.parse(await readFile(known, "utf8")) as NonNullable<Look["extract"]>;
    return { network: readSnapshot(await readFile(kept)), counts };
  }
  const { streets, facilities, residences, communities } = await readOsm(path, await loadCatalogue(), { file });
  const network = buildNetwork(streets);
  const counts = {
    streetsKm: network.edgeLengthMm.reduce((sum, mm) => sum + mm, 0) / 1e6,
    facilities: facilities.rows.length,
    residences: residences.rows.length,
    communities: communities.rows.length,
  };
  await whole(kept, writeSnapshot(network));
  await whole(known, JSON.stringify(counts));
  return { network, counts };
}

/** Two looks may write the same at once: each whole, the last one stays. */
async function whole(path: string, content: string | Uint8Array): Promise<void> {
  const part = `${path}.${process.hrtime.bigint()}`;
  await writeFile(part, content);
  await rename(part, path);
}

async function streetsOf(streets: NonNullable<LookOrder["streets"]>): Promise<Streets> {
  const network = "block" in streets ? readSnapshot(streets.block) : (await networkOf(streets)).network;
  const grid = buildSegmentGrid(network);
  return {
    nearest: ([lon, lat]) => {
      const place = snap(network, grid, lon, lat, 0, SEARCH_MM);
      return place && place.offsetMm / 1000;
    },
    box: windowOf(network.shapeLonE7, network.shapeLatE7),
  };
}

function parsed(crs: string) {
  try {
    return parseCrs(crs);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

function writtenCrs(member: string | null): string | null {
  if (member === null) return null;
  const number = /EPSG:(?:.*:)?(\d+)$/i.exec(member)?.[1];
  if (/CRS84$/i.test(member)) return "wgs84";
  return number === undefined ? null : (parsed(number)?.id && alike(parsed(number)?.id ?? "")) || null;
}

function cellCentres(table: RawTable, column: number): LonLat[] {
  return spread(table.records, MOST_POINTS).flatMap(({ cells }) => {
    const cell = cellOfText(cells[column]);
    if (cell === null) return [];
    const [lat, lon] = cellToLatLng(cell);
    return [[lon, lat] as const];
  });
}

function sketchOf(table: RawTable, pairs: readonly Pair[], id: string | null): Sketch {
  if (id === null) return NOWHERE;
  const crs = parseCrs(id);
  const placed = (all: readonly Pair[]): LonLat[] =>
    all.flatMap(([x, y]) => (outOfRange(crs, x, y) === null ? [toWgs84(crs, x, y)] : []));
  const shapes = spread(
    table.records.flatMap(({ geometry }) => (geometry === null ? [] : outerRings(geometry))),
    MOST_POINTS,
  );
  const thin = Math.max(1, Math.ceil(shapes.reduce((sum, ring) => sum + ring.length, 0) / MOST_CORNERS));
  const rings = shapes.map((ring) => placed(ring.filter((_, i) => i % thin === 0 || i === ring.length - 1)));
  const points = shapes.length > 0 ? [] : placed(pairs);
  return { crs: crs.id, points, lines: [], rings, box: boxAround([...points, ...rings.flat()]) };
}

/** Outer rings of what may be polygons; whatever else is found in their place gives none. */
function outerRings(geometry: Geometry): Pair[][] {
  const polygons: unknown[] =
    geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  return polygons.flatMap((polygon) => {
    const outer: unknown = Array.isArray(polygon) ? polygon[0] : null;
    if (!Array.isArray(outer)) return [];
    const isPair = (at: unknown): at is Pair => Array.isArray(at) && Number.isFinite(at[0]) && Number.isFinite(at[1]);
    return [outer.filter(isPair)];
  });
}

function linesOf(network: WalkNetwork): LonLat[][] {
  const step = Math.max(1, Math.ceil(network.shapeMm.length / MOST_CORNERS));
  const edges = Array.from({ length: Math.ceil(network.edgeCount / step) }, (_, i) => i * step);
  return edges.map((edge) => edgeLine(network, edge, 0, network.edgeLengthMm[edge]));
}

function boxOf({ shapeLonE7, shapeLatE7 }: WalkNetwork): BBox {
  let box = EMPTY_BBOX;
  for (let i = 0; i < shapeLonE7.length; i++) box = extendBBox(box, [shapeLonE7[i] / 1e7, shapeLatE7[i] / 1e7]);
  return box;
}

/** A few points far away, such as 0,0, must not shrink the rest to a dot: the middle 98 in 100 are framed. */
function boxAround(points: readonly LonLat[]): BBox | null {
  if (points.length === 0) return null;
  const middle = (values: number[]) => {
    const sorted = values.sort((a, b) => a - b);
    const skip = Math.floor(sorted.length * 0.01);
    return [sorted[skip], sorted[sorted.length - 1 - skip]] as const;
  };
  const [west, east] = middle(points.map(([lon]) => lon));
  const [south, north] = middle(points.map(([, lat]) => lat));
  return [west, south, east, north];
}

function frameOf([west, south, east, north]: BBox): LonLat[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
