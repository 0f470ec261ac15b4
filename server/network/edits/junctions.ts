/** Junctions of an edited network: those that the edits touch are split anew, by the rules of the import. @module */
import type { Joins } from "../arcs.ts";
import { EdgeFlag, JunctionFlag, type WalkNetwork } from "../walk-network.ts";
import type { Changes } from "./changes.ts";
import type { EditedEdges, NewEnd } from "./edges.ts";

type JunctionColumns = Pick<WalkNetwork, "nodeCount" | "nodeLonE7" | "nodeLatE7" | "nodeFlags" | "nodeOrigin">;

export interface EditedJunctions extends JunctionColumns {
  readonly ends: { readonly from: Int32Array; readonly to: Int32Array };
  /** Junctions of the base at touched nodes: `joins` stand for all that they had. */
  readonly rejoined: readonly number[];
  readonly joins: Joins;
}

/** One end of an edge at a node of the map. */
interface EdgeEnd {
  readonly edge: number;
  readonly side: "from" | "to";
}

/**
 * At a blocked node every end gets a junction of its own; where private and public edges meet, each kind has its half,
 * and one may step from the private to the public one; else all meet in one junction. Junctions left over stay, alone.
 */
export function splitAnew(network: WalkNetwork, changes: Changes, edges: EditedEdges): EditedJunctions {
  const touched = touchedNodes(network, changes);
  const ends = endsOf(network, edges);
  const rejoined = junctionsOf(network, touched, changes.originCount);
  const meeting = gatherEnds(network, edges, ends, touched, rejoined);
  const junctions = new Junctions(network, changes, rejoined);
  const [tail, head] = [[] as number[], [] as number[]];
  for (const [origin, list] of meeting) {
    const place = ({ edge, side }: EdgeEnd, junction: number): void => {
      ends[side][edge] = junction;
    };
    if (junctions.isBlocked(origin)) {
      for (const end of list) place(end, junctions.next(origin));
      continue;
    }
    const isPrivate = ({ edge }: EdgeEnd): boolean => (edges.edgeFlags[edge] & EdgeFlag.PRIVATE) !== 0;
    const [inside, outside] = [list.filter(isPrivate), list.filter((end) => !isPrivate(end))];
    const halves = [inside, outside]
      .filter((half) => half.length > 0)
      .map((half) => {
        const junction = junctions.next(origin);
        for (const end of half) place(end, junction);
        return junction;
      });
    if (halves.length < 2) continue;
    tail.push(halves[0]);
    head.push(halves[1]);
  }
  return { ...junctions.columns(), ends, rejoined, joins: { tail, head } };
}

function touchedNodes(network: WalkNetwork, { opened, gates, links, newNodes, originCount }: Changes): Set<number> {
  const { nodeOrigin, edgeFrom, edgeTo } = network;
  const touched = new Set(gates.keys());
  for (const edge of opened) touched.add(nodeOrigin[edgeFrom[edge]]).add(nodeOrigin[edgeTo[edge]]);
  for (const { fromOrigin, toOrigin } of links) touched.add(fromOrigin).add(toOrigin);
  for (let i = 0; i < newNodes.length; i++) touched.add(originCount + i);
  return touched;
}

/** Ends of all edges; −1 where a new edge ends at a node whose junctions are still to be made. */
function endsOf({ edgeFrom, edgeTo }: WalkNetwork, { inner }: EditedEdges) {
  const junction = (end: NewEnd): number => ("junction" in end ? end.junction : -1);
  const joined = (base: Int32Array, more: readonly number[]): Int32Array => {
    const column = new Int32Array(base.length + more.length);
    column.set(base);
    column.set(more, base.length);
    return column;
  };
  return {
    from: joined(
      edgeFrom,
      inner.map(({ from }) => junction(from)),
    ),
    to: joined(
      edgeTo,
      inner.map(({ to }) => junction(to)),
    ),
  };
}

/** Junctions of the base at some nodes, ascending. */
function junctionsOf({ nodeOrigin }: WalkNetwork, nodes: ReadonlySet<number>, originCount: number): number[] {
  if (nodes.size === 0) return [];
  const isAmong = new Uint8Array(originCount);
  for (const origin of nodes) if (origin < originCount) isAmong[origin] = 1;
  const junctions: number[] = [];
  for (let v = 0; v < nodeOrigin.length; v++) if (isAmong[nodeOrigin[v]] === 1) junctions.push(v);
  return junctions;
}

