/**
 * The nearest place for a square of lattice points at once: the square is halved again and again, and each part keeps
 * only the streets that can be nearest to one of its points (branch and bound on a quadtree). The same places as `snap`
 * finds, to the millimetre and in ties.
 * @module
 */
import { metresPerLat, metresPerLon } from "../../base/metric.ts";
import { MM_PER_M } from "../../base/units.ts";
import { column, row, type SegmentGrid } from "../../network/segment-grid.ts";
import { E7, EdgeFlag, type WalkNetwork } from "../../network/walk-network.ts";

/** Shape [points] each; `edge` −1 where no street is near enough. */
export interface Places {
  readonly edge: Int32Array;
  readonly mm: Int32Array;
  readonly offsetMm: Int32Array;
}

export function emptyPlaces(count: number): Places {
  return { edge: new Int32Array(count).fill(-1), mm: new Int32Array(count), offsetMm: new Int32Array(count) };
}

export interface PaintedStreets {
  readonly network: WalkNetwork;
  readonly grid: SegmentGrid;
  /** Flags of edges that are left out. */
  readonly closed: number;
  /** Inclusive. */
  readonly maxOffsetMm: number;
}

/** A square of points: longitudes of its columns, latitudes of its rows (rising in equal steps; side a power of two). */
export interface Square {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/** Added to every bound: more than the plane of one latitude is off within a square. */
const SLACK_M = 2;
/** Parts of so few points a side are not halved again. */
const LEAF = 2;

/**
 * Writes the nearest place of every point.
 *
 * @param wanted shape [side²], 1 for the points to be joined; the others of `out` are left as they are
 */
export function paintNearest(
  streets: PaintedStreets,
  square: Square,
  wanted: Uint8Array,
  out: Places,
  lists: PaintMemory,
): void {
  const side = square.lon.length;
  const painter: Painter = {
    ...streets,
    side,
    lon: square.lon,
    lat: square.lat,
    lonM: square.lat.map(metresPerLon),
    latM: square.lat.map(metresPerLat),
    wanted,
    out,
    lists,
  };
  divide(painter, 0, 0, side, 0, gather(painter));
}

interface Painter extends PaintedStreets {
  readonly side: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Metres a degree on the row. */
  readonly lonM: Float64Array;
  readonly latM: Float64Array;
  readonly wanted: Uint8Array;
  readonly out: Places;
  readonly lists: PaintMemory;
}

/** Working memory, kept from one square to the next. */
export interface PaintMemory {
  /** A stack of lists of streets, each part's after that of the part around it. Numbers in `rough` and `exact`. */
  segments: Int32Array;
  /** Square of the distance last measured, by place in `segments`. */
  squares: Float64Array;
  /** Five numbers a segment: its start and its run, metres from the square's corner, and the reciprocal of the run's square (0 where it has no length). */
  rough: Float64Array;
  /** Seven numbers a segment: both ends and the run in degrees, for measuring as `snap` does, and its rank. */
  exact: Float64Array;
}
const ROUGH = 5;
const EXACT = 7;

export function createPaintMemory(): PaintMemory {
  return {
    segments: new Int32Array(4096),
    squares: new Float64Array(4096),
    rough: new Float64Array(ROUGH * 1024),
    exact: new Float64Array(EXACT * 1024),
  };
}

/** Puts down all segments that can be near enough to a point of the square; gives their number. */
function gather({ network, grid, closed, maxOffsetMm, lists, side, lon, lat, lonM, latM }: Painter): number {
  const { shapeLonE7, shapeLatE7, shapeMm, edgeFlags } = network;
  const reachM = maxOffsetMm / MM_PER_M + SLACK_M;
  // Degrees of longitude are shortest on one of the outer rows.
  const reachLon = reachM / Math.min(lonM[0], lonM[side - 1]);
  const reachLat = reachM / Math.min(latM[0], latM[side - 1]);
  const cx0 = Math.max(0, column(grid, lon[0] - reachLon));
  const cx1 = column(grid, lon[side - 1] + reachLon);
  const cy0 = Math.max(0, row(grid, lat[0] - reachLat));
  const cy1 = row(grid, lat[side - 1] + reachLat);
  let count = 0;
  for (let cy = cy0; cy <= cy1; cy++) {
    for (let cx = cx0; cx <= cx1; cx++) {
      const cell = cy * grid.columns + cx;
      for (let i = grid.start[cell]; i < grid.start[cell + 1]; i++) {
        const s = grid.segment[i];
        const edge = grid.edgeOf[s];
        if ((edgeFlags[edge] & closed) !== 0) continue;
        // A segment stands in several cells and is taken from the first of them only.
        const west = Math.min(shapeLonE7[s], shapeLonE7[s + 1]) / E7;
        const south = Math.min(shapeLatE7[s], shapeLatE7[s + 1]) / E7;
        if (Math.max(cx0, column(grid, west)) !== cx || Math.max(cy0, row(grid, south)) !== cy) continue;
        makeRoom(lists, count + 1);
        makeSegmentRoom(lists, count + 1);
        const { rough, exact, segments } = lists;
        const runLon = (shapeLonE7[s + 1] - shapeLonE7[s]) / E7;
        const runLat = (shapeLatE7[s + 1] - shapeLatE7[s]) / E7;
        const dx = runLon * lonM[0];
        const dy = runLat * latM[0];
        const r = count * ROUGH;
        rough[r] = (shapeLonE7[s] / E7 - lon[0]) * lonM[0];
        rough[r + 1] = (shapeLatE7[s] / E7 - lat[0]) * latM[0];
        rough[r + 2] = dx;
        rough[r + 3] = dy;
        rough[r + 4] = dx === 0 && dy === 0 ? 0 : 1 / (dx * dx + dy * dy);
        const e = count * EXACT;
        exact[e] = shapeLonE7[s] / E7;
        exact[e + 1] = shapeLatE7[s] / E7;
        exact[e + 2] = shapeLonE7[s + 1] / E7;
        exact[e + 3] = shapeLatE7[s + 1] / E7;
        exact[e + 4] = runLon;
        exact[e + 5] = runLat;
        // Tells equally near places apart: segments of private edges before public ones, then by number.
        exact[e + 6] = (edgeFlags[edge] & EdgeFlag.PRIVATE) !== 0 ? s : s + shapeMm.length;
        segments[count] = count;
        count++;
      }
    }
  }
  return count;
}

/** @param from the part's streets are `from … end − 1` of the lists */
function divide(painter: Painter, x: number, y: number, side: number, from: number, end: number): void {
  if (from === end || !isWanted(painter, x, y, side)) return;
  if (side <= LEAF) {
    for (let py = y; py < y + side; py++) {
      for (let px = x; px < x + side; px++)
        if (painter.wanted[py * painter.side + px] === 1) join(painter, px, py, from, end);
    }
    return;
  }
  const half = side / 2;
  for (const [px, py] of [
    [x, y],
    [x + half, y],
    [x, y + half],
    [x + half, y + half],
  ]) {
    const kept = keepNear(painter, px, py, half, from, end);
    divide(painter, px, py, half, end, kept);
  }
}

function isWanted({ wanted, side: across }: Painter, x: number, y: number, side: number): boolean {
  for (let py = y; py < y + side; py++)
    for (let px = x; px < x + side; px++) if (wanted[py * across + px] === 1) return true;
  return false;
}

/**
 * Puts the streets that can be nearest to a point of a part behind `end`; gives where they stop. With the middle at
 * distance d from its nearest street and the part's points within r of the middle, a point's nearest street is within
 * d + r of the point and d + 2 r of the middle.
 */
function keepNear(painter: Painter, x: number, y: number, side: number, from: number, end: number): number {
  const { lists, lon, lat, lonM, latM, maxOffsetMm } = painter;
  const { rough } = lists;
  makeRoom(lists, end + (end - from));
  const { segments, squares } = lists;
  const midX = ((lon[x] + lon[x + side - 1]) / 2 - lon[0]) * lonM[0];
  const midY = ((lat[y] + lat[y + side - 1]) / 2 - lat[0]) * latM[0];
  let least = Infinity;
  for (let i = from; i < end; i++) {
    const at = segments[i] * ROUGH;
    const ax = rough[at] - midX;
    const ay = rough[at + 1] - midY;
    const dx = rough[at + 2];
    const dy = rough[at + 3];
    const t = Math.min(1, Math.max(0, -(ax * dx + ay * dy) * rough[at + 4]));
    const px = ax + t * dx;
    const py = ay + t * dy;
    const found = px * px + py * py;
    squares[i] = found;
    if (found < least) least = found;
  }
  const halfX = ((lon[x + side - 1] - lon[x]) / 2) * Math.max(lonM[0], lonM[painter.side - 1]);
  const halfY = ((lat[y + side - 1] - lat[y]) / 2) * Math.max(latM[0], latM[painter.side - 1]);
  const r = Math.sqrt(halfX * halfX + halfY * halfY) + SLACK_M;
  const bound = r + Math.min(maxOffsetMm / MM_PER_M, Math.sqrt(least) + r);
  let count = end;
  for (let i = from; i < end; i++) if (squares[i] <= bound * bound) segments[count++] = segments[i];
  return count;
}

function makeRoom(lists: PaintMemory, count: number): void {
  if (count <= lists.segments.length) return;
  const { segments, squares } = lists;
  lists.segments = new Int32Array(2 * count);
  lists.segments.set(segments);
  lists.squares = new Float64Array(2 * count);
  lists.squares.set(squares);
}

function makeSegmentRoom(lists: PaintMemory, count: number): void {
  if (count * ROUGH <= lists.rough.length) return;
  const { rough, exact } = lists;
  lists.rough = new Float64Array(2 * count * ROUGH);
  lists.rough.set(rough);
  lists.exact = new Float64Array(2 * count * EXACT);
  lists.exact.set(exact);
}

/** The arithmetic and the order among equals are those of `snap`, operation by operation, so that both agree to the last bit. */
function join(painter: Painter, x: number, y: number, from: number, end: number): void {
  const { maxOffsetMm, lists, side, lon, lat, lonM, latM } = painter;
  const { segments, exact } = lists;
  const pointLon = lon[x];
  const pointLat = lat[y];
  const rowLonM = lonM[y];
  const rowLatM = latM[y];
  let offsetMm = maxOffsetMm;
  let leastM = square((maxOffsetMm + 1) / MM_PER_M);
  let rank = Infinity;
  let share = 0;
  for (let i = from; i < end; i++) {
    const at = segments[i] * EXACT;
    const ax = (exact[at] - pointLon) * rowLonM;
    const ay = (exact[at + 1] - pointLat) * rowLatM;
    const dx = exact[at + 4] * rowLonM;
    const dy = exact[at + 5] * rowLatM;
    const lengthSquare = dx * dx + dy * dy;
    const t = lengthSquare === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / lengthSquare));
    const px = t < 1 ? ax + t * dx : (exact[at + 2] - pointLon) * rowLonM;
    const py = t < 1 ? ay + t * dy : (exact[at + 3] - pointLat) * rowLatM;
    const foundM = px * px + py * py;
    if (foundM > leastM) continue;
    const mm = Math.round(Math.sqrt(foundM) * MM_PER_M);
    const own = exact[at + 6];
    if (mm > offsetMm || (mm === offsetMm && own >= rank)) continue;
    offsetMm = mm;
    leastM = square((mm + 1) / MM_PER_M);
    rank = own;
    share = t;
  }
  if (rank !== Infinity) settle(painter, y * side + x, rank, share, offsetMm);
}

function settle({ network, grid, out }: Painter, point: number, rank: number, share: number, offsetMm: number): void {
  const { shapeMm } = network;
  const s = rank % shapeMm.length;
  out.edge[point] = grid.edgeOf[s];
  out.mm[point] = shapeMm[s] + Math.round(share * (shapeMm[s + 1] - shapeMm[s]));
  out.offsetMm[point] = offsetMm;
}

function square(value: number): number {
  return value * value;
}
