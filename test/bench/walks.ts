/** Gates of single walks: one origin, the nearest for everybody, every origin; each answer is checked while it is timed. @module */
import type postgres from "postgres";
import { metresPerLat, metresPerLon } from "../../server/base/metric.ts";
import { limitMm, UNREACHED } from "../../server/base/units.ts";
import { E7 } from "../../server/network/walk-network.ts";
import { type Ends, placeAt, spreadFromEnds } from "../../server/reach/nearest.ts";
import { reachJob } from "../../server/reach/pool/jobs/reach-job.ts";
import { runHere } from "../../server/reach/pool/run-here.ts";
import { spreadFrom } from "../../server/reach/spread-from.ts";
import type { Walker } from "../../server/reach/walker.ts";
import { figure, type Gate, milliseconds } from "./support/gates.ts";
import { placesAtJunctions } from "./support/networks.ts";
import { drivingDistance, superSource } from "./support/peer.ts";
import { median, shuffled, timed } from "./support/timing.ts";
import { sweeps } from "./workers.ts";

const SEED = 20_261_101;
const MINUTES = 15;
const ROUNDS = 11;
const FACILITIES = 40;
const MAX_STALL_MS = 20;
const EXACT_M = 0.01;
/** Sums of metres as real numbers may miss a limit that whole millimetres meet. */
const HALF_MM = 0.0005;

export interface Scale {
  /** Origins asked of the peer one by one, and of us in each round. */
  readonly origins: number;
  /** Origins of one batch of the peer: the larger, the less its reading of the whole table weighs. */
  readonly batches: readonly number[];
}

/** Bounded reach of one origin after another; the peer is given the box that a user would put into its SQL. */
export async function oneOrigin(walker: Walker, sql: postgres.Sql, { origins }: Scale): Promise<Gate> {
  const { network, profile } = walker;
  const limit = limitMm(MINUTES, profile.speedMmPerSecond);
  const places = placesAtJunctions(network);
  const order = shuffled(network.nodeCount, SEED);
  const found: { count: number; metres: number }[] = [];
  const ours = await timed(ROUNDS, 3, (round) => {
    let reached = 0;
    for (let i = 0; i < origins; i++) {
      const start = placeAt(places, order[((round + 3) * origins + i) % order.length]);
      if (start === null) continue;
      spreadFrom(walker, start, limit);
      reached += walker.search.touchedCount;
    }
    return reached;
  });
  const peerMs: number[] = [];
  const asked = Math.min(origins, 200);
  for (let i = -5; i < asked; i++) {
    const v = order[(i + order.length) % order.length];
    const box = boxRound(network.nodeLonE7[v] / E7, network.nodeLatE7[v] / E7, limit / 1000 + 100);
    const before = performance.now();
    const answer = await drivingDistance(sql, [v], limit / 1000 + HALF_MM, box);
    if (i < 0) continue;
    peerMs.push(performance.now() - before);
    found.push(answer);
  }
  for (let i = 0; i < asked; i++) {
    const start = placeAt(places, order[i]);
    if (start === null) continue;
    spreadFrom(walker, start, limit);
    agree(`junctions reached from ${order[i]}`, walker.search.touchedCount, found[i].count, 0);
    agree(`metres walked from ${order[i]}`, sumOfSearch(walker) / 1000, found[i].metres, EXACT_M);
  }
  const oursMs = ours.ms / origins;
  return {
    what: `reach of one origin, ${MINUTES} min, ${network.nodeCount} junctions`,
    ours: milliseconds(oursMs),
    peer: `${milliseconds(median(peerMs))} pgRouting with a box`,
    ratio: median(peerMs) / oursMs,
    bound: { least: 100 },
  };
}

/** The nearest of forty facilities for every junction. */
export async function nearestForEveryJunction(walker: Walker, sql: postgres.Sql): Promise<Gate> {
  const { network, search } = walker;
  const targets = [...shuffled(network.nodeCount, SEED + 1).subarray(0, FACILITIES)];
  const ends = endsAt(walker, targets);
  const ours = await timed(3 * ROUNDS, 5, () => {
    spreadFromEnds(walker, ends);
    return search.touchedCount;
  });
  const from = superSource(targets);
  const peer = await timed(3, 1, async () => {
    const [{ count }] = await sql.unsafe<{ count: number }[]>(`select count(*)::int as count from ${from}`);
    return count;
  });
  agree("junctions with a nearest facility", ours.result, peer.result - 1, 0);
  for (const row of await sql.unsafe<{ node: string; agg_cost: number }[]>(`select node, agg_cost from ${from}`)) {
    if (Number(row.node) >= 0)
      agree(`metres from ${row.node}`, search.mm[Number(row.node)] / 1000, row.agg_cost, EXACT_M);
  }
  return {
    what: `nearest of ${FACILITIES} facilities for every junction, exact to 1 cm`,
    ours: milliseconds(ours.ms),
    peer: `${milliseconds(peer.ms)} pgRouting super-source`,
    ratio: peer.ms / ours.ms,
    bound: { least: 32 },
  };
}