/** Ends of walkable edges at every touched node, in the order of the edges. */
function gatherEnds(
  { nodeOrigin, nodeCount, edgeCount }: WalkNetwork,
  edges: EditedEdges,
  { from, to }: { readonly from: Int32Array; readonly to: Int32Array },
  touched: ReadonlySet<number>,
  junctions: readonly number[],
): Map<number, EdgeEnd[]> {
  const meeting = new Map([...touched].map((origin): [number, EdgeEnd[]] => [origin, []]));
  if (touched.size === 0) return meeting;
  const isTouched = new Uint8Array(nodeCount);
  for (const v of junctions) isTouched[v] = 1;
  const gather = (edge: number, side: "from" | "to", junction: number): void => {
    const end = junction < 0 ? edges.inner[edge - edgeCount][side] : null;
    const origin = end !== null && "origin" in end ? end.origin : nodeOrigin[junction];
    meeting.get(origin)?.push({ edge, side });
  };
  for (let edge = 0; edge < edges.edgeCount; edge++) {
    if (edges.edgeFlags[edge] === 0) continue;
    if (from[edge] < 0 || isTouched[from[edge]] === 1) gather(edge, "from", from[edge]);
    if (to[edge] < 0 || isTouched[to[edge]] === 1) gather(edge, "to", to[edge]);
  }
  return meeting;
}

/** Hands out the junctions of touched nodes: first those that the base has there, then new ones. */
class Junctions {
  private readonly network: WalkNetwork;
  /** Junctions of the base at every touched node, and how many of them are given out. */
  private readonly here = new Map<number, number[]>();
  private readonly given = new Map<number, number>();
  private readonly flagsOf = new Map<number, number>();
  private readonly positionOf = new Map<number, readonly [lonE7: number, latE7: number]>();
  /** Node of the map of every new junction. */
  private readonly added: number[] = [];

  /** @param touched junctions of the base at touched nodes */
  constructor(network: WalkNetwork, changes: Changes, touched: readonly number[]) {
    this.network = network;
    const { nodeOrigin, nodeFlags, nodeLonE7, nodeLatE7 } = network;
    for (const v of touched) {
      const origin = nodeOrigin[v];
      this.here.set(origin, [...(this.here.get(origin) ?? []), v]);
      this.flagsOf.set(origin, nodeFlags[v]);
      this.positionOf.set(origin, [nodeLonE7[v], nodeLatE7[v]]);
    }
    changes.newNodes.forEach(({ flags, lonE7, latE7 }, i) => {
      this.flagsOf.set(changes.originCount + i, flags);
      this.positionOf.set(changes.originCount + i, [lonE7, latE7]);
    });
    for (const [origin, isBlocked] of changes.gates) {
      const others = this.flags(origin) & ~JunctionFlag.BLOCKED;
      this.flagsOf.set(origin, isBlocked ? others | JunctionFlag.BLOCKED : others);
    }
  }

  isBlocked(origin: number): boolean {
    return (this.flags(origin) & JunctionFlag.BLOCKED) !== 0;
  }

  next(origin: number): number {
    const given = this.given.get(origin) ?? 0;
    this.given.set(origin, given + 1);
    return this.here.get(origin)?.[given] ?? this.network.nodeCount + this.added.push(origin) - 1;
  }

  columns(): JunctionColumns {
    const { network, added } = this;
    const nodeCount = network.nodeCount + added.length;
    const nodeFlags = new Uint8Array(nodeCount);
    nodeFlags.set(network.nodeFlags);
    for (const [origin, junctions] of this.here) for (const v of junctions) nodeFlags[v] = this.flags(origin);
    added.forEach((origin, i) => {
      nodeFlags[network.nodeCount + i] = this.flags(origin);
    });
    const longer = (base: Int32Array, value: (origin: number) => number): Int32Array => {
      if (added.length === 0) return base;
      const column = new Int32Array(nodeCount);
      column.set(base);
      column.set(added.map(value), base.length);
      return column;
    };
    return {
      nodeCount,
      nodeLonE7: longer(network.nodeLonE7, (origin) => this.positionOf.get(origin)?.[0] ?? 0),
      nodeLatE7: longer(network.nodeLatE7, (origin) => this.positionOf.get(origin)?.[1] ?? 0),
      nodeFlags,
      nodeOrigin: longer(network.nodeOrigin, (origin) => origin),
    };
  }

  private flags(origin: number): number {
    return this.flagsOf.get(origin) ?? 0;
  }
}
