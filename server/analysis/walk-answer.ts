/** Walks told in metres and seconds, with their parts. @module */
import type { LonLat } from "../base/lon-lat.ts";
import { MM_PER_M, walkSeconds } from "../base/units.ts";
import type { Place } from "../network/snap.ts";
import type { NoWalk, PairWalk } from "../reach/pair.ts";
import { lengthOf } from "../reach/route.ts";
import type { Walker } from "../reach/walker.ts";

/** `invalid_coordinates`: a place off the globe, which never fails the rest of a batch. */
export type WalkStatus = "ok" | NoWalk | "invalid_coordinates";

export interface WalkAnswer {
  status: WalkStatus;
  networkM: number | null;
  fromOffsetM: number | null;
  toOffsetM: number | null;
  totalM: number | null;
  seconds: number | null;
}

export interface SnappedAnswer {
  position: [number, number];
  offsetM: number;
  street: string | null;
}

/** To be asked before the walker walks again: where something costs its profile time, the length is read from its search. */
export function walkAnswer(walk: PairWalk, walker: Walker): WalkAnswer {
  if (walk.status !== "ok") return missingWalk(walk.status, walk.start?.offsetMm ?? -1, walk.end?.offsetMm ?? -1);
  return knownWalk(
    { totalMm: walk.totalMm, lengthMm: lengthOf(walker, walk) },
    walk.start.offsetMm,
    walk.end.offsetMm,
    walker.profile.speedMmPerSecond,
  );
}

/** @param fromOffsetMm −1 where the point has no street, as is `toOffsetMm` */
export function missingWalk(status: Exclude<WalkStatus, "ok">, fromOffsetMm: number, toOffsetMm: number): WalkAnswer {
  const metres = (mm: number) => (mm < 0 ? null : mm / MM_PER_M);
  return {
    status,
    networkM: null,
    fromOffsetM: metres(fromOffsetMm),
    toOffsetM: metres(toOffsetMm),
    totalM: null,
    seconds: null,
  };
}

/** A walk from its millimetres: those that took the time, and those that were walked. */
export function knownWalk(
  { totalMm, lengthMm }: { readonly totalMm: number; readonly lengthMm: number },
  fromOffsetMm: number,
  toOffsetMm: number,
  speedMmPerSecond: number,
): WalkAnswer {
  return {
    status: "ok",
    networkM: (lengthMm - fromOffsetMm - toOffsetMm) / MM_PER_M,
    fromOffsetM: fromOffsetMm / MM_PER_M,
    toOffsetM: toOffsetMm / MM_PER_M,
    totalM: lengthMm / MM_PER_M,
    seconds: walkSeconds(totalMm, speedMmPerSecond),
  };
}

export function snappedAnswer({ network }: Walker, { edge, lon, lat, offsetMm }: Place): SnappedAnswer {
  const name = network.edgeName[edge];
  return { position: [lon, lat], offsetM: offsetMm / MM_PER_M, street: name < 0 ? null : network.names[name] };
}

/** A mutable pair, as answers carry it. */
export function pair([lon, lat]: LonLat): [number, number] {
  return [lon, lat];
}
