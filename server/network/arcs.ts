/** Edges laid out as arcs in compressed sparse rows, once as walked and once turned round. @module */
import { type Arcs, EdgeFlag } from "./walk-network.ts";

export interface EdgeEnds {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly lengthMm: Int32Array;
  readonly flags: Uint8Array;
}

/**
 * @param halves pairs: private half of a junction, public half; one arc of no length each
 * @param closed edges that carry any of these {@link EdgeFlag}s are left out
 */
export function layOutArcs(
  nodeCount: number,
  edges: EdgeEnds,
  halves: ArrayLike<number>,
  closed: number,
): { forward: Arcs; backward: Arcs } {
  return {
    forward: rowsOf(nodeCount, edges, halves, closed, EdgeFlag.FORWARD, EdgeFlag.BACKWARD, 0),
    backward: rowsOf(nodeCount, edges, halves, closed, EdgeFlag.BACKWARD, EdgeFlag.FORWARD, 1),
  };
}

function rowsOf(
  nodeCount: number,
  { from, to, lengthMm, flags }: EdgeEnds,
  halves: ArrayLike<number>,
  closed: number,
  along: number,
  against: number,
  halfTail: 0 | 1,
): Arcs {
  const start = new Uint32Array(nodeCount + 1);
  const usable = (e: number): boolean => (flags[e] & closed) === 0 && from[e] !== to[e];
  for (let e = 0; e < from.length; e++) {
    if (!usable(e)) continue;
    if ((flags[e] & along) !== 0) start[from[e] + 1]++;
    if ((flags[e] & against) !== 0) start[to[e] + 1]++;
  }
  for (let i = halfTail; i < halves.length; i += 2) start[halves[i] + 1]++;
  for (let v = 0; v < nodeCount; v++) start[v + 1] += start[v];
  const next = start.slice();
  const pairs = new Int32Array(2 * start[nodeCount]);
  const edge = new Int32Array(start[nodeCount]);
  const add = (tail: number, head: number, mm: number, e: number): void => {
    const a = next[tail]++;
    pairs[2 * a] = head;
    pairs[2 * a + 1] = mm;
    edge[a] = e;
  };
  for (let e = 0; e < from.length; e++) {
    if (!usable(e)) continue;
    if ((flags[e] & along) !== 0) add(from[e], to[e], lengthMm[e], e);
    if ((flags[e] & against) !== 0) add(to[e], from[e], lengthMm[e], e);
  }
  for (let i = 0; i < halves.length; i += 2) add(halves[i + halfTail], halves[i + 1 - halfTail], 0, -1);
  return { start, pairs, edge };
}
