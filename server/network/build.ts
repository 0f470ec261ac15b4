/** From walkable ways to a walking network: cut, join, order, lay out, check. @module */
import { pieceLengthM } from "../base/metric.ts";
import type { StreetRows } from "../import/rows.ts";
import { acrossAntimeridian } from "./antimeridian.ts";
import { type Joins, layOutArcs } from "./arcs.ts";
import { type Chains, joinChains } from "./chains.ts";
import { weakComponents } from "./components.ts";
import { networkError } from "./errors.ts";
import { hilbertOrder } from "./hilbert.ts";
import { assertIntegrity } from "./integrity.ts";
import { cutIntoPieces, type Measure, type Pieces } from "./pieces.ts";
import type { WalkNetwork } from "./walk-network.ts";

/**
 * Builds the network; throws `network_empty` where nothing can be walked, and `street_too_long` or `network_too_wide`
 * where its numbers cannot hold it.
 *
 * @param lengthM metres between two neighbouring nodes of a way, in degrees
 */
export function buildNetwork(given: StreetRows, lengthM: Measure = pieceLengthM): WalkNetwork {
  const rows = acrossAntimeridian(given);
  const pieces = cutIntoPieces(rows, lengthM);
  if (pieces.from.length === 0) throw networkError("network_empty");
  const chains = joinChains(rows, pieces);
  const { junctions, numberOf } = orderJunctions(rows, pieces, chains);
  const nodeCount = junctions.length;
  const edgeOrder = orderEdges(chains, numberOf);
  const edges = layOutEdges(rows, pieces, chains, edgeOrder, numberOf);
  const { forward, backward } = layOutArcs(nodeCount, edges, halvesOf(pieces, numberOf), 0);
  const { component, count } = weakComponents(nodeCount, forward);
  const network: WalkNetwork = {
    nodeCount,
    edgeCount: edges.from.length,
    nodeLonE7: pick(rows.nodeLonE7, junctions, pieces.nodeOf),
    nodeLatE7: pick(rows.nodeLatE7, junctions, pieces.nodeOf),
    nodeFlags: Uint8Array.from(junctions, (v) => rows.nodeFlags[pieces.nodeOf[v]]),
    nodeOrigin: Int32Array.from(junctions, (v) => pieces.nodeOf[v]),
    component,
    componentCount: count,
    forward,
    backward,
    edgeFrom: edges.from,
    edgeTo: edges.to,
    edgeLengthMm: edges.lengthMm,
    edgeFlags: edges.flags,
    edgeStepsPerKm: edges.stepsPerKm,
    edgeName: edges.name,
    shapeStart: edges.shapeStart,
    shapeLonE7: edges.shapeLonE7,
    shapeLatE7: edges.shapeLatE7,
    shapeMm: edges.shapeMm,
    names: rows.names,
  };
  assertIntegrity(network);
  return network;
}

/** The step from the private to the public half of every split junction. */
function halvesOf({ halves }: Pieces, numberOf: Int32Array): Joins {
  const half = (which: 0 | 1) => Array.from({ length: halves.length / 2 }, (_, i) => numberOf[halves[2 * i + which]]);
  return { tail: half(0), head: half(1) };
}

/** Junctions are the ends of chains. Their numbers follow the Hilbert curve. */
function orderJunctions(
  rows: StreetRows,
  pieces: Pieces,
  chains: Chains,
): { junctions: Uint32Array; numberOf: Int32Array } {
  const used = new Uint8Array(pieces.nodeCount);
  for (let e = 0; e < chains.from.length; e++) used[chains.from[e]] = used[chains.to[e]] = 1;
  const found = new Uint32Array(used.reduce((sum, u) => sum + u, 0));
  for (let v = 0, i = 0; v < used.length; v++) if (used[v] === 1) found[i++] = v;
  const order = hilbertOrder(pick(rows.nodeLonE7, found, pieces.nodeOf), pick(rows.nodeLatE7, found, pieces.nodeOf));
  const junctions = order.map((i) => found[i]);
  const numberOf = new Int32Array(pieces.nodeCount).fill(-1);
  for (let i = 0; i < junctions.length; i++) numberOf[junctions[i]] = i;
  return { junctions, numberOf };
}

/** Edges follow the junction they start at; edges of one junction keep the order of the file. */
function orderEdges(chains: Chains, numberOf: Int32Array): Uint32Array {
  const order = new Uint32Array(chains.from.length);
  for (let e = 0; e < order.length; e++) order[e] = e;
  return order.sort((a, b) => numberOf[chains.from[a]] - numberOf[chains.from[b]] || a - b);
}

function layOutEdges(rows: StreetRows, pieces: Pieces, chains: Chains, order: Uint32Array, numberOf: Int32Array) {
  const m = order.length;
  const points = chains.shapeNode.length;
  const edges = {
    from: new Int32Array(m),
    to: new Int32Array(m),
    lengthMm: new Int32Array(m),
    flags: new Uint16Array(m),
    stepsPerKm: new Uint16Array(m),
    name: new Int32Array(m),
    shapeStart: new Uint32Array(m + 1),
    shapeLonE7: new Int32Array(points),
    shapeLatE7: new Int32Array(points),
    shapeMm: new Int32Array(points),
  };
  let at = 0;
  for (let e = 0; e < m; e++) {
    const chain = order[e];
    edges.from[e] = numberOf[chains.from[chain]];
    edges.to[e] = numberOf[chains.to[chain]];
    edges.flags[e] = chains.flags[chain];
    edges.stepsPerKm[e] = chains.stepsPerKm[chain];
    edges.name[e] = chains.name[chain];
    for (let i = chains.shapeStart[chain]; i < chains.shapeStart[chain + 1]; i++, at++) {
      const node = pieces.nodeOf[chains.shapeNode[i]];
      edges.shapeLonE7[at] = rows.nodeLonE7[node];
      edges.shapeLatE7[at] = rows.nodeLatE7[node];
      edges.shapeMm[at] = chains.shapeMm[i];
    }
    edges.shapeStart[e + 1] = at;
    edges.lengthMm[e] = edges.shapeMm[at - 1];
  }
  return edges;
}

function pick(values: Int32Array, nodes: Uint32Array, nodeOf: Uint32Array): Int32Array {
  const picked = new Int32Array(nodes.length);
  for (let i = 0; i < nodes.length; i++) picked[i] = values[nodeOf[nodes[i]]];
  return picked;
}
