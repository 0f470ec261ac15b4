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

/** One origin on the large network against one on the small: the copies are alike, so every difference is the size. */
export async function growth(rows: StreetRows, copies: number, origins: number): Promise<Gate[]> {
  const small = sideOf(buildNetwork(rows));
  const large = sideOf(buildNetwork(laidOut(rows, copies)));
  const ratios: number[] = [];
  const times: [number, number][] = [];
  // In turns, so that whatever else the machine does falls on both.
  for (let round = -5; round < ROUNDS; round++) {
    const [a, b] = [sweep(small, round + 5, origins), sweep(large, round + 5, origins)];
    if (round < 0) continue;
    times.push([a.ms / a.reached, b.ms / b.reached]);
    ratios.push(b.ms / b.reached / (a.ms / a.reached));
  }
  const each = (side: 0 | 1) => milliseconds(median(times.map((pair) => pair[side])) * reachedByOne(small));
  return [
    {
      what: `reach of one origin, network ${copies}× larger`,
      ours: each(1),
      peer: `${each(0)} on the small one`,
      ratio: median(ratios),
      bound: { most: 1.15 },
    },
  ];
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

/** Time and junctions reached, which the time is divided by: random origins of two networks never match exactly. */
function sweep({ walker, places, order }: Side, round: number, origins: number): { ms: number; reached: number } {
  const limit = limitMm(MINUTES, walker.profile.speedMmPerSecond);
  let reached = 0;
  const before = performance.now();
  for (let i = 0; i < origins; i++) {
    const start = placeAt(places, order[(round * origins + i) % order.length]);
    if (start === null) continue;
    spreadFrom(walker, start, limit);
    reached += walker.search.touchedCount;
  }
  return { ms: performance.now() - before, reached };
}

function reachedByOne(side: Side): number {
  const origins = Math.min(1000, side.order.length);
  return sweep(side, 0, origins).reached / origins;
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
