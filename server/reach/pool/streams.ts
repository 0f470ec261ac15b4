/** Walks of any number of origins or pairs, answered one by one in their order, in bounded memory. @module */
import type { LonLat } from "../../base/lon-lat.ts";
import type { MatrixRow } from "../matrix.ts";
import type { Ends } from "../nearest.ts";
import { inBatches } from "./batches.ts";
import { matrixJob, rowOf } from "./jobs/matrix-job.ts";
import { PAIR_STATUSES, pairsJob } from "./jobs/pairs-job.ts";
import { reachJob } from "./jobs/reach-job.ts";
import { SNAP_STATUSES, type SnapJob, type SnapStatus, snapJob } from "./jobs/snap-job.ts";
import type { Job } from "./jobs.ts";

/** Fills a job's columns: on a pool, or on the calling thread. The signal is aborted once nobody reads the stream any more. */
export type Run = (job: Job, signal: AbortSignal) => Promise<void>;
export type Origins = Iterable<LonLat> | AsyncIterable<LonLat>;

/** Items a batch: enough for every worker to have some chunks, and for origins in no order to have neighbours among them. */
const BATCH = 8192;
/** Entries that a batch's matrix has room for: 96 MB in three columns, of which only what is found is ever written. */
const MATRIX_ENTRIES = 1 << 23;

export interface OriginReach {
  /** One bad origin never fails the others. */
  readonly status: SnapStatus;
  /** Junctions within the limit. */
  readonly junctions: number;
}

/** @param limitMm inclusive */
export function reachOfEach(run: Run, origins: Origins, limitMm: number): AsyncGenerator<OriginReach> {
  return inBatches(origins, BATCH, async (batch, signal) => {
    const snapped = await snapAll(run, batch, signal);
    const job = reachJob(snapped, limitMm);
    await run(job, signal);
    return batch.map((_, i) => ({ status: statusOf(snapped, i), junctions: job.junctions[i] }));
  });
}

export interface OriginRow extends MatrixRow {
  readonly status: SnapStatus;
}

/**
 * Many-to-many in long form: for every origin the facilities within the limit, in their order.
 *
 * @param facilities how many there are; `ends.facility` lies below it
 * @param limitMm inclusive, whole walk with both offsets
 */
export function matrixOfEach(
  run: Run,
  origins: Origins,
  ends: Ends,
  facilities: number,
  limitMm: number,
): AsyncGenerator<OriginRow> {
  const size = Math.max(1, Math.min(BATCH, Math.floor(MATRIX_ENTRIES / Math.max(1, facilities))));
  return inBatches(origins, size, async (batch, signal) => {
    const snapped = await snapAll(run, batch, signal);
    const job = matrixJob(snapped, ends, facilities, limitMm);
    await run(job, signal);
    return batch.map((_, i) => ({ status: statusOf(snapped, i), ...rowOf(job, i) }));
  });
}

export interface PairAnswer {
  readonly status: (typeof PAIR_STATUSES)[number];
  /** Null where there is no walk; in the walker's millimetres, and in true ones. */
  readonly totalMm: number | null;
  readonly lengthMm: number | null;
  /** Null where the point has no street. */
  readonly fromOffsetMm: number | null;
  readonly toOffsetMm: number | null;
}
export type PairOfPoints = readonly [fromLon: number, fromLat: number, toLon: number, toLat: number];

export function walkOfEach(
  run: Run,
  pairs: Iterable<PairOfPoints> | AsyncIterable<PairOfPoints>,
): AsyncGenerator<PairAnswer> {
  return inBatches(pairs, BATCH, async (batch, signal) => {
    const column = (c: number) => Float64Array.from(batch, (pair) => pair[c]);
    const job = pairsJob({ fromLon: column(0), fromLat: column(1), toLon: column(2), toLat: column(3) });
    await run(job, signal);
    const known = (mm: number) => (mm < 0 ? null : mm);
    return batch.map((_, i) => ({
      status: PAIR_STATUSES[job.status[i]],
      totalMm: known(job.totalMm[i]),
      lengthMm: known(job.lengthMm[i]),
      fromOffsetMm: known(job.fromOffsetMm[i]),
      toOffsetMm: known(job.toOffsetMm[i]),
    }));
  });
}

async function snapAll(run: Run, batch: readonly LonLat[], signal: AbortSignal): Promise<SnapJob> {
  const job = snapJob(
    Float64Array.from(batch, ([lon]) => lon),
    Float64Array.from(batch, ([, lat]) => lat),
  );
  await run(job, signal);
  return job;
}

function statusOf({ status }: SnapJob, i: number): SnapStatus {
  return SNAP_STATUSES[status[i]];
}
