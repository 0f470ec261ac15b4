/** Edits gathered into what changes where, each checked against the network and against the others. @module */
import { pointAt } from "../edge-line.ts";
import { networkError } from "../errors.ts";
import { E7, EdgeFlag, JunctionFlag, type WalkNetwork } from "../walk-network.ts";
import type { EdgePiece, Edit, EditPoint, Link } from "./edits.ts";

/** A node of the map that the edits make, inside an edge. */
export interface NewNode {
  readonly edge: number;
  readonly mm: number;
  readonly lonE7: number;
  readonly latE7: number;
  /** Sum of `JunctionFlag`s that follow from the edge it lies on. */
  readonly flags: number;
}

/** Nodes of the map are named as in `nodeOrigin`; new ones are `originCount` and on. */
export interface Changes {
  readonly closed: ReadonlySet<number>;
  /** Edge → closed pieces of it, none of which is the whole. */
  readonly closedPieces: ReadonlyMap<number, readonly EdgePiece[]>;
  readonly opened: ReadonlySet<number>;
  /** Node of the map → whether it is now blocked. */
  readonly gates: ReadonlyMap<number, boolean>;
  readonly links: readonly (Link & { readonly fromOrigin: number; readonly toOrigin: number })[];
  readonly originCount: number;
  readonly newNodes: readonly NewNode[];
}

export function gatherChanges(network: WalkNetwork, edits: readonly Edit[]): Changes {
  const closed = new Set<number>();
  const closedPieces = new Map<number, EdgePiece[]>();
  const opened = new Set<number>();
  const gates = new Map<number, boolean>();
  const links: Changes["links"][number][] = [];
  const places = new NewPlaces(network);
  edits.forEach((edit, i) => {
    const check = (holds: boolean, what: string): void => {
      if (!holds) throw networkError("edit_faulty", { place: `edits[${i}]`, what });
    };
    const node = (point: EditPoint): number => {
      check(isThere(network, point), `no place ${JSON.stringify(point)}`);
      return places.originOf(point);
    };
    const closePiece = (edge: number, piece: EdgePiece): void => {
      check(piece.fromMm < piece.toMm, `no piece ${JSON.stringify(piece)} of edge ${edge}`);
      if (piece.fromMm === 0 && piece.toMm === network.edgeLengthMm[edge]) {
        closed.add(edge);
        return;
      }
      for (const mm of [piece.fromMm, piece.toMm]) node({ edge, mm });
      closedPieces.set(edge, [...(closedPieces.get(edge) ?? []), piece]);
    };
    const gate = (origin: number, isBlocked: boolean): void => {
      check(gates.get(origin) !== !isBlocked, "opens and closes one gate");
      gates.set(origin, isBlocked);
    };
    switch (edit.kind) {
      case "close_street":
        check(isEdge(network, edit.edge), `no edge ${edit.edge}`);
        if (edit.piece === undefined) closed.add(edit.edge);
        else closePiece(edit.edge, edit.piece);
        break;
      case "open_street":
        check(isEdge(network, edit.edge), `no edge ${edit.edge}`);
        check((network.edgeFlags[edit.edge] & EdgeFlag.PRIVATE) !== 0, `edge ${edit.edge} is public`);
        opened.add(edit.edge);
        break;
      case "close_gate":
        gate(node(edit.at), true);
        break;
      case "open_gate": {
        const origin = node(edit);
        check((network.nodeFlags[edit.junction] & JunctionFlag.BLOCKED) !== 0, `junction ${edit.junction} is open`);
        gate(origin, false);
        break;
      }
      case "add_link":
        check((edit.flags & (EdgeFlag.FORWARD | EdgeFlag.BACKWARD)) !== 0, "a link without a direction");
        check(edit.via.flat().every(Number.isFinite), "a link over a point that is none");
        links.push({ ...edit, fromOrigin: node(edit.from), toOrigin: node(edit.to) });
        check(isDrawn(links[links.length - 1]), "a link from a place to itself");
    }
    for (const edge of closed) check(!opened.has(edge), `opens and closes edge ${edge}`);
  });
  return { closed, closedPieces, opened, gates, links, originCount: places.originCount, newNodes: places.list };
}

/** As in the ways of the import, a way that never leaves its node is none. */
function isDrawn({ fromOrigin, toOrigin, via }: Changes["links"][number]): boolean {
  return fromOrigin !== toOrigin || via.length > 0;
}

function isEdge({ edgeCount, edgeFlags }: WalkNetwork, edge: number): boolean {
  return Number.isInteger(edge) && edge >= 0 && edge < edgeCount && edgeFlags[edge] !== 0;
}

function isThere(network: WalkNetwork, point: EditPoint): boolean {
  if ("junction" in point)
    return Number.isInteger(point.junction) && point.junction >= 0 && point.junction < network.nodeCount;
  const { edge, mm } = point;
  return isEdge(network, edge) && Number.isInteger(mm) && mm >= 0 && mm <= network.edgeLengthMm[edge];
}

class NewPlaces {
  readonly list: NewNode[] = [];
  readonly originCount: number;
  private readonly network: WalkNetwork;
  private readonly known = new Map<string, number>();

  constructor(network: WalkNetwork) {
    this.network = network;
    let last = -1;
    for (let v = 0; v < network.nodeCount; v++) last = Math.max(last, network.nodeOrigin[v]);
    this.originCount = last + 1;
  }

  /** Node of the map at a point: that of a junction, also at the ends of an edge, else a new one. */
  originOf(point: EditPoint): number {
    const { nodeOrigin, edgeFrom, edgeTo, edgeLengthMm } = this.network;
    if ("junction" in point) return nodeOrigin[point.junction];
    const { edge, mm } = point;
    if (mm === 0) return nodeOrigin[edgeFrom[edge]];
    if (mm === edgeLengthMm[edge]) return nodeOrigin[edgeTo[edge]];
    const key = `${edge} ${mm}`;
    let origin = this.known.get(key);
    if (origin === undefined) {
      origin = this.originCount + this.list.length;
      this.known.set(key, origin);
      const [lonE7, latE7] = nodeOn(this.network, edge, mm);
      this.list.push({ edge, mm, lonE7, latE7, flags: flagsOn(this.network.edgeFlags[edge]) });
    }
    return origin;
  }
}

/** Where a node inside an edge is set: on the nearest step of the coordinates, about a centimetre. */
export function nodeOn(network: WalkNetwork, edge: number, mm: number): [lonE7: number, latE7: number] {
  const [lon, lat] = pointAt(network, edge, mm);
  return [Math.round(lon * E7), Math.round(lat * E7)];
}

/** What a way makes of every node on it. */
function flagsOn(edgeFlags: number): number {
  const road = (edgeFlags & EdgeFlag.CARRIAGEWAY) !== 0 ? JunctionFlag.CARRIAGEWAY : JunctionFlag.LARGE_ROAD;
  return (
    ((edgeFlags & EdgeFlag.LARGE_ROAD) !== 0 ? road : 0) | ((edgeFlags & EdgeFlag.LIFT) !== 0 ? JunctionFlag.LIFT : 0)
  );
}
