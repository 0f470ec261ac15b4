/** The line at which a field crosses a limit, as closed rings (marching squares on the lattice). @module */
import { crossingShare } from "./crossing.ts";
import type { Field } from "./field.ts";
import { grown } from "./field-memory.ts";

/** Lines keep this far from lattice points and from each other, as a share of a step (4.5 cm): rings never touch. */
const CLEARANCE = 0.003;

/**
 * Rings with the reached side on the left: outer ones run counter-clockwise, holes clockwise. None touches itself or
 * another.
 */
export interface Contour {
  readonly limitMm: number;
  /** Rings one after another: lattice numbers x, y from the field's corner; the first point is not repeated. */
  readonly xy: readonly number[];
  /** Shape [rings + 1]. Where each ring starts in `xy`. */
  readonly start: readonly number[];
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
  const mask = (1 << field.shift) - 1;
  const contour = { limitMm, xy: [] as number[], start: [0], area: [] as number[], first: [] as number[], ringOf };
  for (let i = 0; i < crossedCount; i++) {
    if (next[crossed[i]] < 0) continue;
    const ring = contour.area.length;
    let first = Infinity;
    let twiceArea = 0;
    let beforeX = 0;
    let beforeY = 0;
    for (let at = crossed[i]; next[at] >= 0; ) {
      const isNorth = (at & 1) === 1;
      // Lines further out keep further off the point within the limit, so that equal shares stay apart.
      const isInsideFirst = field.mm[at >> 1] <= limitMm;
      const inset = CLEARANCE * (isInsideFirst ? line + 1 : lines - line);
      const share = inset + crossingShare(field, at, limitMm) * (1 - CLEARANCE * (lines + 1));
      const x = ((at >> 1) & mask) + (isNorth ? 0 : share);
      const y = ((at >> 1) >> field.shift) + (isNorth ? share : 0);
      if (contour.xy.length > contour.start[ring]) twiceArea += beforeX * y - x * beforeY;
      contour.xy.push(x, y);
      ringOf[at] = ring;
      if (!isNorth && at < first) first = at;
      beforeX = x;
      beforeY = y;
      const following = next[at];
      next[at] = -1;
      at = following;
    }
    const from = contour.start[ring];
    twiceArea += beforeX * contour.xy[from + 1] - contour.xy[from] * beforeY;
    contour.area.push(twiceArea / 2);
    contour.first.push(first);
    contour.start.push(contour.xy.length);
  }
  return contour;
}

/** Writes the successor of every crossed lattice edge; gives their number. */
function linkCells({ lattice, mm, shift, west, east, south, north }: Field, limitMm: number): number {
  const { memory } = lattice;
  const { next } = memory;
  let crossed = memory.crossed;
  let count = 0;
  for (let y = south; y < north; y++) {
    let sw = (y << shift) + west;
    let nw = sw + (1 << shift);
    let corners = (mm[sw] <= limitMm ? 2 : 0) | (mm[nw] <= limitMm ? 4 : 0);
    for (const end = (y << shift) + east; sw < end; sw++, nw++) {
      // What was the east side is the west side of the next cell.
      corners =
        ((corners & 2) >> 1) | ((corners & 4) << 1) | (mm[sw + 1] <= limitMm ? 2 : 0) | (mm[nw + 1] <= limitMm ? 4 : 0);
      if (corners === 0 || corners === 15) continue;
      if (count + 2 > crossed.length) crossed = memory.crossed = grown(crossed);
      const turns = TURNS[corners];
      const from = sideOf(turns & 3, sw, nw);
      next[from] = sideOf((turns >> 2) & 3, sw, nw);
      crossed[count++] = from;
      if (corners !== 5 && corners !== 10) continue;
      const second = sideOf((turns >> 4) & 3, sw, nw);
      next[second] = sideOf(turns >> 6, sw, nw);
      crossed[count++] = second;
    }
  }
  return count;
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

/** Lattice edge on one side of the cell with these western corners. */
function sideOf(side: number, sw: number, nw: number): number {
  switch (side) {
    case S:
      return 2 * sw;
    case E:
      return 2 * sw + 3;
    case N:
      return 2 * nw;
    default:
      return 2 * sw + 1;
  }
}
