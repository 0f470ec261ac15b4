/** Gates of size: the cost of one origin on a network ten times larger, and what building and loading cost by size. @module */

import { limitMm } from "../../server/base/units.ts";
import type { StreetRows } from "../../server/import/rows.ts";
import { buildNetwork } from "../../server/network/build.ts";
import { readSnapshot, writeSnapshot } from "../../server/network/snapshot.ts";
import type { WalkNetwork } from "../../server/network/walk-network.ts";
import { columnsOf, type Places, placeAt } from "../../server/reach/nearest.ts";
import { reachJob } from "../../server/reach/pool/jobs/reach-job.ts";
import { runHere } from "../../server/reach/pool/run-here.ts";
import { spreadFrom } from "../../server/reach/spread-from.ts";
import { createWalker, openStreets, type Walker } from "../../server/reach/walker.ts";
import { profileOf } from "../support/profiles.ts";
import { figure, type Gate, milliseconds } from "./support/gates.ts";
import { laidOut } from "./support/laid-out.ts";
import { placesAtJunctions } from "./support/networks.ts";
import { median, shuffled, timed } from "./support/timing.ts";

const SEED = 20_261_102;
const MINUTES = 15;
const ROUNDS = 31;
const WARM_UP = 5;

export interface Scale {
  /** Origins of a round, asked one by one. */
  readonly origins: number;
  /** Random origins of one job. */
  readonly batch: number;
}

/** One origin on the large network against one on the small: the copies are alike, so every difference is the size. */
export async function growth(rows: StreetRows, copies: number, { origins, batch }: Scale): Promise<Gate[]> {
  const small = sideOf(buildNetwork(rows));
  const large = sideOf(buildNetwork(laidOut(rows, copies)));
  const inOrder = (side: Side): Side => ({ ...side, order: side.order.toSorted() });
  return [
    {
      ...compared(small, large, origins, oneByOne),
      what: `reach of one random origin, network ${copies}× larger`,
      bound: { most: 1.15 },
    },
    {
      ...compared(small, large, batch, inBatch),
      what: `the same, ${batch.toLocaleString("en")} random origins as a batch of the pool has them`,
      bound: { most: 1.15 },
    },
    {
      ...compared(inOrder(small), inOrder(large), origins, oneByOne),
      what: "the same, origins in order as in a sweep",
      bound: null,
    },
  ];
}

function compared(small: Side, large: Side, origins: number, prepare: Prepare): Pick<Gate, "ours" | "peer" | "ratio"> {
  const times: [large: number, small: number][] = [];
  const cost = (side: Side, round: number) => costOf(prepare(side, round * origins, origins));
  // In turns, so that whatever else the machine does falls on both.
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const pair: [number, number] = [cost(large, round), cost(small, round)];
    if (round >= WARM_UP) times.push(pair);
  }
  const each = (side: 0 | 1) => milliseconds(median(times.map((pair) => pair[side])) * junctionsReached(small));
  return {
    ours: each(0),
    peer: `${each(1)} on the small one`,
    ratio: median(times.map(([ours, peer]) => ours / peer)),
  };
}

interface Side {
  readonly walker: Walker;
  readonly places: Places;
  readonly order: Int32Array;
}

function sideOf(network: WalkNetwork): Side {
  const loaded = readSnapshot(writeSnapshot(network));
  const walker = createWalker(openStreets(loaded), profileOf("adult"));
  return { walker, places: placesAtJunctions(loaded), order: shuffled(loaded.nodeCount, SEED) };
}

/** What is timed: walks from some of a side's origins, told how many junctions they reached. */
type Prepare = (side: Side, first: number, origins: number) => () => number;

/** Milliseconds a junction reached: random origins of two networks never reach equally many. */
function costOf(walk: () => number): number {
  const before = performance.now();
  const reached = walk();
  return (performance.now() - before) / Math.max(1, reached);
}

function junctionsReached(side: Side): number {
  const origins = Math.min(1000, side.order.length);
  return oneByOne(side, 0, origins)() / origins;
}

function oneByOne({ walker, places, order }: Side, first: number, origins: number): () => number {
  return () => {
    let reached = 0;
    for (let i = first; i < first + origins; i++) {
      const start = placeAt(places, order[i % order.length]);
      if (start === null) continue;
      spreadFrom(walker, start, limitOf(walker));
      reached += walker.search.touchedCount;
    }
    return reached;
  };
}

/** On the calling thread, the job's own preparations included. */
function inBatch({ walker, places, order }: Side, first: number, origins: number): () => number {
  const ours = Array.from({ length: origins }, (_, i) => placeAt(places, order[(first + i) % order.length]));
  const starts = columnsOf(ours);
  return () => {
    const job = reachJob(starts, limitOf(walker));
    runHere(walker, walker, job);
    return job.junctions.reduce((sum, count) => sum + count, 0);
  };
}

function limitOf({ profile }: Walker): number {
  return limitMm(MINUTES, profile.speedMmPerSecond);
}

/** Building, writing and loading at several sizes; memory is the process's peak, so sizes go upwards. */
export async function buildingAndLoading(rows: StreetRows, copies: readonly number[]): Promise<Gate[]> {
  const gates: Gate[] = [];
  let perNode: number | null = null;
  for (const count of copies) {
    const many = laidOut(rows, count);
    const before = performance.now();
    const network = buildNetwork(many);
    const buildMs = performance.now() - before;
    const block = writeSnapshot(network);
    const load = await timed(3, 1, () => readSnapshot(block));
    if (load.result.nodeCount !== network.nodeCount) throw new Error("a snapshot lost junctions");
    const nodes = many.nodeFlags.length;
    perNode ??= buildMs / nodes;
    gates.push({
      what: `build ${figure(nodes / 1e6)} M nodes; load its ${figure(block.length / 1e6)} MB; peak ${figure(process.resourceUsage().maxRSS / 1e3)} MB`,
      ours: `${milliseconds(buildMs)}; ${milliseconds(load.ms)}`,
      peer: `${milliseconds(perNode * nodes)} in proportion to the smallest`,
      ratio: buildMs / (perNode * nodes),
      bound: null,
    });
  }
  return gates;
}
