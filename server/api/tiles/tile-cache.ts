/** Tiles already drawn, the least recently asked for dropped first. @module */

export class TileCache {
  private readonly tiles = new Map<string, Buffer>();
  /** Being drawn: asked for twice, drawn once. */
  private readonly pending = new Map<string, Promise<Buffer>>();
  private bytes = 0;
  private readonly maxBytes: number;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  async get(key: string, draw: () => Promise<Buffer>): Promise<Buffer> {
    const known = this.tiles.get(key);
    if (known) {
      this.tiles.delete(key);
      this.tiles.set(key, known);
      return known;
    }
    const running = this.pending.get(key);
    if (running) return running;
    const drawing = draw();
    this.pending.set(key, drawing);
    try {
      const tile = await drawing;
      this.keep(key, tile);
      return tile;
    } finally {
      this.pending.delete(key);
    }
  }

  private keep(key: string, tile: Buffer): void {
    this.tiles.set(key, tile);
    this.bytes += tile.length;
    for (const [oldest, dropped] of this.tiles) {
      if (this.bytes <= this.maxBytes) break;
      this.tiles.delete(oldest);
      this.bytes -= dropped.length;
    }
  }
}
