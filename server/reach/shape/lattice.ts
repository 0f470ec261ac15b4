/**
 * A lattice of points fixed for the area, each joined once to its nearest street. A field of walking distances is then
 * a look-up a point, and shapes of neighbours and of larger limits fit each other.
 * @module
 */
import { metresPerLat, metresPerLon } from "../../base/metric.ts";
import { MM_PER_M } from "../../base/units.ts";
import type { WalkNetwork } from "../../network/walk-network.ts";
import type { Walker } from "../walker.ts";
import { BLOCK, joinBlock, type LatticeBlock } from "./block.ts";
import { BlockStore, MOST_BLOCK_BYTES } from "./block-store.ts";
import { createFieldMemory, type FieldMemory } from "./field-memory.ts";
import { createPaintMemory, type PaintedStreets, type PaintMemory } from "./paint.ts";

/**
 * Distance of neighbouring points. Of its own area a 15-minute shape misjudges 0.5–0.7 % at 15 m, 0.7–0.8 % at 18 m and
 * 0.9 % at 20 m (Porto, Malta, Porto Alegre); points and time grow with the square.
 */
export const LATTICE_M = 18;
export const LATTICE_MM = LATTICE_M * MM_PER_M;

/** Made once for the streets as a profile feels them; draws one shape at a time. */
export interface Lattice {
  readonly streets: PaintedStreets;
  /** Position of the point (0, 0) and the steps, degrees. */
  readonly west: number;
  readonly south: number;
  readonly lonStep: number;
  readonly latStep: number;
  /** Shape [junctions]. The longest edge at each. */
  readonly longestMm: Int32Array;
  /** By {@link blockKey}; filled when first asked for. */
  readonly blocks: BlockStore;
  readonly painter: PaintMemory;
  readonly memory: FieldMemory;
}

/**
 * Walkers may share a lattice where they have the same network, closed ways and farthest offset: speed does not matter.
 *
 * @param mostBytes of the blocks that it keeps
 */
export function createLattice(
  { network, grid, closed, profile }: Walker,
  mostBytes: number = MOST_BLOCK_BYTES,
): Lattice {
  const { west, south, rows, cellLat } = grid;
  const midLat = south + (rows * cellLat) / 2;
  return {
    streets: { network, grid, closed, maxOffsetMm: profile.maxOffsetMm },
    west,
    south,
    lonStep: LATTICE_M / Math.max(metresPerLon(midLat), 1),
    latStep: LATTICE_M / metresPerLat(midLat),
    longestMm: longestEdges(network),
    blocks: new BlockStore(mostBytes),
    painter: createPaintMemory(),
    memory: createFieldMemory(),
  };
}

function longestEdges({ nodeCount, edgeFrom, edgeTo, edgeLengthMm }: WalkNetwork): Int32Array {
  const longest = new Int32Array(nodeCount);
  for (let e = 0; e < edgeLengthMm.length; e++) {
    for (const v of [edgeFrom[e], edgeTo[e]]) longest[v] = Math.max(longest[v], edgeLengthMm[e]);
  }
  return longest;
}

/** Block (bx, by) holds the points 32 bx … 32 bx + 31 eastwards and the same northwards. */
export function blockAt(lattice: Lattice, bx: number, by: number): LatticeBlock {
  return lattice.blocks.get(blockKey(bx, by), () => joinBlock(lattice, bx * BLOCK, by * BLOCK));
}

/** Blocks lie within ± 2²⁵ of the first: at 18 m more than the circumference of the earth. */
function blockKey(bx: number, by: number): number {
  return by * 0x400_0000 + bx;
}
