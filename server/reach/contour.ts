/** The line at which a field crosses a limit, as polygons with holes (marching squares on the lattice). @module */
import type { Field } from "./field.ts";

/** Ring in lattice numbers, x eastwards and y northwards, closed (first point repeated). */
export type Ring = [x: number, y: number][];

/** Crossings keep this far from the lattice points, as a share of a step, so that rings never touch. */
const CLEARANCE = 0.005;

/**
 * Rings with the reached side on the left: outer ones run counter-clockwise, holes clockwise. Where two reached corners
 * of a cell face each other across it they are kept apart. The rim of the field must be outside.
 */
export function contourRings(field: Field, limitMm: number): Ring[] {
  const { columns, rows } = field;
  const next = new Map<number, number>();
  for (let y = 0; y + 1 < rows; y++) {
    for (let x = 0; x + 1 < columns; x++) linkCell(field, limitMm, x, y, next);
  }
  const rings: Ring[] = [];
  for (const first of next.keys()) {
    if (!next.has(first)) continue;
    const ring: Ring = [];
    let at = first;
    do {
      ring.push(crossing(field, limitMm, at));
      const following = next.get(at);
      next.delete(at);
      if (following === undefined) break;
      at = following;
    } while (at !== first);
    ring.push(ring[0]);
    rings.push(ring);
  }
  return rings;
}

/**
 * A crossed lattice edge has the number 2 × point for the one running east from the point, 2 × point + 1 for north.
 * Every crossed edge is entered by one cell and left by the other, hence one successor each.
 */
function linkCell({ columns, mm }: Field, limitMm: number, x: number, y: number, next: Map<number, number>): void {
  const sw = y * columns + x;
  const south = 2 * sw;
  const west = 2 * sw + 1;
  const north = 2 * (sw + columns);
  const east = 2 * (sw + 1) + 1;
  const corners =
    (mm[sw] <= limitMm ? 1 : 0) |
    (mm[sw + 1] <= limitMm ? 2 : 0) |
    (mm[sw + columns + 1] <= limitMm ? 4 : 0) |
    (mm[sw + columns] <= limitMm ? 8 : 0);
  switch (corners) {
    case 1:
      next.set(south, west);
      break;
    case 2:
      next.set(east, south);
      break;
    case 3:
      next.set(east, west);
      break;
    case 4:
      next.set(north, east);
      break;
    case 5:
      next.set(south, west);
      next.set(north, east);
      break;
    case 6:
      next.set(north, south);
      break;
    case 7:
      next.set(north, west);
      break;
    case 8:
      next.set(west, north);
      break;
    case 9:
      next.set(south, north);
      break;
    case 10:
      next.set(east, south);
      next.set(west, north);
      break;
    case 11:
      next.set(east, north);
      break;
    case 12:
      next.set(west, east);
      break;
    case 13:
      next.set(south, east);
      break;
    case 14:
      next.set(west, south);
      break;
  }
}

function crossing({ x0, y0, columns, mm }: Field, limitMm: number, edge: number): [number, number] {
  const from = edge >> 1;
  const isNorth = (edge & 1) === 1;
  const to = isNorth ? from + columns : from + 1;
  const t = share(mm[from], mm[to], limitMm);
  const x = x0 + (from % columns);
  const y = y0 + Math.floor(from / columns);
  return isNorth ? [x, y + t] : [x + t, y];
}

/** Where between two points the limit is crossed; half-way where one of them has no walk at all. */
function share(from: number, to: number, limitMm: number): number {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return 0.5;
  return Math.min(1 - CLEARANCE, Math.max(CLEARANCE, (limitMm - from) / (to - from)));
}
