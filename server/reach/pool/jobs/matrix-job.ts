/** Job: the walk of every start to every facility within a limit. @module */
import { createMatrix, type Matrix, type MatrixRow, matrixRow } from "../../matrix.ts";
import { type Ends, type Places, placeAt } from "../../nearest.ts";
import type { Walker } from "../../walker.ts";
import { alongStreets } from "../along-streets.ts";
import { sharedInt32, toShared } from "../to-shared.ts";

export interface MatrixJob {
  readonly kind: "matrix";
  readonly count: number;
  readonly chunk: number;
  readonly starts: Places;
  /** Shape [count]. Items are starts in this order. */
  readonly order: Int32Array;
  readonly ends: Ends;
  readonly facilities: number;
  readonly limitMm: number;
  /** Shape [count]. Facilities within the limit of every start. */
  readonly found: Int32Array;
  /**
   * Shape [count × facilities] each: the entries of start i from i × facilities on, as of {@link MatrixRow}. Nothing is
   * written behind the last of them, and memory that nobody wrote takes none: who hands out a job pays for no entry.
   */
  readonly facility: Int32Array;
  readonly totalMm: Int32Array;
  readonly lengthMm: Int32Array;
}

/** @param limitMm inclusive, whole walk with both offsets */
export function matrixJob(starts: Places, ends: Ends, facilities: number, limitMm: number): MatrixJob {
  const count = starts.edge.length;
  const column = () => sharedInt32(count * facilities);
  const order = sharedInt32(count);
  alongStreets(starts.edge, order);
  const out = { found: sharedInt32(count), facility: column(), totalMm: column(), lengthMm: column() };
  return toShared({ kind: "matrix", count, chunk: 512, starts, order, ends, facilities, limitMm, ...out });
}

export function runMatrix(job: MatrixJob, walker: Walker, from: number, to: number): void {
  const matrix = matrixOf(job, walker);
  for (let item = from; item < to; item++) {
    const i = job.order[item];
    const start = placeAt(job.starts, i);
    if (start === null) continue;
    const { facility, totalMm, lengthMm } = matrixRow(matrix, start);
    const first = i * job.facilities;
    job.found[i] = facility.length;
    job.facility.set(facility, first);
    job.totalMm.set(totalMm, first);
    job.lengthMm.set(lengthMm, first);
  }
}

/** The row of one start: a copy, in memory of its own. */
export function rowOf({ found, facilities, facility, totalMm, lengthMm }: MatrixJob, i: number): MatrixRow {
  const first = i * facilities;
  const of = (column: Int32Array) => column.slice(first, first + found[i]);
  return { facility: of(facility), totalMm: of(totalMm), lengthMm: of(lengthMm) };
}

/** Laid out with a job's first chunk: it takes a pass over all junctions, which no chunk is worth by itself. */
const laidOut = new WeakMap<MatrixJob, Matrix>();

function matrixOf(job: MatrixJob, walker: Walker): Matrix {
  const known = laidOut.get(job);
  if (known?.walker === walker) return known;
  const matrix = createMatrix(walker, job.ends, job.limitMm);
  laidOut.set(job, matrix);
  return matrix;
}
