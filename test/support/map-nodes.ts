/** Walks of the engine to and from every node of the map that a network was built of, to be held against an uncontracted graph. @module */
import type { StreetRows } from "../../server/import/rows.ts";
import type { Spot } from "../../server/network/snap.ts";
import { EdgeFlag } from "../../server/network/walk-network.ts";
import { totalTo } from "../../server/reach/ends.ts";
import { type Ends, spreadFromEnds } from "../../server/reach/nearest.ts";
import { endsByEdge, readField } from "../../server/reach/nearest-field.ts";
import { spreadFrom } from "../../server/reach/spread-from.ts";
import type { Walker } from "../../server/reach/walker.ts";

/** Half of a node (index × 2, + 1 on private ways) → millimetres. Nodes at one place are one. */
export type NodeWalks = Map<number, number>;

export interface MapNodes {
  /** The first node at the same place, its half kept. */
  same(half: number): number;
  /** Walks from a start within a limit, inclusive. */
  within(walker: Walker, start: Spot & { readonly lon: number; readonly lat: number }, limitMm: number): NodeWalks;
  /** Walks from every node to the nearest of the ends. */
  toNearest(walker: Walker, ends: Ends): NodeWalks;
}

export function mapNodes({ nodeLonE7, nodeLatE7 }: StreetRows): MapNodes {
  const at = new Map<string, number>();
  const first = Int32Array.from(nodeLonE7, (lonE7, node) => {
    const place = `${lonE7},${nodeLatE7[node]}`;
    const known = at.get(place) ?? node;
    at.set(place, known);
    return known;
  });
  const keepLeast = (walks: NodeWalks, half: number, mm: number): void => {
    if (mm < (walks.get(half) ?? Infinity)) walks.set(half, mm);
  };
  /** Every shape point is a node of the map. */
  const eachNode = (walker: Walker, edge: number, visit: (half: number, mm: number) => void): void => {
    const { shapeStart, shapeLonE7, shapeLatE7, shapeMm, edgeFlags } = walker.network;
    if ((edgeFlags[edge] & walker.closed) !== 0) return;
    const side = (edgeFlags[edge] & EdgeFlag.PRIVATE) !== 0 ? 1 : 0;
    for (let i = shapeStart[edge]; i < shapeStart[edge + 1]; i++) {
      const node = at.get(`${shapeLonE7[i]},${shapeLatE7[i]}`);
      if (node === undefined) throw new Error(`edge ${edge} passes a place that no node has`);
      visit(2 * node + side, shapeMm[i]);
    }
  };
  return {
    same: (half) => 2 * first[half >> 1] + (half & 1),
    within(walker, start, limitMm) {
      const { network, search } = walker;
      const walks: NodeWalks = new Map();
      spreadFrom(walker, start, limitMm);
      for (let edge = 0; edge < network.edgeCount; edge++) {
        const isNear = search.mm[network.edgeFrom[edge]] <= limitMm || search.mm[network.edgeTo[edge]] <= limitMm;
        if (!isNear && edge !== start.edge) continue;
        eachNode(walker, edge, (half, mm) => {
          const total = totalTo(walker, start, { edge, mm, offsetMm: 0, lon: 0, lat: 0 });
          if (total <= limitMm) keepLeast(walks, half, total);
        });
      }
      return walks;
    },
    toNearest(walker, ends) {
      const walks: NodeWalks = new Map();
      const onEdge = endsByEdge(ends);
      const best = { mm: Infinity, end: -1 };
      spreadFromEnds(walker, ends);
      for (let edge = 0; edge < walker.network.edgeCount; edge++) {
        eachNode(walker, edge, (half, mm) => {
          readField(walker.network, walker.search, ends, onEdge, { edge, mm, offsetMm: 0 }, best);
          if (best.end >= 0) keepLeast(walks, half, best.mm);
        });
      }
      return walks;
    },
  };
}
