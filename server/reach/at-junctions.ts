/** Many places gathered at the junctions that their walks pass, so that a search finds them where it comes. @module */
import { EdgeFlag, type WalkNetwork } from "../network/walk-network.ts";
import type { Places } from "./nearest.ts";

/** Places in compressed sparse rows by junction; a place stands at up to two. */
export interface AtJunctions {
  /** Shape [n + 1]. Entries of junction v are `start[v] … start[v + 1] - 1`. */
  readonly start: Uint32Array;
  /** Shape [entries]. Index of the place. */
  readonly place: Int32Array;
  /** Shape [entries]. Walk between the junction and the point, its offset included. */
  readonly mm: Int32Array;
}

/** @param leaving true for starts of walks (from the place to the junction), false for their ends */
export function gatherAtJunctions(network: WalkNetwork, places: Places, leaving: boolean): AtJunctions {
  const start = new Uint32Array(network.nodeCount + 1);
  eachJunction(network, places, leaving, (junction) => {
    start[junction + 1]++;
  });
  for (let v = 0; v < network.nodeCount; v++) start[v + 1] += start[v];
  const next = start.slice();
  const place = new Int32Array(start[network.nodeCount]);
  const mm = new Int32Array(place.length);
  eachJunction(network, places, leaving, (junction, index, walkMm) => {
    const at = next[junction]++;
    place[at] = index;
    mm[at] = walkMm;
  });
  return { start, place, mm };
}

/** Places by the edge that they lie on. */
export function placesByEdge({ edge }: Places): ReadonlyMap<number, readonly number[]> {
  const byEdge = new Map<number, number[]>();
  for (let i = 0; i < edge.length; i++) {
    if (edge[i] < 0) continue;
    const list = byEdge.get(edge[i]);
    if (list) list.push(i);
    else byEdge.set(edge[i], [i]);
  }
  return byEdge;
}

function eachJunction(
  { edgeFrom, edgeTo, edgeLengthMm, edgeFlags }: WalkNetwork,
  { edge, mm, offsetMm }: Places,
  leaving: boolean,
  visit: (junction: number, place: number, mm: number) => void,
): void {
  const towardsFrom = leaving ? EdgeFlag.BACKWARD : EdgeFlag.FORWARD;
  const towardsTo = leaving ? EdgeFlag.FORWARD : EdgeFlag.BACKWARD;
  for (let i = 0; i < edge.length; i++) {
    const e = edge[i];
    if (e < 0) continue;
    const rest = edgeLengthMm[e] - mm[i];
    if ((edgeFlags[e] & towardsFrom) !== 0 || mm[i] === 0) visit(edgeFrom[e], i, mm[i] + offsetMm[i]);
    if ((edgeFlags[e] & towardsTo) !== 0 || rest === 0) visit(edgeTo[e], i, rest + offsetMm[i]);
  }
}
