/** One profile on one network, with the memory its searches need: made once, used for many walks, one at a time. @module */
import { layOutArcs } from "../network/arcs.ts";
import { buildSegmentGrid, type SegmentGrid } from "../network/segment-grid.ts";
import type { Arcs, WalkNetwork } from "../network/walk-network.ts";
import { BucketQueue } from "./bucket-queue.ts";
import { closedTo, type Profile } from "./profile.ts";
import { createSearch, type Search } from "./search.ts";

export interface Walker {
  readonly network: WalkNetwork;
  readonly grid: SegmentGrid;
  readonly profile: Profile;
  /** EdgeFlags of edges that this profile cannot use. */
  readonly closed: number;
  readonly forward: Arcs;
  readonly backward: Arcs;
  readonly search: Search;
}

/** A network with its grid; profiles share it. */
export interface Streets {
  readonly network: WalkNetwork;
  readonly grid: SegmentGrid;
}

export function openStreets(network: WalkNetwork): Streets {
  return { network, grid: buildSegmentGrid(network) };
}

/** The base network stays untouched: a profile with closed edges gets arcs of its own (some milliseconds on a city). */
export function createWalker({ network, grid }: Streets, profile: Profile): Walker {
  const closed = closedTo(profile);
  const arcs = closed === 0 ? network : arcsWithout(network, closed);
  const search = createSearch(network.nodeCount, new BucketQueue());
  return { network, grid, profile, closed, forward: arcs.forward, backward: arcs.backward, search };
}

function arcsWithout(network: WalkNetwork, closed: number): { forward: Arcs; backward: Arcs } {
  const ends = { from: network.edgeFrom, to: network.edgeTo, lengthMm: network.edgeLengthMm, flags: network.edgeFlags };
  return layOutArcs(network.nodeCount, ends, halvesOf(network), closed);
}

/** Pairs of private and public half, read back from the arcs that join them. */
function halvesOf({ nodeCount, forward }: WalkNetwork): number[] {
  const halves: number[] = [];
  for (let v = 0; v < nodeCount; v++) {
    for (let a = forward.start[v]; a < forward.start[v + 1]; a++) {
      if (forward.edge[a] < 0) halves.push(v, forward.pairs[2 * a]);
    }
  }
  return halves;
}
