/**
 * A workbook is a ZIP: a file of some kilobytes may unpack to gigabytes. Counted here before anything unpacks it whole.
 *
 * Entries are followed by their own headers, one after the other, as the reader of workbooks does, and not by the
 * list at the end, which may say anything.
 * @module
 */
import { createInflateRaw } from "node:zlib";
import { importError } from "../errors.ts";

/** Sheets of a million rows stay below it. */
const MAX_UNPACKED_BYTES = 512 * 2 ** 20;
const ENTRY = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const STORED = 0;
const DEFLATED = 8;
/** Flag of an entry whose sizes stand behind its bytes. */
const SIZES_BEHIND = 8;
const PIECE_BYTES = 1 << 20;

/** @throws ImportError `xlsx_too_large` */
export async function assertUnpacks(bytes: Uint8Array, file: string, maxBytes = MAX_UNPACKED_BYTES): Promise<void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  let at = 0;
  while (at + 30 <= bytes.length && view.getUint32(at, true) === ENTRY) {
    const isSizedBehind = (view.getUint16(at + 6, true) & SIZES_BEHIND) !== 0;
    const method = view.getUint16(at + 8, true);
    const data = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    if (method !== STORED && method !== DEFLATED) return;
    const stored = view.getUint32(at + 18, true);
    const { read, made } =
      method === STORED ? { read: stored, made: stored } : await inflated(bytes.subarray(data), maxBytes - total);
    total += made;
    if (total > maxBytes)
      throw importError("xlsx_too_large", {
        file,
        value: `> ${megabytes(maxBytes)} MB`,
        expected: `≤ ${megabytes(maxBytes)} MB`,
      });
    at = isSizedBehind ? afterDescriptor(view, data + read) : data + read;
  }
}

/** Bytes that one deflated stream takes and gives; stops soon after `most` bytes are made. A damaged stream ends where it is damaged. */
function inflated(bytes: Uint8Array, most: number): Promise<{ read: number; made: number }> {
  return new Promise((resolve) => {
    const stream = createInflateRaw({ chunkSize: PIECE_BYTES });
    let made = 0;
    const done = () => {
      resolve({ read: stream.bytesWritten, made });
      stream.destroy();
    };
    stream.on("data", ({ length }: Buffer) => {
      made += length;
      if (made > most) done();
    });
    stream.on("end", done);
    stream.on("error", done);
    stream.end(bytes);
  });
}

/** With or without a signature of its own, with sizes of four or of eight bytes. */
function afterDescriptor(view: DataView, at: number): number {
  const isNext = (place: number) => place + 4 <= view.byteLength && view.getUint16(place, true) === 0x4b50;
  const start = at + 4 <= view.byteLength && view.getUint32(at, true) === DESCRIPTOR ? at + 4 : at;
  return [12, 20].map((length) => start + length).find(isNext) ?? view.byteLength;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
