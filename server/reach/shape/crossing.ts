/** Where on the way between two neighbouring lattice points, one within the limit and one beyond, the limit falls. @module */
import type { Spot } from "../../network/snap.ts";
import { EdgeFlag } from "../../network/walk-network.ts";
import { BLOCK, BLOCK_POINTS, BLOCK_SHIFT, type LatticeBlock, type Layer } from "./block.ts";
import { CUT_UNIT, type CutStore } from "./cut-store.ts";
import { findCut, SMOOTH } from "./cuts.ts";
import { FAR, type Field, walkTo, walkToPlace } from "./field.ts";
import { LATTICE_MM } from "./lattice.ts";

/**
 * Share 0 … 1 of the way from the first point of a lattice edge to its second. Never moves towards the point within the
 * limit when the limit grows, so that larger shapes contain smaller ones.
 *
 * @param edge 2 × point for the lattice edge running east from a point of the field, 2 × point + 1 for north
 */
export function crossingShare(field: Field, edge: number, limitMm: number): number {
  const { shift, mm } = field;
  const from = edge >> 1;
  const north = (edge & 1) as 0 | 1;
  const to = north === 1 ? from + (1 << shift) : from + 1;
  const fromBlock = blockOf(field, from);
  const toBlock = blockOf(field, to);
  const fromPoint = pointOf(from, shift);
  const toPoint = pointOf(to, shift);
  const all = fromBlock.all;
  const isOpenToo = hasOpen(fromBlock, fromPoint) || hasOpen(toBlock, toPoint);
  if (!isOpenToo) {
    const cut = cutOn(field, from, north, fromBlock, all, fromPoint, toBlock.all, toPoint, false);
    return shareOf(field, fromBlock.cuts, cut, mm[from], mm[to], limitMm);
  }
  return shareOnEither(field, from, north, fromBlock, fromPoint, toBlock, toPoint, limitMm);
}

function blockOf({ shift, blocks, blocksAcross }: Field, point: number): LatticeBlock {
  const x = point & ((1 << shift) - 1);
  return blocks[(point >> (shift + BLOCK_SHIFT)) * blocksAcross + (x >> BLOCK_SHIFT)];
}

/** Number of a point of the field inside its block. */
function pointOf(point: number, shift: number): number {
  return (((point >> shift) & (BLOCK - 1)) << BLOCK_SHIFT) | (point & (BLOCK - 1));
}

function hasOpen({ open }: LatticeBlock, point: number): boolean {
  return open !== null && open.edge[point] >= 0;
}

/** The record in the block's table, found when first asked for. */
function cutOn(
  { lattice, x0, y0, shift }: Field,
  from: number,
  north: 0 | 1,
  block: LatticeBlock,
  fromLayer: Layer,
  fromPoint: number,
  toLayer: Layer,
  toPoint: number,
  isOpen: boolean,
): number {
  const cuts = cutsOf(block, isOpen);
  const slot = 2 * fromPoint + north;
  const known = cuts[slot];
  if (known !== 0) return known < 0 ? SMOOTH : known - 1;
  const { closed } = lattice.streets;
  const found = findCut(
    lattice,
    block.cuts,
    x0 + (from & ((1 << shift) - 1)),
    y0 + (from >> shift),
    north,
    spotOf(fromLayer, fromPoint),
    spotOf(toLayer, toPoint),
    isOpen ? closed | EdgeFlag.PRIVATE : closed,
  );
  cuts[slot] = found === SMOOTH ? SMOOTH : found + 1;
  return found;
}

function cutsOf(block: LatticeBlock, isOpen: boolean): Int32Array {
  if (isOpen) {
    block.openCuts ??= new Int32Array(2 * BLOCK_POINTS);
    return block.openCuts;
  }
  block.allCuts ??= new Int32Array(2 * BLOCK_POINTS);
  return block.allCuts;
}

function spotOf({ edge, mm, offsetMm }: Layer, point: number): Spot {
  return { edge: edge[point], mm: mm[point], offsetMm: offsetMm[point] };
}

/**
 * Beside a private way a point has two places, and the shorter walk counts: the limit falls where the farther of both
 * says. Rare, hence worked out each time.
 */
function shareOnEither(
  field: Field,
  from: number,
  north: 0 | 1,
  fromBlock: LatticeBlock,
  fromPoint: number,
  toBlock: LatticeBlock,
  toPoint: number,
  limitMm: number,
): number {
  const isFromInside = field.mm[from] <= limitMm;
  let farthest = 0;
  for (const isOpen of [false, true]) {
    const fromLayer = isOpen && hasOpen(fromBlock, fromPoint) ? (fromBlock.open ?? fromBlock.all) : fromBlock.all;
    const toLayer = isOpen && hasOpen(toBlock, toPoint) ? (toBlock.open ?? toBlock.all) : toBlock.all;
    const a = walkTo(field, fromLayer, fromPoint);
    const b = walkTo(field, toLayer, toPoint);
    if ((isFromInside ? a : b) > limitMm) continue;
    const cut = cutOn(field, from, north, fromBlock, fromLayer, fromPoint, toLayer, toPoint, isOpen);
    const share = shareOf(field, fromBlock.cuts, cut, a, b, limitMm);
    farthest = Math.max(farthest, isFromInside ? share : 1 - share);
  }
  return isFromInside ? farthest : 1 - farthest;
}

function shareOf(field: Field, { records }: CutStore, cut: number, a: number, b: number, limitMm: number): number {
  if (cut === SMOOTH) return (limitMm - a) / (b - a);
  const ends = records[cut] / CUT_UNIT;
  const begins = records[cut + 1] / CUT_UNIT;
  return a <= limitMm
    ? overJump(field, records, cut, a, b, ends, begins, limitMm)
    : 1 - overJump(field, records, cut, b, a, 1 - begins, 1 - ends, limitMm);
}

/** From the point within the limit: along its own street's ground, then what lies between, then the other street's. */
function overJump(
  field: Field,
  records: Int32Array,
  cut: number,
  inside: number,
  outside: number,
  ends: number,
  begins: number,
  limitMm: number,
): number {
  const alone = (limitMm - inside) / LATTICE_MM;
  if (alone < ends) return alone;
  const between = records[cut + 2];
  if (between >= 0) {
    const walk = walkToPlace(field.walker, field.start, field.limitMm, between, records[cut + 3], records[cut + 4]);
    if (walk > limitMm) return ends;
  }
  return outside >= FAR ? begins : Math.max(begins, 1 - (outside - limitMm) / LATTICE_MM);
}
