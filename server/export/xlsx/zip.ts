/** A ZIP archive written as it is read, of any number of texts; the times in it are given, so that equal content is equal bytes. @module */
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";

export interface ZipEntry {
  readonly path: string;
  readonly pieces: () => Iterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly plain: number;
  readonly offset: number;
}

const LOCAL_HEADER = 0x04034b50;
const DATA_DESCRIPTOR = 0x08074b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const VERSION = 20;
/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** Text in such pieces is handed to the packer at once. */
const PIECE_CHARACTERS = 1 << 16;

/** Without ZIP64: each entry and the whole must stay under 4 GiB, which the caller sees to. */
export async function* zipped(entries: readonly ZipEntry[], at: Date): AsyncGenerator<Uint8Array> {
  const stamp = dosTime(at);
  const written: Written[] = [];
  let offset = 0;
  for (const { path, pieces } of entries) {
    const name = Buffer.from(path, "utf8");
    const header = localHeader(name, stamp);
    yield header;
    let packed = 0;
    const plain = { crc: 0, size: 0 };
    for await (const chunk of deflated(pieces(), plain)) {
      packed += chunk.length;
      yield chunk;
    }
    const entry = { name, crc: plain.crc, packed, plain: plain.size, offset };
    yield descriptor(entry);
    written.push(entry);
    offset += header.length + packed + 16;
  }
  const central = Buffer.concat(written.map((entry) => centralHeader(entry, stamp)));
  yield central;
  yield endRecord(written.length, central.length, offset);
}

async function* deflated(pieces: Iterable<string>, plain: { crc: number; size: number }): AsyncGenerator<Uint8Array> {
  const packer = createDeflateRaw();
  // Ends with the packer, also where its reader leaves early; a fault of the rows reaches the reader through the packer.
  const fed = pipeline(bytesOf(pieces, plain), packer);
  fed.catch(() => {});
  yield* packer;
  await fed;
}

function* bytesOf(pieces: Iterable<string>, plain: { crc: number; size: number }): Generator<Uint8Array> {
  for (const text of joined(pieces)) {
    const bytes = Buffer.from(text, "utf8");
    plain.crc = crc32(bytes, plain.crc);
    plain.size += bytes.length;
    yield bytes;
  }
}

function* joined(pieces: Iterable<string>): Generator<string> {
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < PIECE_CHARACTERS) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}

function localHeader(name: Buffer, stamp: number): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt32LE(stamp, 10);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function descriptor({ crc, packed, plain }: Written): Buffer {
  const record = Buffer.alloc(16);
  record.writeUInt32LE(DATA_DESCRIPTOR, 0);
  record.writeUInt32LE(crc, 4);
  record.writeUInt32LE(packed, 8);
  record.writeUInt32LE(plain, 12);
  return record;
}

function centralHeader({ name, crc, packed, plain, offset }: Written, stamp: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(CENTRAL_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(DEFLATED, 10);
  header.writeUInt32LE(stamp, 12);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(plain, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

function endRecord(count: number, centralSize: number, centralOffset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(END_OF_CENTRAL, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(centralSize, 12);
  record.writeUInt32LE(centralOffset, 16);
  return record;
}

/** Date in the high half, time in the low one, two seconds apart; in UTC. ZIP knows no year before 1980. */
function dosTime(at: Date): number {
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}
