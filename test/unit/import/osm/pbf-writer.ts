/** Writes `.osm.pbf` blocks by hand, right ones and wrong ones, for the tests of the reader. @module */
import { deflateSync, zstdCompressSync } from "node:zlib";

export type Bytes = readonly number[];
export type Packing = "raw" | "zlib" | "zstd" | "lz4";

export function varint(value: number | bigint): Bytes {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return [...bytes, Number(rest)];
}

export function zigzag(value: number): Bytes {
  return varint(value >= 0 ? BigInt(value) * 2n : BigInt(-value) * 2n - 1n);
}

export function number(field: number, value: number | bigint): Bytes {
  return [...varint(field << 3), ...varint(value)];
}

export function bytes(field: number, content: Bytes | Buffer): Bytes {
  return [...varint((field << 3) | 2), ...varint(content.length), ...content];
}

export function text(field: number, content: string): Bytes {
  return bytes(field, Buffer.from(content));
}

export function packed(field: number, values: readonly number[], code: (value: number) => Bytes = varint): Bytes {
  return bytes(
    field,
    values.flatMap((value) => [...code(value)]),
  );
}

/** Length, header and data of one block as they stand in a file. */
export function frame(type: string, data: Bytes, packing: Packing = "zlib"): Buffer {
  const raw = Buffer.from(data);
  const blob = Buffer.from([
    ...number(2, raw.length),
    ...(packing === "raw" ? bytes(1, raw) : []),
    ...(packing === "zlib" ? bytes(3, deflateSync(raw)) : []),
    ...(packing === "lz4" ? bytes(6, raw) : []),
    ...(packing === "zstd" ? bytes(7, zstdCompressSync(raw)) : []),
  ]);
  const header = Buffer.from([...text(1, type), ...number(3, blob.length)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, blob]);
}

export function headerFrame(
  features: readonly string[] = ["OsmSchema-V0.6", "DenseNodes"],
  packing: Packing = "zlib",
): Buffer {
  return frame(
    "OSMHeader",
    features.flatMap((feature) => [...text(4, feature)]),
    packing,
  );
}

/** @param more further fields of the block: granularity 17, offsets 19 and 20 */
export function dataBlock(strings: readonly string[], groups: readonly Bytes[], more: Bytes = []): Bytes {
  return [
    ...bytes(
      1,
      ["", ...strings].flatMap((one) => [...text(1, one)]),
    ),
    ...groups.flatMap((group) => [...bytes(2, group)]),
    ...more,
  ];
}

/** Dense nodes: deltas of ids, latitudes and longitudes; indices of keys and values, 0 after each node. */
export function dense(
  ids: readonly number[],
  lats: readonly number[],
  lons: readonly number[],
  keysVals: readonly number[] = [],
): Bytes {
  const tags = keysVals.length > 0 ? packed(10, keysVals) : [];
  return bytes(2, [...packed(1, ids, zigzag), ...packed(8, lats, zigzag), ...packed(9, lons, zigzag), ...tags]);
}
