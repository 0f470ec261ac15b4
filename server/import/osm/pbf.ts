/** Reads an `.osm.pbf` file block by block, and notices when one is missing, cut short or damaged. @module
 *
 * A file that was cut exactly between two blocks cannot be told from a whole one by its framing (the format has no
 * end mark); ways without their nodes, or no ways at all, then tell it.
 *
 * The framing and the decoder are ours: `osm-pbf-parser-node` 1.1.4 refuses uncompressed and zstd blocks, loops for
 * ever on a tag list without its end, makes an object of every node and passes over required features. It serves the
 * tests as the oracle.
 */
import { inflateSync, zstdDecompressSync } from "node:zlib";
import type { ByteSource } from "./byte-source.ts";
import type { ElementVisitor } from "./elements.ts";
import { OsmError, osmError } from "./errors.ts";
import { decodeBlock } from "./pbf-block.ts";
import { expectWire, ProtobufReader } from "./protobuf.ts";

/** Limits of the format: a header is under 64 KiB, a block under 32 MiB, packed and unpacked. */
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOCK_BYTES = 32 * 1024 * 1024;

const KNOWN_FEATURES: ReadonlySet<string> = new Set(["OsmSchema-V0.6", "DenseNodes"]);

export function looksLikePbf(start: Buffer): boolean {
  return start.length >= 15 && start.readUInt32BE(0) <= MAX_HEADER_BYTES && start.includes("OSMHeader");
}

export async function readPbf(source: ByteSource, visitor: ElementVisitor): Promise<void> {
  for (let first = true; ; first = false) {
    const byte = source.position;
    const frame = await takeFrame(source);
    if (!frame) return;
    try {
      if (first !== (frame.type === "OSMHeader"))
        throw new RangeError(`a block of type ${frame.type} ${first ? "at the start" : "inside"}`);
      if (frame.type === "OSMHeader") checkFeatures(source.file, unpack(frame.blob));
      // Other types are passed over, as the format demands of readers.
      else if (frame.type === "OSMData") decodeBlock(unpack(frame.blob), visitor);
    } catch (error) {
      if (error instanceof OsmError) throw error;
      throw osmError("osm_damaged", {
        file: source.file,
        byte,
        value: (error as Error).message,
        expected: "a block of OSM PBF",
      });
    }
  }
}

interface Frame {
  readonly type: string;
  readonly blob: Buffer;
}

async function takeFrame(source: ByteSource): Promise<Frame | null> {
  const byte = source.position;
  const damaged = (value: string, expected: string) =>
    osmError("osm_damaged", { file: source.file, byte, value, expected });
  const lengthBytes = await source.take(4, "the length of a block header");
  if (!lengthBytes) return null;
  const headerLength = lengthBytes.readUInt32BE(0);
  if (headerLength === 0 || headerLength > MAX_HEADER_BYTES)
    throw damaged(`a block header of ${headerLength} bytes`, `1 to ${MAX_HEADER_BYTES}`);
  const header = await takeOrEnd(source, headerLength, "a block header");
  let type = "";
  let size = -1;
  try {
    for (const reader = new ProtobufReader(header); !reader.done; ) {
      const key = reader.varint();
      if (key >> 3 === 1) {
        expectWire(key, 2);
        type = reader.nested().text();
      } else if (key >> 3 === 3) {
        expectWire(key, 0);
        size = reader.varint();
      } else reader.skip(key & 7);
    }
  } catch (error) {
    throw damaged((error as Error).message, "a block header");
  }
  if (size < 0 || size > MAX_BLOCK_BYTES) throw damaged(`a block of ${size} bytes`, `0 to ${MAX_BLOCK_BYTES}`);
  return { type, blob: size === 0 ? Buffer.alloc(0) : await takeOrEnd(source, size, `a block of type ${type}`) };
}

async function takeOrEnd(source: ByteSource, length: number, what: string): Promise<Buffer> {
  const bytes = await source.take(length, what);
  if (bytes) return bytes;
  throw osmError("osm_truncated", {
    file: source.file,
    byte: source.position,
    value: `0 bytes of ${what}`,
    expected: `${length} bytes`,
  });
}

function unpack(blob: Buffer): Buffer {
  let size = -1;
  let data: Buffer | null = null;
  for (const reader = new ProtobufReader(blob); !reader.done; ) {
    const key = reader.varint();
    const field = key >> 3;
    if (field === 2) {
      expectWire(key, 0);
      size = reader.varint();
      continue;
    }
    if (field < 1 || field > 7 || (key & 7) !== 2) {
      reader.skip(key & 7);
      continue;
    }
    const packed = reader.nested().view();
    if (field === 1) data = packed;
    else if (field === 3) data = inflateSync(packed, { maxOutputLength: MAX_BLOCK_BYTES });
    else if (field === 7) data = zstdDecompressSync(packed, { maxOutputLength: MAX_BLOCK_BYTES });
    else
      throw new RangeError(
        `a block packed by ${PACKERS[field] ?? `method ${field}`}, while none, zlib and zstd can be read`,
      );
  }
  if (!data) throw new RangeError("a block without data");
  if (size >= 0 && size !== data.length) throw new RangeError(`a block of ${data.length} bytes that promised ${size}`);
  return data;
}

const PACKERS: Readonly<Record<number, string>> = { 4: "lzma", 5: "bzip2", 6: "lz4" };

function checkFeatures(file: string, header: Buffer): void {
  for (const reader = new ProtobufReader(header); !reader.done; ) {
    const key = reader.varint();
    if (key >> 3 !== 4) {
      reader.skip(key & 7);
      continue;
    }
    expectWire(key, 2);
    const feature = reader.nested().text();
    if (!KNOWN_FEATURES.has(feature)) {
      throw osmError("osm_feature_unsupported", { file, value: feature, expected: [...KNOWN_FEATURES].join(", ") });
    }
  }
}
