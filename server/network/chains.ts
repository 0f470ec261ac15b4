/** Pieces joined into edges: chains of nodes where nothing branches become one edge that keeps its shape. @module */
import { UNREACHED } from "../base/units.ts";
import { NodeFlag, type StreetRows } from "../import/rows.ts";
import { networkError } from "./errors.ts";
import type { Pieces } from "./pieces.ts";
import { EdgeFlag } from "./walk-network.ts";

/** Edges over nodes of {@link Pieces}; m in number. Shapes as in `WalkNetwork`. */
export interface Chains {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly flags: Uint16Array;
  readonly stepsPerKm: Uint16Array;
  readonly name: Int32Array;
  readonly shapeStart: Uint32Array;
  readonly shapeNode: Uint32Array;
  readonly shapeMm: Int32Array;
}

/** Contracts degree-2 chains. A chain ends where it branches, at gates, lifts and split junctions, where a large road is crossed, and where flags, steps or name change. */
export function joinChains(rows: StreetRows, pieces: Pieces): Chains {
  const ends = incidence(pieces);
  const isJunction = markJunctions(rows, pieces, ends);
  const chains = new ChainWriter(pieces, ends, isJunction);
  for (let v = 0; v < pieces.nodeCount; v++) {
    if (isJunction[v] === 0) continue;
    for (let i = ends.start[v]; i < ends.start[v + 1]; i++) chains.follow(v, ends.piece[i]);
  }
  // What is left are rings that no junction touches: each starts and ends at its first node.
  for (let p = 0; p < pieces.from.length; p++) {
    if (chains.isTaken(p)) continue;
    isJunction[pieces.from[p]] = 1;
    chains.follow(pieces.from[p], p);
  }
  return chains.done();
}

/** Pieces at every node, in compressed sparse rows. */
interface Ends {
  readonly start: Uint32Array;
  readonly piece: Uint32Array;
}

function incidence({ nodeCount, from, to }: Pieces): Ends {
  const start = new Uint32Array(nodeCount + 1);
  for (let p = 0; p < from.length; p++) {
    start[from[p] + 1]++;
    start[to[p] + 1]++;
  }
  for (let v = 0; v < nodeCount; v++) start[v + 1] += start[v];
  const next = start.slice();
  const piece = new Uint32Array(2 * from.length);
  for (let p = 0; p < from.length; p++) {
    piece[next[from[p]]++] = p;
    piece[next[to[p]]++] = p;
  }
  return { start, piece };
}

function markJunctions(rows: StreetRows, pieces: Pieces, ends: Ends): Uint8Array {
  const mark = new Uint8Array(pieces.nodeCount);
  for (let v = 0; v < pieces.nodeCount; v++) {
    const degree = ends.start[v + 1] - ends.start[v];
    if (degree === 0) continue;
    const [first, second] = [ends.piece[ends.start[v]], ends.piece[ends.start[v] + 1]];
    if (
      degree !== 2 ||
      isStop(rows.nodeFlags[pieces.nodeOf[v]], pieces.flags[first]) ||
      !continues(pieces, first, second, v)
    )
      mark[v] = 1;
  }
  for (const half of pieces.halves) mark[half] = 1;
  return mark;
}

/** Whether a node means something to whoever passes it along pieces of these flags. */
function isStop(nodeFlags: number, flags: number): boolean {
  if ((nodeFlags & NodeFlag.PRIVATE_GATE) !== 0) return true;
  if ((nodeFlags & NodeFlag.LIFT) !== 0 && (flags & EdgeFlag.LIFT) === 0) return true;
  return (nodeFlags & (NodeFlag.LARGE_ROAD | NodeFlag.CARRIAGEWAY)) !== 0 && (flags & EdgeFlag.LARGE_ROAD) === 0;
}

/** Whether two different pieces that meet at v are one street to a walker: same name, same flags in the same direction. */
function continues(pieces: Pieces, first: number, second: number, v: number): boolean {
  if (first === second || pieces.name[first] !== pieces.name[second]) return false;
  if (pieces.stepsPerKm[first] !== pieces.stepsPerKm[second]) return false;
  const inFlags = pieces.to[first] === v ? pieces.flags[first] : turned(pieces.flags[first]);
  const outFlags = pieces.from[second] === v ? pieces.flags[second] : turned(pieces.flags[second]);
  return inFlags === outFlags;
}

/** Flags of a piece walked the other way. */
function turned(flags: number): number {
  const oneWay = flags & (EdgeFlag.FORWARD | EdgeFlag.BACKWARD);
  return oneWay === EdgeFlag.FORWARD || oneWay === EdgeFlag.BACKWARD
    ? flags ^ (EdgeFlag.FORWARD | EdgeFlag.BACKWARD)
    : flags;
}

class ChainWriter {
  private readonly pieces: Pieces;
  private readonly ends: Ends;
  private readonly isJunction: Uint8Array;
  private readonly taken: Uint8Array;
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly flags: number[] = [];
  private readonly stepsPerKm: number[] = [];
  private readonly name: number[] = [];
  private readonly shapeStart: number[] = [0];
  private readonly shapeNode: Uint32Array;
  private readonly shapeMm: Int32Array;
  private shapeCount = 0;

  constructor(pieces: Pieces, ends: Ends, isJunction: Uint8Array) {
    this.pieces = pieces;
    this.ends = ends;
    this.isJunction = isJunction;
    this.taken = new Uint8Array(pieces.from.length);
    this.shapeNode = new Uint32Array(2 * pieces.from.length);
    this.shapeMm = new Int32Array(2 * pieces.from.length);
  }

  isTaken(piece: number): boolean {
    return this.taken[piece] === 1;
  }

  /** Writes the chain that leaves a junction along a piece, unless it was written from its other end. */
  follow(junction: number, piece: number): void {
    if (this.taken[piece] === 1) return;
    const { pieces } = this;
    const flags = pieces.from[piece] === junction ? pieces.flags[piece] : turned(pieces.flags[piece]);
    const name = pieces.name[piece];
    let node = junction;
    let mm = 0;
    this.push(node, mm);
    for (let p = piece; p >= 0; ) {
      this.taken[p] = 1;
      const next = pieces.from[p] === node ? pieces.to[p] : pieces.from[p];
      mm += pieces.lengthMm[p];
      if (!(mm < UNREACHED)) throw networkError("street_too_long", { km: Math.round(mm / 1_000_000) });
      this.push(next, mm);
      node = next;
      p = this.isJunction[node] === 1 ? -1 : this.otherPiece(node, p);
    }
    this.from.push(junction);
    this.to.push(node);
    this.flags.push(flags);
    this.stepsPerKm.push(pieces.stepsPerKm[piece]);
    this.name.push(name);
    this.shapeStart.push(this.shapeCount);
  }

  done(): Chains {
    return {
      from: Int32Array.from(this.from),
      to: Int32Array.from(this.to),
      flags: Uint16Array.from(this.flags),
      stepsPerKm: Uint16Array.from(this.stepsPerKm),
      name: Int32Array.from(this.name),
      shapeStart: Uint32Array.from(this.shapeStart),
      shapeNode: this.shapeNode.slice(0, this.shapeCount),
      shapeMm: this.shapeMm.slice(0, this.shapeCount),
    };
  }

  private push(node: number, mm: number): void {
    this.shapeNode[this.shapeCount] = node;
    this.shapeMm[this.shapeCount++] = mm;
  }

  private otherPiece(node: number, piece: number): number {
    const first = this.ends.piece[this.ends.start[node]];
    return first === piece ? this.ends.piece[this.ends.start[node] + 1] : first;
  }
}
