/** Job: join many points to the streets, as starts of walks. @module */
import { isLonLat } from "../../../base/lon-lat.ts";
import { startOf } from "../../ends.ts";
import type { Places } from "../../nearest.ts";
import type { Walker } from "../../walker.ts";
import { sharedInt32, toShared } from "../to-shared.ts";

export interface SnapJob extends Places {
  readonly kind: "snap";
  readonly count: number;
  readonly chunk: number;
  /** Shape [count], degrees; whatever is off the globe gets no place. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

export function snapJob(lon: Float64Array, lat: Float64Array): SnapJob {
  const count = lon.length;
  const [edge, mm, offsetMm] = [sharedInt32(count).fill(-1), sharedInt32(count), sharedInt32(count)];
  return toShared({ kind: "snap", count, chunk: 512, lon, lat, edge, mm, offsetMm });
}

export function runSnap({ lon, lat, edge, mm, offsetMm }: SnapJob, walker: Walker, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const place = isLonLat(lon[i], lat[i]) ? startOf(walker, [lon[i], lat[i]]) : null;
    edge[i] = place?.edge ?? -1;
    mm[i] = place?.mm ?? 0;
    offsetMm[i] = place?.offsetMm ?? 0;
  }
}