/** Reach from every junction: workers against pgRouting's batches, and against our own sweep on one thread. */
export async function everyOrigin(walker: Walker, sql: postgres.Sql, { batches }: Scale): Promise<Gate[]> {
  const { network, profile } = walker;
  const limit = limitMm(MINUTES, profile.speedMmPerSecond);
  const places = placesAtJunctions(network);
  const here = reachJob(places, limit);
  const floor = await timed(3, 1, () => runHere(walker, walker, here));
  const swept = await sweeps(walker, places, limit, here.junctions);
  const { oneMs, twoMs, machine, stallMs } = swept;
  const perSecond = (ms: number) => `${figure(network.nodeCount / ms)}k origins/s`;
  const gates: Gate[] = [];
  for (const batch of batches) {
    const order = shuffled(network.nodeCount, SEED + 2).subarray(0, batch);
    const peer = await timed(3, 1, () => drivingDistance(sql, [...order], limit / 1000 + HALF_MM, null));
    const reached = order.reduce((sum, v) => sum + here.junctions[v], 0);
    agree(`junctions reached from ${batch} origins`, reached, peer.result.count, 0);
    gates.push({
      what: "every origin, 2 workers",
      ours: perSecond(twoMs),
      peer: `${milliseconds(peer.ms / batch)} an origin, pgRouting batch of ${batch}`,
      ratio: ((peer.ms / batch) * network.nodeCount) / twoMs,
      bound: batch === batches[0] ? { least: 2000 } : null,
    });
  }
  return [
    ...gates,
    {
      what: "2 workers against one",
      ours: perSecond(twoMs),
      peer: perSecond(oneMs),
      ratio: swept.twoAgainstOne,
      bound: { least: 1.85 },
    },
    {
      what: "what the machine gives: two workers with nothing in common, a sweep each, against one",
      ours: perSecond(oneMs / machine),
      peer: perSecond(oneMs),
      ratio: machine,
      bound: null,
    },
    {
      what: "processor time of a sweep by 2 workers against one",
      ours: milliseconds(swept.twoCpuMs),
      peer: milliseconds(swept.oneCpuMs),
      ratio: swept.twoCpuMs / swept.oneCpuMs,
      bound: null,
    },
    {
      what: "1 worker against the calling thread",
      ours: perSecond(oneMs),
      peer: perSecond(floor.ms),
      ratio: floor.ms / oneMs,
      bound: null,
    },
    {
      what: "longest stall of the main thread meanwhile",
      ours: milliseconds(stallMs),
      peer: `${MAX_STALL_MS} ms`,
      ratio: stallMs / MAX_STALL_MS,
      bound: { most: 1 },
    },
  ];
}

function endsAt({ network }: Walker, junctions: readonly number[]): Ends {
  const places = placesAtJunctions(network);
  const spots = junctions.flatMap((v) => placeAt(places, v) ?? []);
  return { places: spots.map((spot) => ({ ...spot, lon: 0, lat: 0 })), facility: Int32Array.from(spots, (_, i) => i) };
}

function sumOfSearch({ search }: Walker): number {
  let sum = 0;
  for (let t = 0; t < search.touchedCount; t++)
    if (search.mm[search.touched[t]] !== UNREACHED) sum += search.mm[search.touched[t]];
  return sum;
}

function boxRound(lon: number, lat: number, metres: number): [number, number, number, number] {
  const [dx, dy] = [metres / metresPerLon(lat), metres / metresPerLat(lat)];
  return [lon - dx, lat - dy, lon + dx, lat + dy];
}

/** A figure that is fast and wrong is worth nothing. */
function agree(what: string, ours: number, theirs: number, tolerance: number): void {
  if (!(Math.abs(ours - theirs) <= tolerance)) throw new Error(`${what}: ours ${ours}, theirs ${theirs}`);
}
