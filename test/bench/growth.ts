/** Gates of size: the cost of one origin on a network ten times larger, and what building and loading cost by size. @module */

import { limitMm } from "../../server/base/units.ts";
import type { StreetRows } from "../../server/import/rows.ts";
import { buildNetwork } from "../../server/network/build.ts";
import { readSnapshot, writeSnapshot } from "../../server/network/snapshot.ts";
import type { WalkNetwork } from "../../server/network/walk-network.ts";
import { type Places, placeAt } from "../../server/reach/nearest.ts";
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

/** One origin on the large network against one on the small: the copies are alike, so every difference is the size. */
export async function growth(rows: StreetRows, copies: number, origins: number): Promise<Gate[]> {
  const small = sideOf(buildNetwork(rows));
  const large = sideOf(buildNetwork(laidOut(rows, copies)));
  const inOrder = (side: Side): Side => ({ ...side, order: side.order.toSorted() });
  return [
    {
      ...compared(small, large, origins),
      what: `reach of one random origin, network ${copies}× larger`,
      bound: { most: 1.15 },
    },
    {
      ...compared(inOrder(small), inOrder(large), origins),
      what: "the same, origins in order as in a sweep",
      bound: null,
    },
  ];
}

function compared(small: Side, large: Side, origins: number): Pick<Gate, "ours" | "peer" | "ratio"> {
  const times: [large: number, small: number][] = [];
  // In turns, so that whatever else the machine does falls on both.
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const pair: [number, number] = [sweep(large, round, origins), sweep(small, round, origins)];
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

/** Milliseconds a junction reached: random origins of two networks never reach equally many. */
function sweep(side: Side, round: number, origins: number): number {
  const before = performance.now();
  const reached = reachFrom(side, round * origins, origins);
  return (performance.now() - before) / Math.max(1, reached);
}

function junctionsReached(side: Side): number {
  const origins = Math.min(1000, side.order.length);
  return reachFrom(side, 0, origins) / origins;
}

function reachFrom({ walker, places, order }: Side, first: number, origins: number): number {
  const limit = limitMm(MINUTES, walker.profile.speedMmPerSecond);
  let reached = 0;
  for (let i = first; i < first + origins; i++) {
    const start = placeAt(places, order[i % order.length]);
    if (start === null) continue;
    spreadFrom(walker, start, limit);
    reached += walker.search.touchedCount;
  }
  return reached;
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
