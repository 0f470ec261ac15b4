/** Every facility within a limit of a start, with its walk: one row after another of a many-to-many matrix. @module */
import { UNREACHED } from "../base/units.ts";
import type { Spot } from "../network/snap.ts";
import { type AtJunctions, gatherAtJunctions, placesByEdge } from "./at-junctions.ts";
import { alongEdge } from "./ends.ts";
import { columnsOf, type Ends } from "./nearest.ts";
import { spreadFrom } from "./spread-from.ts";
import { hasPenalties, lengthsFromStart, lengthTo } from "./true-lengths.ts";
import type { Walker } from "./walker.ts";

/** Facilities of one start within the limit, in their order. */
export interface MatrixRow {
  readonly facility: Int32Array;
  /** Whole walk in millimetres. */
  readonly totalMm: Int32Array;
  /** Its true length; the very column `totalMm` where nothing costs the profile time. */
  readonly lengthMm: Int32Array;
}

/** Ends laid out for rows, and the memory that one row at a time needs. */
export interface Matrix {
  readonly walker: Walker;
  readonly ends: Ends;
  readonly limitMm: number;
  readonly entries: AtJunctions;
  readonly onEdge: ReadonlyMap<number, readonly number[]>;
  /** Shape [facilities]. {@link UNREACHED} between rows. */
  readonly bestMm: Int32Array;
  /** Shape [facilities]. The end of that walk, of equally near ones the first. */
  readonly bestEnd: Int32Array;
  /** True lengths from the start of the row, see {@link lengthsFromStart}; empty where they are those of the search. */
  readonly atJunction: Int32Array;
}

/** @param limitMm inclusive, whole walk with both offsets */
export function createMatrix(walker: Walker, ends: Ends, limitMm: number): Matrix {
  const places = columnsOf(ends.places);
  const facilities = ends.facility.reduce((most, facility) => Math.max(most, facility + 1), 0);
  return {
    walker,
    ends,
    limitMm,
    entries: gatherAtJunctions(walker.network, places, false),
    onEdge: placesByEdge(places),
    bestMm: new Int32Array(facilities).fill(UNREACHED),
    bestEnd: new Int32Array(facilities),
    atJunction: new Int32Array(hasPenalties(walker) ? walker.network.nodeCount : 0),
  };
}

export function matrixRow(matrix: Matrix, start: Spot): MatrixRow {
  const { walker, ends, limitMm, entries, onEdge, bestMm, bestEnd, atJunction } = matrix;
  const { network, search } = walker;
  const found: number[] = [];
  const tell = (end: number, mm: number): void => {
    const facility = ends.facility[end];
    if (mm > limitMm || mm > bestMm[facility] || (mm === bestMm[facility] && end >= bestEnd[facility])) return;
    if (bestMm[facility] === UNREACHED) found.push(facility);
    bestMm[facility] = mm;
    bestEnd[facility] = end;
  };
  spreadFrom(walker, start, limitMm);
  const { mm: walkedMm, touched, touchedCount } = search;
  for (let t = 0; t < touchedCount; t++) {
    const v = touched[t];
    for (let i = entries.start[v]; i < entries.start[v + 1]; i++) tell(entries.place[i], walkedMm[v] + entries.mm[i]);
  }
  for (const end of onEdge.get(start.edge) ?? []) {
    const { mm, offsetMm } = ends.places[end];
    tell(end, start.offsetMm + alongEdge(network, start.edge, start.mm, mm) + offsetMm);
  }
  const facility = Int32Array.from(found).sort();
  const totalMm = facility.map((f) => bestMm[f]);
  for (const f of found) bestMm[f] = UNREACHED;
  if (!hasPenalties(walker)) return { facility, totalMm, lengthMm: totalMm };
  lengthsFromStart(walker, start, atJunction);
  const lengthMm = facility.map((f, i) => lengthTo(walker, start, ends.places[bestEnd[f]], totalMm[i], atJunction));
  return { facility, totalMm, lengthMm };
}
