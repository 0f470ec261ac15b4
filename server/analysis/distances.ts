/** Walks between given pairs of points, and one of them with its line on the map. @module */
import { isLonLat, type LonLat, onTurnOf } from "../base/lon-lat.ts";
import { MM_PER_M } from "../base/units.ts";
import { closedGatesBetween } from "../reach/closed-gates.ts";
import { reachError } from "../reach/errors.ts";
import { walkBetween, walkOrReason } from "../reach/pair.ts";
import { PAIR_STATUSES, type PairsJob, pairsJob } from "../reach/pool/jobs/pairs-job.ts";
import { runHere } from "../reach/pool/run-here.ts";
import { routeOf, type WalkedSteps } from "../reach/route.ts";
import type { OpenArea } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import {
  knownWalk,
  missingWalk,
  pair,
  type SnappedAnswer,
  snappedAnswer,
  type WalkAnswer,
  walkAnswer,
} from "./walk-answer.ts";

export type PairOfPoints = readonly [fromLon: number, fromLat: number, toLon: number, toLat: number];

/** From so many pairs on they go to the workers: starting these takes as long as some dozen walks. */
const PAIRS_FOR_WORKERS = 32;

/** One answer a pair, in their order; one without a walk, or with a place off the globe, says so and never fails the rest. */
export async function distancesFor(
  area: OpenArea,
  profileId: string,
  pairs: readonly PairOfPoints[],
  signal?: AbortSignal,
): Promise<{ items: WalkAnswer[]; pins: Pins }> {
  const walker = area.walker(profileId);
  const open = area.openWalker();
  const column = (c: 0 | 1 | 2 | 3) => Float64Array.from(pairs, (points) => points[c]);
  const job = pairsJob({ fromLon: column(0), fromLat: column(1), toLon: column(2), toLat: column(3) });
  if (pairs.length < PAIRS_FOR_WORKERS) runHere(walker, open, job);
  else await area.pool.run(walker, open, job, signal ? { signal } : {});
  const items = pairs.map((_, i) => answerOf(job, i, walker.profile.speedMmPerSecond));
  return { items, pins: pinsOf(area, walker) };
}

function answerOf(job: PairsJob, i: number, speedMmPerSecond: number): WalkAnswer {
  const status = PAIR_STATUSES[job.status[i]];
  const [fromOffsetMm, toOffsetMm] = [job.fromOffsetMm[i], job.toOffsetMm[i]];
  if (status !== "ok") return missingWalk(status, fromOffsetMm, toOffsetMm);
  const walk = { totalMm: job.totalMm[i], lengthMm: job.lengthMm[i] };
  return knownWalk(walk, fromOffsetMm, toOffsetMm, speedMmPerSecond);
}

export interface RouteAnswer {
  walk: WalkAnswer;
  from: SnappedAnswer | null;
  to: SnappedAnswer | null;
  line: { type: "LineString"; coordinates: [number, number][] } | null;
  streets: { name: string | null; metres: number }[];
  gates: [number, number][];
  /** Stairs on the way; their number is an estimate where they were not all counted. */
  steps: { metres: number; count: number; estimated: boolean } | null;
  /** Where no walk leads there but for closed gates: those on the way that would. */
  closedGates: [number, number][];
  pins: Pins;
}

/** The walk between two points with its streets, its line (offsets included) and the private gates on it. */
export function routeFor(area: OpenArea, profileId: string, from: LonLat, to: LonLat): RouteAnswer {
  const walker = area.walker(profileId);
  const walk = walkOrReason(walker, area.openWalker(), asPoint(...from), asPoint(...to));
  const ends = {
    walk: walkAnswer(walk, walker),
    from: walk.start && snappedAnswer(walker, walk.start),
    to: walk.end && snappedAnswer(walker, walk.end),
    pins: pinsOf(area, walker),
  };
  if (walk.status !== "ok") {
    const gates =
      walk.status === "island" ? closedGatesBetween(area.streets, area.freeWalker(profileId), from, to) : [];
    return { ...ends, line: null, streets: [], gates: [], steps: null, closedGates: gates.map(pair) };
  }
  // The search that the route is read from must be the last one of this walker.
  const again = walkBetween(walker, from, to);
  const route = routeOf(walker, again.status === "ok" ? again : walk);
  return {
    ...ends,
    line: { type: "LineString", coordinates: lineOf(from, route.line, to) },
    streets: route.streets.map(({ name, mm }) => ({ name, metres: mm / MM_PER_M })),
    gates: route.gates.map(pair),
    steps: route.steps && stepsAnswer(route.steps),
    closedGates: [],
  };
}

/** In one piece, also where the streets run on beyond 180°. */
function lineOf(from: LonLat, streets: readonly LonLat[], to: LonLat): [number, number][] {
  return [onTurnOf(from, streets[0]), ...streets, onTurnOf(to, streets[streets.length - 1])].map(pair);
}

function stepsAnswer({ mm, count, estimated }: WalkedSteps): RouteAnswer["steps"] {
  return { metres: mm / MM_PER_M, count, estimated };
}

/** Throws `coordinates_out_of_range`. */
export function asPoint(lon: number, lat: number): LonLat {
  if (!isLonLat(lon, lat)) throw reachError("coordinates_out_of_range", { lon: String(lon), lat: String(lat) });
  return [lon, lat];
}
