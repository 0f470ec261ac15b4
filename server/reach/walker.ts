/** One profile on one network, with the memory its searches need: made once, used for many walks, one at a time. @module */
import { joinsOf, layOutArcs } from "../network/arcs.ts";
import { type Edit, editNetwork } from "../network/edits/edits.ts";
import { editGrid } from "../network/edits/grid.ts";
import { withPenalties } from "../network/penalties.ts";
import type { Measure } from "../network/pieces.ts";
import { buildSegmentGrid, type SegmentGrid } from "../network/segment-grid.ts";
import type { Arcs, WalkNetwork } from "../network/walk-network.ts";
import { closedTo, type Profile, penaltiesOf } from "./profile.ts";
import { createSearch, type Search } from "./search.ts";

export interface Walker {
  /**
   * The streets as the profile feels them: where something costs it time, millimetres are what could be walked
   * meanwhile (see `withPenalties`). All walks, places and limits are in these.
   */
  readonly network: WalkNetwork;
  /** The same streets in true lengths; the very same network where nothing costs the profile time. */
  readonly plain: WalkNetwork;
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

/** The streets with what-ifs, beside the ones they start from; see `editNetwork`. */
export function withEdits({ network, grid }: Streets, edits: readonly Edit[], lengthM?: Measure): Streets {
  const edited = editNetwork(network, edits, lengthM);
  return { network: edited, grid: editGrid(grid, network, edited) };
}

/** The base network stays untouched: a profile that it does not fit gets arcs of its own (some milliseconds on a city). */
export function createWalker({ network: plain, grid }: Streets, profile: Profile): Walker {
  const closed = closedTo(profile);
  const network = withPenalties(plain, penaltiesOf(profile));
  const { forward, backward } = closed === 0 ? network : arcsWithout(network, closed);
  return { network, plain, grid, profile, closed, forward, backward, search: createSearch({ forward, backward }) };
}

function arcsWithout(network: WalkNetwork, closed: number): { forward: Arcs; backward: Arcs } {
  const ends = { from: network.edgeFrom, to: network.edgeTo, lengthMm: network.edgeLengthMm, flags: network.edgeFlags };
  return layOutArcs(network.nodeCount, ends, joinsOf(network), closed);
}
