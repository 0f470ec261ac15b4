/** A point joined to the nearest place on a street that its walk may use. @module */
import { metresPerLat, metresPerLon } from "../base/metric.ts";
import { MAX_OFFSET_MM, MM_PER_M } from "../base/units.ts";
import type { SegmentGrid } from "./segment-grid.ts";
import { E7, EdgeFlag, type WalkNetwork } from "./walk-network.ts";

/** A point's place on an edge, as far as walking goes. */
export interface Spot {
  readonly edge: number;
  /** From the start of the edge, 0 … its length. */
  readonly mm: number;
  /** Straight walk between the point and the place, 0 … {@link MAX_OFFSET_MM}. */
  readonly offsetMm: number;
}

/** A spot and where it lies. */
export interface Place extends Spot {
  readonly lon: number;
  readonly lat: number;
}

/**
 * Nearest place by straight distance, in whole millimetres, on an edge without any of the `closed` flags, or null where
 * none is within 200 m. Of places equally near, a private one comes first (whoever stands at a gate may be
 * inside), then the lower edge, then the earlier place on it.
 *
 * Measured in the plane that touches the globe at the point: exact to the millimetre over 200 m, except within some
 * kilometres of a pole. Positions that are no numbers have no place.
 *
 * @param maxOffsetMm inclusive
 */
export function snap(
  network: WalkNetwork,
  grid: SegmentGrid,
  lon: number,
  lat: number,
  closed: number,
  maxOffsetMm = MAX_OFFSET_MM,
): Place | null {
  const lonM = metresPerLon(lat);
  const latM = metresPerLat(lat);
  const best: Best = {
    offsetMm: maxOffsetMm,
    squareM: square((maxOffsetMm + 1) / MM_PER_M),
    segment: -1,
    t: 0,
    rank: Infinity,
  };
  const pointLon = beside(grid, lon);
  const x = Math.floor((pointLon - grid.west) / grid.cellLon);
  const y = Math.floor((lat - grid.south) / grid.cellLat);
  if (!Number.isFinite(x) || !Number.isFinite(y) || beyondLat(grid, lat) * latM > maxOffsetMm / MM_PER_M) return null;
  const cellLonM = grid.cellLon * lonM;
  const cellLatM = grid.cellLat * latM;
  const eastM = ((pointLon - grid.west) / grid.cellLon - x) * cellLonM;
  const northM = ((lat - grid.south) / grid.cellLat - y) * cellLatM;
  const insideM = Math.min(eastM, cellLonM - eastM, northM, cellLatM - northM);
  const sideM = Math.min(cellLonM, cellLatM);
  // A ring wider than this has the whole grid inside it: at the poles, where columns have no width, it ends the search.
  const lastRing = Math.max(x, grid.columns - 1 - x, y, grid.rows - 1 - y);
  for (let ring = 0; ring <= lastRing; ring++) {
    // Whatever lies outside the rings already searched is at least this far.
    if (ring > 0 && square(Math.max(0, insideM + (ring - 1) * sideM)) > best.squareM) break;
    searchRing(network, grid, x, y, ring, pointLon, lat, lonM, latM, closed, best);
  }
  return best.segment < 0 ? null : placeOf(network, grid, best);
}

/** The longitude, or the same one a turn away, that lies nearest to the streets: they may lie on both sides of 180°. */
function beside({ west, columns, cellLon }: SegmentGrid, lon: number): number {
  const middle = west + (columns * cellLon) / 2;
  return lon - middle > 180 ? lon - 360 : middle - lon > 180 ? lon + 360 : lon;
}

/** Degrees by which a latitude lies south or north of every street. */
function beyondLat({ south, rows, cellLat }: SegmentGrid, lat: number): number {
  return Math.max(0, south - lat, lat - (south + rows * cellLat));
}

interface Best {
  offsetMm: number;
  /** Nothing farther than this can tie: the square of `offsetMm` and one millimetre. */
  squareM: number;
  segment: number;
  t: number;
  /** Tells equally near places apart: segments of private edges before public ones, then by number. */
  rank: number;
}

function searchRing(
  network: WalkNetwork,
  grid: SegmentGrid,
  x: number,
  y: number,
  ring: number,
  lon: number,
  lat: number,
  lonM: number,
  latM: number,
  closed: number,
  best: Best,
): void {
  const west = Math.max(0, x - ring);
  const east = Math.min(grid.columns - 1, x + ring);
  for (let cy = Math.max(0, y - ring); cy <= Math.min(grid.rows - 1, y + ring); cy++) {
    const isEdgeRow = cy === y - ring || cy === y + ring;
    const step = isEdgeRow || ring === 0 ? 1 : 2 * ring;
    for (let cx = isEdgeRow ? west : x - ring; cx <= east; cx += step) {
      if (cx < west) continue;
      const cell = cy * grid.columns + cx;
      for (let i = grid.start[cell]; i < grid.start[cell + 1]; i++) {
        tryOne(network, grid, grid.segment[i], lon, lat, lonM, latM, closed, best);
      }
    }
  }
}

function tryOne(
  network: WalkNetwork,
  grid: SegmentGrid,
  s: number,
  lon: number,
  lat: number,
  lonM: number,
  latM: number,
  closed: number,
  best: Best,
): void {
  const edge = grid.edgeOf[s];
  const flags = network.edgeFlags[edge];
  if ((flags & closed) !== 0) return;
  const { shapeLonE7, shapeLatE7 } = network;
  const ax = (shapeLonE7[s] / E7 - lon) * lonM;
  const ay = (shapeLatE7[s] / E7 - lat) * latM;
  const dx = ((shapeLonE7[s + 1] - shapeLonE7[s]) / E7) * lonM;
  const dy = ((shapeLatE7[s + 1] - shapeLatE7[s]) / E7) * latM;
  const lengthSquare = dx * dx + dy * dy;
  const t = lengthSquare === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / lengthSquare));
  // The end is measured from its own coordinates, so that pieces which share it are equally near to the last bit.
  const px = t < 1 ? ax + t * dx : (shapeLonE7[s + 1] / E7 - lon) * lonM;
  const py = t < 1 ? ay + t * dy : (shapeLatE7[s + 1] / E7 - lat) * latM;
  const squareM = square(px) + square(py);
  if (squareM > best.squareM) return;
  const offsetMm = Math.round(Math.sqrt(squareM) * MM_PER_M);
  const rank = (flags & EdgeFlag.PRIVATE) !== 0 ? s : s + network.shapeMm.length;
  if (offsetMm > best.offsetMm || (offsetMm === best.offsetMm && rank >= best.rank)) return;
  best.offsetMm = offsetMm;
  best.squareM = square((offsetMm + 1) / MM_PER_M);
  best.segment = s;
  best.t = t;
  best.rank = rank;
}

function placeOf(network: WalkNetwork, grid: SegmentGrid, { offsetMm, segment: s, t }: Best): Place {
  const { shapeLonE7, shapeLatE7, shapeMm } = network;
  return {
    edge: grid.edgeOf[s],
    mm: shapeMm[s] + Math.round(t * (shapeMm[s + 1] - shapeMm[s])),
    offsetMm,
    lon: (shapeLonE7[s] + t * (shapeLonE7[s + 1] - shapeLonE7[s])) / E7,
    lat: (shapeLatE7[s] + t * (shapeLatE7[s + 1] - shapeLatE7[s])) / E7,
  };
}

function square(value: number): number {
  return value * value;
}
