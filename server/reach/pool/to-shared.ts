/** Plain data with its columns in shared memory, so that handing it to a worker copies none of them. @module */

type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Int16Array | Uint8Array;

/** Memory that all workers see; filled with zeros. */
export function sharedInt32(length: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(4 * length));
}

export function sharedUint8(length: number): Uint8Array<SharedArrayBuffer> {
  return new Uint8Array(new SharedArrayBuffer(length));
}

/** The same data with every column in shared memory; what already is there stays where it is. */
export function toShared<Data>(data: Data): Data {
  if (isColumn(data)) return (data.buffer instanceof SharedArrayBuffer ? data : moved(data)) as Data;
  if (Array.isArray(data)) return data.map(toShared) as Data;
  if (typeof data !== "object" || data === null || Object.getPrototypeOf(data) !== Object.prototype) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, toShared(value)])) as Data;
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
