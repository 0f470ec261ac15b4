/** Job: the walk of every pair of points, or why there is none. @module */
import { isLonLat } from "../../../base/lon-lat.ts";
import { type NoWalk, walkOrReason } from "../../pair.ts";
import { lengthOf } from "../../route.ts";
import type { Walker } from "../../walker.ts";
import { sharedInt32, sharedUint8, toShared } from "../to-shared.ts";

/** Status of a pair, as the column `status` numbers them. */
export const PAIR_STATUSES = [
  "ok",
  "no_street_within_200m",
  "island",
  "closed_to_profile",
  "invalid_coordinates",
] as const satisfies readonly ("ok" | NoWalk | "invalid_coordinates")[];

export interface PairColumns {
  /** Shape [count] each, degrees. */
  readonly fromLon: Float64Array;
  readonly fromLat: Float64Array;
  readonly toLon: Float64Array;
  readonly toLat: Float64Array;
}

export interface PairsJob extends PairColumns {
  readonly kind: "pairs";
  readonly count: number;
  readonly chunk: number;
  /** Shape [count]. Index into {@link PAIR_STATUSES}. */
  readonly status: Uint8Array;
  /** Shape [count]. Whole walk in the walker's millimetres, and in true ones; −1 where there is none. */
  readonly totalMm: Int32Array;
  readonly lengthMm: Int32Array;
  /** Shape [count]. −1 where the point has no street. */
  readonly fromOffsetMm: Int32Array;
  readonly toOffsetMm: Int32Array;
}

/** Pairs can be as far apart as the area is wide, so chunks are small. */
const CHUNK = 64;

export function pairsJob(pairs: PairColumns): PairsJob {
  const count = pairs.fromLon.length;
  return toShared({
    kind: "pairs",
    count,
    chunk: CHUNK,
    ...pairs,
    status: sharedUint8(count),
    totalMm: sharedInt32(count),
    lengthMm: sharedInt32(count),
    fromOffsetMm: sharedInt32(count),
    toOffsetMm: sharedInt32(count),
  });
}

/** @param open a walker without restrictions */
export function runPairs(job: PairsJob, walker: Walker, open: Walker, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const [fromLon, fromLat, toLon, toLat] = [job.fromLon[i], job.fromLat[i], job.toLon[i], job.toLat[i]];
    const isValid = isLonLat(fromLon, fromLat) && isLonLat(toLon, toLat);
    const walk = isValid ? walkOrReason(walker, open, [fromLon, fromLat], [toLon, toLat]) : null;
    job.status[i] = PAIR_STATUSES.indexOf(walk?.status ?? "invalid_coordinates");
    job.totalMm[i] = walk?.status === "ok" ? walk.totalMm : -1;
    job.lengthMm[i] = walk?.status === "ok" ? lengthOf(walker, walk) : -1;
    job.fromOffsetMm[i] = walk?.start?.offsetMm ?? -1;
    job.toOffsetMm[i] = walk?.end?.offsetMm ?? -1;
  }
}
