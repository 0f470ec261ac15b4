/** Coordinates of a polygon in a GeoJSON, checked to be closed rings of pairs that the stated system allows. @module */
import type { Geometry } from "geojson";
import type { Crs } from "../../base/crs.ts";
import { signedArea } from "../osm/polygon.ts";
import { checkPair } from "../place.ts";
import { RowProblem } from "../row-problem.ts";

/** A pair as the file writes it. */
export type XY = readonly [x: number, y: number];
/** First and last pair are the same. */
export type Ring = readonly XY[];
/** The outer ring, then the holes. */
export type Rings = readonly Ring[];

const NAMES = { x: "x", y: "y" };
/** Three corners and the first again (RFC 7946, 3.1.6). */
const MIN_POSITIONS = 4;

/** @throws RowProblem where the geometry is no polygon or its rings are not in order; crossings are looked for elsewhere */
export function readPolygons(geometry: Geometry | null, crs: Crs): readonly Rings[] {
  if (geometry === null) throw new RowProblem("position_missing", "geometry", null, "Polygon, MultiPolygon");
  if (geometry.type === "Polygon") return [readRings(geometry.coordinates, crs)];
  if (geometry.type === "MultiPolygon") {
    const polygons = listOf(geometry.coordinates).map((rings) => readRings(rings, crs));
    if (polygons.length > 0) return polygons;
    throw new RowProblem("ring_short", "geometry", "0", `≥ ${MIN_POSITIONS}`);
  }
  throw new RowProblem("geometry_kind", "geometry", String(geometry.type), "Polygon, MultiPolygon");
}

/** @throws RowProblem `position_unreadable` and those of a pair out of range */
export function readPair(position: unknown, crs: Crs): XY {
  if (!Array.isArray(position) || !Number.isFinite(position[0]) || !Number.isFinite(position[1])) {
    throw new RowProblem("position_unreadable", "geometry", JSON.stringify(position) ?? null, "[x, y]");
  }
  const [x, y] = position as [number, number];
  checkPair(crs, x, y, NAMES);
  return [x, y];
}

/** The polygon with the largest outer ring; null where none has an area. */
export function largestOf(polygons: readonly Rings[]): Rings | null {
  let best: Rings | null = null;
  let largest = 0;
  for (const polygon of polygons) {
    const area = Math.abs(signedArea(polygon[0]!));
    if (area > largest) {
      largest = area;
      best = polygon;
    }
  }
  return best;
}

export function showPair([x, y]: XY): string {
  return `${x}, ${y}`;
}

function readRings(rings: unknown, crs: Crs): Rings {
  const read = listOf(rings).map((ring) => readRing(ring, crs));
  if (read.length === 0) throw new RowProblem("ring_short", "geometry", "0", `≥ ${MIN_POSITIONS}`);
  return read;
}

function readRing(ring: unknown, crs: Crs): Ring {
  const pairs = listOf(ring).map((position) => readPair(position, crs));
  if (pairs.length < MIN_POSITIONS) {
    throw new RowProblem("ring_short", "geometry", String(pairs.length), `≥ ${MIN_POSITIONS}`);
  }
  const first = pairs[0]!;
  const last = pairs.at(-1)!;
  if (first[0] !== last[0] || first[1] !== last[1]) {
    throw new RowProblem("ring_open", "geometry", showPair(last), showPair(first));
  }
  return pairs;
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new RowProblem("position_unreadable", "geometry", JSON.stringify(value) ?? null, "[…]");
}
