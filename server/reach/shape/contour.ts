/** The line at which a field crosses a limit, as closed rings (marching squares on the lattice). @module */
import type { Position } from "geojson";
import { BLOCK, BLOCK_SHIFT } from "./block.ts";
import { crossingShare } from "./crossing.ts";
import type { Field } from "./field.ts";
import { type FieldMemory, grown } from "./field-memory.ts";

/** Lines keep this far from lattice points and from each other, as a share of a step (4.5 cm): rings never touch. */
const CLEARANCE = 0.003;

/**
 * Rings with the reached side on the left: outer ones run counter-clockwise, holes clockwise. None touches itself or
 * another.
 */
export interface Contour {
  readonly limitMm: number;
  /** Closed: the first position is repeated at the end. Degrees with 7 decimals. */
  readonly rings: readonly Position[][];
  /** Shape [rings]. Area in squares of the lattice, negative for holes. */
  readonly area: readonly number[];
  /** Shape [rings]. The southernmost of the eastward lattice edges that the ring crosses, and of those the westernmost. */
  readonly first: readonly number[];
  /** Ring of every crossed lattice edge; others hold anything. */
  readonly ringOf: Int32Array;
}

/**
 * A crossed lattice edge has the number 2 × point for the one running east from the point, 2 × point + 1 for north.
 * Every crossed edge is entered by one cell and left by the other, hence has one successor. Where two reached corners of
 * a cell face each other across it they are kept apart.
 *
 * @param line 0 … lines − 1: which of several lines that must not touch this is, from the smallest limit
 */
export function traceContour(field: Field, limitMm: number, ringOf: Int32Array, line = 0, lines = 1): Contour {
  const crossedCount = linkCells(field, limitMm);
  const { next, crossed } = field.lattice.memory;
  const contour = { limitMm, rings: [] as Position[][], area: [] as number[], first: [] as number[], ringOf };
  for (let i = 0; i < crossedCount; i++)
    if (next[crossed[i]] >= 0) followRing(field, crossed[i], limitMm, line, lines, contour);
  return contour;
}

interface Growing extends Contour {
  readonly rings: Position[][];
  readonly area: number[];
  readonly first: number[];
}

function followRing(field: Field, from: number, limitMm: number, line: number, lines: number, contour: Growing): void {
  const { mm, shift, x0, y0, lattice } = field;
  const { west, south, lonStep, latStep, memory } = lattice;
  const { next } = memory;
  const mask = (1 << shift) - 1;
  const number = contour.rings.length;
  const ring: Position[] = [];
  let first = Infinity;
  let twiceArea = 0;
  let startX = 0;
  let startY = 0;
  let beforeX = 0;
  let beforeY = 0;
  for (let at = from; next[at] >= 0; ) {
    const isNorth = (at & 1) === 1;
    const point = at >> 1;
    // Lines further out keep further off the point within the limit, so that equal shares stay apart.
    const inset = CLEARANCE * (mm[point] <= limitMm ? line + 1 : lines - line);
    const share = inset + crossingShare(field, at, limitMm) * (1 - CLEARANCE * (lines + 1));
    const x = (point & mask) + (isNorth ? 0 : share);
    const y = (point >> shift) + (isNorth ? share : 0);
    if (ring.length === 0) {
      startX = x;
      startY = y;
    } else twiceArea += beforeX * y - x * beforeY;
    ring.push([round7(west + (x0 + x) * lonStep), round7(south + (y0 + y) * latStep)]);
    contour.ringOf[at] = number;
    if (!isNorth && at < first) first = at;
    beforeX = x;
    beforeY = y;
    const following = next[at];
    next[at] = -1;
    at = following;
  }
  ring.push([ring[0][0], ring[0][1]]);
  contour.rings.push(ring);
  contour.area.push((twiceArea + beforeX * startY - startX * beforeY) / 2);
  contour.first.push(first);
}

function round7(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

/** Writes the successor of every crossed lattice edge; gives their number. */
function linkCells(field: Field, limitMm: number): number {
  const { lattice, shift, blocksAcross, south, north } = field;
  const { memory } = lattice;
  const { within } = memory;
  markWithin(field, limitMm);
  let count = 0;
  for (let y = south; y < north; y++) {
    for (let word = 0; word < blocksAcross; word++) {
      const at = y * blocksAcross + word;
      const above = at + blocksAcross;
      const isLast = word + 1 === blocksAcross;
      const sw = within[at];
      const nw = within[above];
      const se = (sw >>> 1) | (isLast ? 0 : within[at + 1] << 31);
      const ne = (nw >>> 1) | (isLast ? 0 : within[above + 1] << 31);
      // Cells whose corners differ.
      let mixed = (sw | se | nw | ne) & ~(sw & se & nw & ne);
      if (mixed === 0) continue;
      if (count + 2 * BLOCK > memory.crossed.length) memory.crossed = grown(memory.crossed);
      for (; mixed !== 0; mixed &= mixed - 1) {
        const bit = 31 - Math.clz32(mixed & -mixed);
        const corners =
          ((sw >>> bit) & 1) | (((se >>> bit) & 1) << 1) | (((ne >>> bit) & 1) << 2) | (((nw >>> bit) & 1) << 3);
        count = linkCell(memory, corners, (y << shift) + (word << BLOCK_SHIFT) + bit, 1 << shift, count);
      }
    }
  }
  return count;
}

/** One bit a point, 32 points a word, row by row: whether the point is within the limit. */
function markWithin({ lattice, mm, shift, blocksAcross, south, north }: Field, limitMm: number): void {
  const { within } = lattice.memory;
  for (let y = south; y <= north; y++) {
    for (let word = 0; word < blocksAcross; word++) {
      const first = (y << shift) + (word << BLOCK_SHIFT);
      let beyond = 0;
      // The sign of the difference is the bit.
      for (let x = 0; x < BLOCK; x++) beyond |= ((limitMm - mm[first + x]) >>> 31) << x;
      within[y * blocksAcross + word] = ~beyond;
    }
  }
}

/** @param sw the cell's south-western point; @param up from a point to the one north of it */
function linkCell({ next, crossed }: FieldMemory, corners: number, sw: number, up: number, count: number): number {
  const turns = TURNS[corners];
  const from = sideOf(turns & 3, sw, up);
  next[from] = sideOf((turns >> 2) & 3, sw, up);
  crossed[count] = from;
  if (corners !== 5 && corners !== 10) return count + 1;
  const second = sideOf((turns >> 4) & 3, sw, up);
  next[second] = sideOf(turns >> 6, sw, up);
  crossed[count + 1] = second;
  return count + 2;
}

const S = 0;
const E = 1;
const N = 2;
const W = 3;
/** By corners reached (1 south-west, 2 south-east, 4 north-east, 8 north-west): from side, to side, and a second pair. */
const TURNS = Uint8Array.from(
  [
    [],
    [S, W],
    [E, S],
    [E, W],
    [N, E],
    [S, W, N, E],
    [N, S],
    [N, W],
    [W, N],
    [S, N],
    [E, S, W, N],
    [E, N],
    [W, E],
    [S, E],
    [W, S],
    [],
  ],
  ([a = 0, b = 0, c = 0, d = 0]) => a | (b << 2) | (c << 4) | (d << 6),
);

/** Lattice edge on one side of the cell. */
function sideOf(side: number, sw: number, up: number): number {
  switch (side) {
    case S:
      return 2 * sw;
    case E:
      return 2 * sw + 3;
    case N:
      return 2 * (sw + up);
    default:
      return 2 * sw + 1;
  }
}
