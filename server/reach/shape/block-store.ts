/**
 * Blocks of a lattice, kept up to a number of bytes: those asked for longest ago go first, and are joined to their streets
 * anew when they are asked for again. What is read from them is the same.
 * @module
 */
import type { LatticeBlock, Layer } from "./block.ts";

/** Of one lattice: some 3,000 blocks with all their lines drawn, which are 1,000 km². */
export const MOST_BLOCK_BYTES = 128 * 2 ** 20;

interface Kept {
  readonly block: LatticeBlock;
  /** As it was when it was last asked for; it grows while it is drawn from. */
  readonly bytes: number;
}

export class BlockStore {
  private readonly kept = new Map<number, Kept>();
  private readonly mostBytes: number;
  private total = 0;

  constructor(mostBytes: number) {
    this.mostBytes = mostBytes;
  }

  /** Of the blocks kept, as they were when each was last asked for; a single one may be more than the bound. */
  get bytes(): number {
    return this.total;
  }

  get count(): number {
    return this.kept.size;
  }

  get(key: number, join: () => LatticeBlock): LatticeBlock {
    const known = this.kept.get(key);
    const block = known?.block ?? join();
    const bytes = bytesOf(block);
    this.total += bytes - (known?.bytes ?? 0);
    this.kept.delete(key);
    this.kept.set(key, { block, bytes });
    for (const [oldest, old] of this.kept) {
      if (this.total <= this.mostBytes || this.kept.size === 1) break;
      this.kept.delete(oldest);
      this.total -= old.bytes;
    }
    return block;
  }
}

function bytesOf({ all, open, allCuts, openCuts, cuts }: LatticeBlock): number {
  return (
    bytesOfLayer(all) +
    (open === null ? 0 : bytesOfLayer(open)) +
    (allCuts?.byteLength ?? 0) +
    (openCuts?.byteLength ?? 0) +
    cuts.records.byteLength
  );
}

function bytesOfLayer({ edge, mm, offsetMm, runs, order }: Layer): number {
  return edge.byteLength + mm.byteLength + offsetMm.byteLength + runs.byteLength + order.byteLength;
}
