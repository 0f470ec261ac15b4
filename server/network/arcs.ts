/** Edges laid out as arcs in compressed sparse rows, once as walked and once turned round. @module */
import { type Arcs, EdgeFlag, type WalkNetwork } from "./walk-network.ts";

export interface EdgeEnds {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly lengthMm: Int32Array;
  readonly flags: Uint16Array;
}

/** Steps between junctions at one place that belong to no edge: one way each, with what the step costs. */
export interface Joins {
  readonly tail: ArrayLike<number>;
  readonly head: ArrayLike<number>;
  /** Shape as the others; all of no length where it is left out. */
  readonly mm?: ArrayLike<number> | undefined;
}

/** @param closed edges that carry any of these {@link EdgeFlag}s are left out */
export function layOutArcs(
  nodeCount: number,
  edges: EdgeEnds,
  joins: Joins,
  closed: number,
): { forward: Arcs; backward: Arcs } {
  return {
    forward: rowsOf(nodeCount, edges, joins, closed, EdgeFlag.FORWARD, EdgeFlag.BACKWARD),
    backward: rowsOf(nodeCount, edges, turned(joins), closed, EdgeFlag.BACKWARD, EdgeFlag.FORWARD),
  };
}

function rowsOf(
  nodeCount: number,
  { from, to, lengthMm, flags }: EdgeEnds,
  joins: Joins,
  closed: number,
  along: number,
  against: number,
): Arcs {
  const start = new Uint32Array(nodeCount + 1);
  for (let e = 0; e < from.length; e++) {
    const ways = flags[e];
    // Loops lead nowhere.
    if ((ways & closed) !== 0 || from[e] === to[e]) continue;
    if ((ways & along) !== 0) start[from[e] + 1]++;
    if ((ways & against) !== 0) start[to[e] + 1]++;
  }
  for (let i = 0; i < joins.tail.length; i++) start[joins.tail[i] + 1]++;
  for (let v = 0; v < nodeCount; v++) start[v + 1] += start[v];
  const next = start.slice();
  const pairs = new Int32Array(2 * start[nodeCount]);
  const edge = new Int32Array(start[nodeCount]);
  for (let e = 0; e < from.length; e++) {
    const ways = flags[e];
    if ((ways & closed) !== 0 || from[e] === to[e]) continue;
    if ((ways & along) !== 0) {
      const a = next[from[e]]++;
      pairs[2 * a] = to[e];
      pairs[2 * a + 1] = lengthMm[e];
      edge[a] = e;
    }
    if ((ways & against) !== 0) {
      const a = next[to[e]]++;
      pairs[2 * a] = from[e];
      pairs[2 * a + 1] = lengthMm[e];
      edge[a] = e;
    }
  }
  for (let i = 0; i < joins.tail.length; i++) {
    const a = next[joins.tail[i]]++;
    pairs[2 * a] = joins.head[i];
    pairs[2 * a + 1] = joins.mm?.[i] ?? 0;
    edge[a] = -1;
  }
  return { start, pairs, edge };
}

function turned({ tail, head, mm }: Joins): Joins {
  return { tail: head, head: tail, mm };
}

/** The joins of a network, read back from its arcs. */
export function joinsOf({ nodeCount, forward }: Pick<WalkNetwork, "nodeCount" | "forward">): {
  tail: number[];
  head: number[];
  mm: number[];
} {
  const joins = { tail: [] as number[], head: [] as number[], mm: [] as number[] };
  for (let v = 0; v < nodeCount; v++) {
    for (let a = forward.start[v]; a < forward.start[v + 1]; a++) {
      if (forward.edge[a] >= 0) continue;
      joins.tail.push(v);
      joins.head.push(forward.pairs[2 * a]);
      joins.mm.push(forward.pairs[2 * a + 1]);
    }
  }
  return joins;
}
