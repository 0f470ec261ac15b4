/** Arcs of an edited network: rows of the junctions that an edit changes are laid out anew, all others copied as they are. @module */
import type { EdgeEnds, Joins } from "../arcs.ts";
import { copyShifted } from "../copy-shifted.ts";
import { type Arcs, EdgeFlag, type WalkNetwork } from "../walk-network.ts";

export interface EditedRows {
  readonly nodeCount: number;
  readonly edges: EdgeEnds;
  /** Junctions of the base that lose the joins that they have there. */
  readonly rejoined: readonly number[];
  /** Joins of the edited network that the base has not. */
  readonly joins: Joins;
}

export interface EditedArcs {
  readonly forward: Arcs;
  readonly backward: Arcs;
  /** Junctions whose arcs are not those of the base, and all new ones. */
  readonly affected: readonly number[];
}

export function editArcs(base: WalkNetwork, edited: EditedRows): EditedArcs {
  const changedAt = changedEdges(base, edited);
  const { joins, rejoined } = edited;
  const affected = new Set([...changedAt.keys(), ...rejoined]);
  for (let i = 0; i < joins.tail.length; i++) affected.add(joins.tail[i]).add(joins.head[i]);
  for (let v = base.nodeCount; v < edited.nodeCount; v++) affected.add(v);
  const order = [...affected].sort((a, b) => a - b);
  const edgesAt = order.map((v) => [...edgesOf(base, v), ...(changedAt.get(v) ?? [])].sort((a, b) => a - b));
  const loses = new Set(rejoined);
  const arcs = (of: Arcs, along: number, against: number, tail: ArrayLike<number>, head: ArrayLike<number>): Arcs => {
    const rows = order.map((v, i) => {
      const row = rowOf(edited.edges, v, edgesAt[i], along, against);
      if (v < base.nodeCount && !loses.has(v)) keepJoins(of, v, row);
      for (let j = 0; j < tail.length; j++) if (tail[j] === v) row.push(head[j], 0, -1);
      return row;
    });
    return spliced(of, base.nodeCount, edited.nodeCount, order, rows);
  };
  return {
    forward: arcs(base.forward, EdgeFlag.FORWARD, EdgeFlag.BACKWARD, joins.tail, joins.head),
    backward: arcs(base.backward, EdgeFlag.BACKWARD, EdgeFlag.FORWARD, joins.head, joins.tail),
    affected: order,
  };
}

/** Edges with other ends or flags than in the base, and new ones, by their junctions there and here. */
function changedEdges(base: WalkNetwork, { edges: { from, to, flags } }: EditedRows): Map<number, number[]> {
  const { edgeFrom, edgeTo, edgeFlags, edgeCount } = base;
  const at = new Map<number, number[]>();
  const put = (edge: number, ...junctions: number[]): void => {
    for (const v of junctions) at.set(v, [...(at.get(v) ?? []), edge]);
  };
  for (let e = 0; e < edgeCount; e++) {
    if (flags[e] !== edgeFlags[e] || from[e] !== edgeFrom[e] || to[e] !== edgeTo[e])
      put(e, edgeFrom[e], edgeTo[e], from[e], to[e]);
  }
  for (let e = edgeCount; e < from.length; e++) put(e, from[e], to[e]);
  return at;
}

function edgesOf({ forward, backward, nodeCount }: WalkNetwork, v: number): number[] {
  if (v >= nodeCount) return [];
  return [forward, backward].flatMap(({ start, edge }) => [...edge.subarray(start[v], start[v + 1])]);
}

/** Head, length and edge of every arc of a row, one after the other. */
type Row = number[];

/** @param candidates rising, with repeats: all edges that may end here */
function rowOf(
  { from, to, lengthMm, flags }: EdgeEnds,
  v: number,
  candidates: readonly number[],
  along: number,
  against: number,
): Row {
  const row: Row = [];
  candidates.forEach((e, i) => {
    // Loops lead nowhere.
    if (e < 0 || e === candidates[i - 1] || from[e] === to[e]) return;
    if (from[e] === v && (flags[e] & along) !== 0) row.push(to[e], lengthMm[e], e);
    if (to[e] === v && (flags[e] & against) !== 0) row.push(from[e], lengthMm[e], e);
  });
  return row;
}

function keepJoins({ start, pairs, edge }: Arcs, v: number, row: Row): void {
  for (let a = start[v]; a < start[v + 1]; a++) if (edge[a] < 0) row.push(pairs[2 * a], pairs[2 * a + 1], -1);
}

/** @param order rising: junctions of `rows`, among them all that the base has not */
function spliced(
  { start, pairs, edge }: Arcs,
  baseCount: number,
  nodeCount: number,
  order: readonly number[],
  rows: readonly Row[],
): Arcs {
  const growth = order.reduce(
    (sum, v, i) => sum + rows[i].length / 3 - (v < baseCount ? start[v + 1] - start[v] : 0),
    0,
  );
  const arcCount = edge.length + growth;
  const out = {
    start: new Uint32Array(nodeCount + 1),
    pairs: new Int32Array(2 * arcCount),
    edge: new Int32Array(arcCount),
  };
  let from = 0;
  let at = 0;
  const copyUpTo = (v: number): void => {
    const first = start[from];
    const shift = at - first;
    copyShifted(start, from, v, shift, out.start);
    out.pairs.set(pairs.subarray(2 * first, 2 * start[v]), 2 * at);
    out.edge.set(edge.subarray(first, start[v]), at);
    at += start[v] - first;
    from = v;
  };
  order.forEach((v, i) => {
    copyUpTo(Math.min(v, baseCount));
    from = Math.min(v + 1, baseCount);
    out.start[v] = at;
    for (let a = 0; a < rows[i].length; a += 3) {
      out.pairs[2 * at] = rows[i][a];
      out.pairs[2 * at + 1] = rows[i][a + 1];
      out.edge[at++] = rows[i][a + 2];
    }
  });
  copyUpTo(baseCount);
  out.start[nodeCount] = at;
  return out;
}
