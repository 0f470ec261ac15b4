/** Job: the walk of every start to every facility within a limit. @module */
import { UNREACHED } from "../../../base/units.ts";
import { createMatrix, type Matrix, matrixRow } from "../../matrix.ts";
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
  /** Shape [count × facilities]. {@link UNREACHED} beyond the limit: a batch is as large as this may be. */
  readonly totalMm: Int32Array;
  /** Shape as `totalMm`: true lengths, {@link UNREACHED} likewise. */
  readonly lengthMm: Int32Array;
}

/** @param limitMm inclusive, whole walk with both offsets */
export function matrixJob(starts: Places, ends: Ends, facilities: number, limitMm: number): MatrixJob {
  const count = starts.edge.length;
  const column = () => sharedInt32(count * facilities).fill(UNREACHED);
  const order = sharedInt32(count);
  alongStreets(starts.edge, order);
  const out = { totalMm: column(), lengthMm: column() };
  return toShared({ kind: "matrix", count, chunk: 512, starts, order, ends, facilities, limitMm, ...out });
}

export function runMatrix(job: MatrixJob, walker: Walker, from: number, to: number): void {
  const matrix = matrixOf(job, walker);
  for (let item = from; item < to; item++) {
    const i = job.order[item];
    const start = placeAt(job.starts, i);
    if (start === null) continue;
    const { facility, totalMm, lengthMm } = matrixRow(matrix, start);
    for (let j = 0; j < facility.length; j++) {
      job.totalMm[i * job.facilities + facility[j]] = totalMm[j];
      job.lengthMm[i * job.facilities + facility[j]] = lengthMm[j];
    }
  }
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
