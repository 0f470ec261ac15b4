/** A block of lattice points joined to their nearest streets, grouped by street so that a field is read street by street. @module */
import { EdgeFlag, type WalkNetwork } from "../../network/walk-network.ts";
import { type CutStore, createCutStore } from "./cut-store.ts";
import type { Lattice } from "./lattice.ts";
import { emptyPlaces, type Places, paintNearest } from "./paint.ts";

/** Points on a side. */
export const BLOCK = 32;
export const BLOCK_SHIFT = 5;
export const BLOCK_POINTS = BLOCK * BLOCK;

/** The points' places, and the same points in runs of one edge each. */
export interface Layer extends Places {
  /** Shape [6 × runs]. Edge, its two junctions, its length, 1 where it is walked both ways else 0, end of the run in `order`. */
  readonly runs: Int32Array;
  /** Points that have a place, run by run. */
  readonly order: Uint16Array;
}
export const RUN = 6;

export interface LatticeBlock {
  /** Nearest place of all; points row by row from the south-west. */
  readonly all: Layer;
  /** The nearest public place of points whose nearest is private (others have none here); null where there is no such point. */
  readonly open: Layer | null;
  /**
   * Shape [2 × points], by layer; null until one is asked for. At 2 × point of the lattice edge running east, + 1 of that
   * running north: 0 not yet known, −1 where nothing jumps, else the record in `cuts` + 1.
   */
  allCuts: Int32Array | null;
  openCuts: Int32Array | null;
  readonly cuts: CutStore;
}

/** @param x lattice numbers of the south-west point */
export function joinBlock(
  { streets, painter, west, south, lonStep, latStep }: Lattice,
  x: number,
  y: number,
): LatticeBlock {
  const { network, closed } = streets;
  const square = { lon: new Float64Array(BLOCK), lat: new Float64Array(BLOCK) };
  for (let i = 0; i < BLOCK; i++) {
    square.lon[i] = west + (x + i) * lonStep;
    square.lat[i] = south + (y + i) * latStep;
  }
  const all = emptyPlaces(BLOCK_POINTS);
  paintNearest(streets, square, EVERY_POINT, all, painter);
  const isPrivate = new Uint8Array(BLOCK_POINTS);
  for (let i = 0; i < BLOCK_POINTS; i++)
    if (all.edge[i] >= 0 && (network.edgeFlags[all.edge[i]] & EdgeFlag.PRIVATE) !== 0) isPrivate[i] = 1;
  const block = { all: inRuns(network, all), open: null, allCuts: null, openCuts: null, cuts: createCutStore() };
  if (!isPrivate.includes(1)) return block;
  const open = emptyPlaces(BLOCK_POINTS);
  paintNearest({ ...streets, closed: closed | EdgeFlag.PRIVATE }, square, isPrivate, open, painter);
  return { ...block, open: inRuns(network, open) };
}

const EVERY_POINT = new Uint8Array(BLOCK_POINTS).fill(1);

function inRuns({ edgeFrom, edgeTo, edgeLengthMm, edgeFlags }: WalkNetwork, places: Places): Layer {
  const { edge } = places;
  // One number of edge and point each, so that sorting needs no comparison of ours.
  const keys = new Float64Array(BLOCK_POINTS);
  let count = 0;
  for (let i = 0; i < BLOCK_POINTS; i++) if (edge[i] >= 0) keys[count++] = edge[i] * BLOCK_POINTS + i;
  const sorted = keys.subarray(0, count).sort();
  const order = new Uint16Array(count);
  const runs: number[] = [];
  const bothWays = EdgeFlag.FORWARD | EdgeFlag.BACKWARD;
  for (let i = 0; i < count; i++) {
    order[i] = sorted[i] % BLOCK_POINTS;
    const e = edge[order[i]];
    if (i + 1 < count && Math.floor(sorted[i + 1] / BLOCK_POINTS) === e) continue;
    runs.push(e, edgeFrom[e], edgeTo[e], edgeLengthMm[e], (edgeFlags[e] & bothWays) === bothWays ? 1 : 0, i + 1);
  }
  return { ...places, runs: Int32Array.from(runs), order };
}
