/** Plain data with its columns in shared memory, so that handing it to a worker copies none of them. @module */

type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Int16Array | Uint8Array;

/** Memory that all workers see; filled with zeros. */
export function sharedInt32(length: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(4 * length));
}

export function sharedUint8(length: number): Uint8Array<SharedArrayBuffer> {
  return new Uint8Array(new SharedArrayBuffer(length));
}

/** What was moved already, by what it was: one object stays one, however often it is met. */
interface Moved {
  get(from: object): unknown;
  set(from: object, to: unknown): unknown;
}

/**
 * The same data with every column in shared memory; what already is there stays where it is.
 *
 * @param known kept from one call to the next where columns do not change meanwhile
 */
export function toShared<Data>(data: Data, known: Moved = new Map()): Data {
  if (typeof data !== "object" || data === null || !isMoved(data)) return data;
  const before = known.get(data);
  if (before !== undefined) return before as Data;
  const shared = isColumn(data)
    ? moved(data)
    : Array.isArray(data)
      ? data.map((value) => toShared(value, known))
      : Object.fromEntries(Object.entries(data).map(([key, value]) => [key, toShared(value, known)]));
  known.set(data, shared);
  return shared as Data;
}

/** Columns outside shared memory and what may hold some: lists and plain objects. */
function isMoved(data: object): boolean {
  if (isColumn(data)) return !(data.buffer instanceof SharedArrayBuffer);
  return Array.isArray(data) || Object.getPrototypeOf(data) === Object.prototype;
}

function isColumn(data: unknown): data is Column {
  return ArrayBuffer.isView(data) && !(data instanceof DataView);
}

function moved(column: Column): Column {
  const buffer = new SharedArrayBuffer(column.byteLength);
  const Kind = column.constructor as new (memory: SharedArrayBuffer) => Column;
  const shared = new Kind(buffer);
  shared.set(column);
  return shared;
}
