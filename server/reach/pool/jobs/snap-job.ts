/** Job: join many points to the streets, as starts of walks. @module */
import { isLonLat } from "../../../base/lon-lat.ts";
import { type NoStart, startOf, whyNoStart } from "../../ends.ts";
import type { Places } from "../../nearest.ts";
import type { Walker } from "../../walker.ts";
import { sharedInt32, sharedUint8, toShared } from "../to-shared.ts";

/** Status of a point, as the column `status` numbers them. */
export const SNAP_STATUSES = [
  "ok",
  "no_street_within_200m",
  "closed_to_profile",
  "invalid_coordinates",
] as const satisfies readonly ("ok" | NoStart)[];
export type SnapStatus = (typeof SNAP_STATUSES)[number];

export interface SnapJob extends Places {
  readonly kind: "snap";
  readonly count: number;
  readonly chunk: number;
  /** Shape [count], degrees; whatever is off the globe gets no place. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Shape [count]. Index into {@link SNAP_STATUSES}. */
  readonly status: Uint8Array;
}

export function snapJob(lon: Float64Array, lat: Float64Array): SnapJob {
  const count = lon.length;
  const [edge, mm, offsetMm] = [sharedInt32(count).fill(-1), sharedInt32(count), sharedInt32(count)];
  return toShared({ kind: "snap", count, chunk: 512, lon, lat, edge, mm, offsetMm, status: sharedUint8(count) });
}

/** @param open a walker without restrictions */
export function runSnap(job: SnapJob, walker: Walker, open: Walker, from: number, to: number): void {
  const { lon, lat, edge, mm, offsetMm, status } = job;
  for (let i = from; i < to; i++) {
    const place = isLonLat(lon[i], lat[i]) ? startOf(walker, [lon[i], lat[i]]) : null;
    edge[i] = place?.edge ?? -1;
    mm[i] = place?.mm ?? 0;
    offsetMm[i] = place?.offsetMm ?? 0;
    status[i] = SNAP_STATUSES.indexOf(place ? "ok" : whyNoStart(walker, open, [lon[i], lat[i]]));
  }
}
