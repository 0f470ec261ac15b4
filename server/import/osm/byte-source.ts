/** A file's bytes, unpacked where gzip packs them, taken in pieces of a wanted length. @module */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { type OsmError, osmError } from "./errors.ts";

export const EXPECTED_KIND = ".osm.pbf, .osm, .osm.gz";

/** Told after every piece: bytes of the file read so far, and its size. */
export type OnBytes = (read: number, size: number) => void;

export class ByteSource {
  readonly file: string;
  /** Offset of the next byte to be taken, counted after unpacking. */
  position = 0;
  private readonly chunks: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);
  private readonly stop: () => void;
  private readonly told: () => void;

  constructor(file: string, chunks: AsyncIterator<Buffer>, told: () => void, stop: () => void) {
    this.file = file;
    this.chunks = chunks;
    this.told = told;
    this.stop = stop;
  }

  /** Up to `length` bytes without taking them; fewer only at the end of the file. */
  async peek(length: number): Promise<Buffer> {
    if (this.held.length < length) {
      const parts = [this.held];
      for (let have = this.held.length; have < length; ) {
        const chunk = await this.next();
        if (!chunk) break;
        parts.push(chunk);
        have += chunk.length;
      }
      this.held = Buffer.concat(parts);
    }
    return this.held.subarray(0, length);
  }

  /** Exactly `length` bytes; `null` at a clean end of the file; an error where it breaks off in between. */
  async take(length: number, what: string): Promise<Buffer | null> {
    const piece = await this.peek(length);
    if (piece.length === 0 && length > 0) return null;
    if (piece.length < length) {
      const value = `${piece.length} bytes of ${what}`;
      throw osmError("osm_truncated", {
        file: this.file,
        byte: this.position + piece.length,
        value,
        expected: `${length} bytes`,
      });
    }
    this.held = this.held.subarray(length);
    this.position += length;
    return piece;
  }

  /** Whatever comes next, in the pieces in which it is read. */
  async *rest(): AsyncGenerator<Buffer> {
    for (let chunk: Buffer | null = this.held; chunk; chunk = await this.next()) {
      this.position += chunk.length;
      if (chunk.length > 0) yield chunk;
    }
    this.held = Buffer.alloc(0);
  }

  close(): void {
    this.stop();
  }

  private async next(): Promise<Buffer | null> {
    try {
      const { done, value } = await this.chunks.next();
      this.told();
      return done ? null : value;
    } catch (error) {
      throw this.readError(error as NodeJS.ErrnoException);
    }
  }

  private readError(error: NodeJS.ErrnoException): OsmError {
    const byte = this.position + this.held.length;
    if (error.code === "Z_BUF_ERROR") {
      return osmError("osm_truncated", {
        file: this.file,
        byte,
        value: "gzip stream without its end",
        expected: "a whole gzip file",
      });
    }
    if (error.code?.startsWith("Z_")) {
      return osmError("osm_damaged", { file: this.file, byte, value: error.message, expected: "a whole gzip file" });
    }
    return osmError(
      "osm_file_missing",
      { file: this.file, value: error.code ?? error.message, expected: EXPECTED_KIND },
      "missing",
    );
  }
}

/**
 * Opens a file; gzip is found out by its first two bytes, not by the file's name.
 *
 * @param file as messages call it
 */
export async function openBytes(path: string, onBytes: OnBytes, file: string): Promise<ByteSource> {
  const { size, packed } = await lookAt(path, file);
  const raw = createReadStream(path, { highWaterMark: 1 << 18 });
  // The callback is needed for errors to travel; they are met again where the last stream is read.
  const last = packed ? pipeline(raw, createGunzip({ chunkSize: 1 << 18 }), () => {}) : raw;
  return new ByteSource(
    file,
    last[Symbol.asyncIterator]() as AsyncIterator<Buffer>,
    () => onBytes(raw.bytesRead, size),
    () => raw.destroy(),
  );
}

async function lookAt(path: string, file: string): Promise<{ size: number; packed: boolean }> {
  const unreadable = (value: string) =>
    osmError("osm_file_missing", { file, value, expected: EXPECTED_KIND }, "missing");
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(error.code ?? error.message);
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw unreadable("not a file");
    if (stat.size === 0) throw osmError("osm_file_empty", { file, expected: EXPECTED_KIND });
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return { size: stat.size, packed: bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b };
  } finally {
    await handle.close();
  }
}
