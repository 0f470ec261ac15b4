/** A grid of about 64 m over all street segments: the first filter of snapping. @module */
import { metresPerLat, metresPerLon } from "../base/metric.ts";
import { E7, type WalkNetwork } from "./walk-network.ts";

/** Side of a cell; larger where the extent is so wide that the grid would outgrow the streets. */
const CELL_M = 64;
const MAX_CELLS_PER_SEGMENT = 16;
const MIN_CELLS = 1 << 16;

export interface SegmentGrid {
  /** South-west corner and cell size, degrees. */
  readonly west: number;
  readonly south: number;
  readonly cellLon: number;
  readonly cellLat: number;
  readonly columns: number;
  readonly rows: number;
  /** Shape [columns × rows + 1], row by row from the south-west. */
  readonly start: Uint32Array;
  /** Shape point at which the segment starts. A segment stands in every cell that its box touches. */
  readonly segment: Uint32Array;
  /** Shape [shape points]. Edge of every shape point. */
  readonly edgeOf: Uint32Array;
}

export function buildSegmentGrid(network: WalkNetwork): SegmentGrid {
  const frame = frameOf(network);
  const { shapeStart, edgeCount } = network;
  const edgeOf = sharedColumn(network.shapeMm.length);
  for (let e = 0; e < edgeCount; e++) for (let i = shapeStart[e]; i < shapeStart[e + 1]; i++) edgeOf[i] = e;
  const cells = cellsOf(network, frame);
  const start = sharedColumn(frame.columns * frame.rows + 1);
  putSegments(network, frame, cells, start.subarray(1), null);
  for (let c = 0; c + 1 < start.length; c++) start[c + 1] += start[c];
  const segment = sharedColumn(start[start.length - 1]);
  putSegments(network, frame, cells, start.slice(), segment);
  return { ...frame, start, segment, edgeOf };
}

/** Column and row of every shape point. */
interface Cells {
  readonly x: Int32Array;
  readonly y: Int32Array;
}

function cellsOf({ shapeLonE7, shapeLatE7 }: WalkNetwork, frame: Frame): Cells {
  const x = new Int32Array(shapeLonE7.length);
  const y = new Int32Array(shapeLatE7.length);
  for (let i = 0; i < x.length; i++) {
    x[i] = column(frame, shapeLonE7[i] / E7);
    y[i] = row(frame, shapeLatE7[i] / E7);
  }
  return { x, y };
}

/**
 * Goes through the cells of every segment, raising a counter of the cell each time.
 *
 * @param counter shape [columns × rows]
 * @param segment where given, the segment is written to where the counter of its cell stood
 */
function putSegments(
  { shapeStart, edgeCount, edgeFlags }: WalkNetwork,
  { columns }: Frame,
  { x, y }: Cells,
  counter: Uint32Array,
  segment: Uint32Array | null,
): void {
  for (let e = 0; e < edgeCount; e++) {
    // Closed to everybody.
    if (edgeFlags[e] === 0) continue;
    for (let s = shapeStart[e]; s + 1 < shapeStart[e + 1]; s++) {
      const east = Math.max(x[s], x[s + 1]);
      const north = Math.max(y[s], y[s + 1]);
      for (let cy = Math.min(y[s], y[s + 1]); cy <= north; cy++) {
        for (let cx = Math.min(x[s], x[s + 1]); cx <= east; cx++) {
          const at = counter[cy * columns + cx]++;
          if (segment !== null) segment[at] = s;
        }
      }
    }
  }
}

/** In shared memory, so that all workers see the one grid. */
export function sharedColumn(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(4 * length));
}

export type Frame = Pick<SegmentGrid, "west" | "south" | "cellLon" | "cellLat" | "columns" | "rows">;

function frameOf({ shapeLonE7, shapeLatE7 }: WalkNetwork): Frame {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < shapeLonE7.length; i++) {
    west = Math.min(west, shapeLonE7[i]);
    east = Math.max(east, shapeLonE7[i]);
    south = Math.min(south, shapeLatE7[i]);
    north = Math.max(north, shapeLatE7[i]);
  }
  const midLat = (south + north) / 2 / E7;
  // At the poles a degree of longitude has no length; there the grid degenerates to one column.
  const lonM = Math.max(metresPerLon(midLat), 1);
  const latM = metresPerLat(midLat);
  const widthM = ((east - west) / E7) * lonM;
  const heightM = ((north - south) / E7) * latM;
  const mostCells = Math.max(MIN_CELLS, MAX_CELLS_PER_SEGMENT * shapeLonE7.length);
  const sideM = Math.max(CELL_M, Math.sqrt((widthM * heightM) / mostCells), widthM / mostCells, heightM / mostCells);
  return {
    west: west / E7,
    south: south / E7,
    cellLon: sideM / lonM,
    cellLat: sideM / latM,
    columns: Math.floor(widthM / sideM) + 1,
    rows: Math.floor(heightM / sideM) + 1,
  };
}

/** Column of a longitude inside the frame; rounding at its east edge is caught. */
export function column(frame: Frame, lon: number): number {
  return Math.min(frame.columns - 1, Math.floor((lon - frame.west) / frame.cellLon));
}

export function row(frame: Frame, lat: number): number {
  return Math.min(frame.rows - 1, Math.floor((lat - frame.south) / frame.cellLat));
}
