/**
 * A network as one block of bytes: written once, loaded in milliseconds, shared by all workers without copying.
 *
 * Layout: 8 bytes magic · uint32 byte-order mark · uint32 format · uint32 CRC-32 of all that follows ·
 * uint32 length of the directory · directory (JSON, UTF-8) · arrays, each on a multiple of 8 bytes.
 * @module
 */
import { crc32 } from "node:zlib";
import { networkError } from "./errors.ts";
import { assertIntegrity } from "./integrity.ts";
import type { Arcs, WalkNetwork } from "./walk-network.ts";

/** To be raised whenever the meaning of a byte changes. */
export const SNAPSHOT_FORMAT = 2;

const MAGIC = "YKZWALK1";
const BYTE_ORDER = 0x01020304;
const HEADER_BYTES = 24;
const ALIGN = 8;

type ArrayKind = "Int32" | "Uint32" | "Uint16" | "Uint8";
type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array;
const VIEWS = { Int32: Int32Array, Uint32: Uint32Array, Uint16: Uint16Array, Uint8: Uint8Array } as const;
interface Section {
  readonly name: string;
  readonly kind: ArrayKind;
  /** From the start of the array part. */
  readonly offset: number;
  readonly length: number;
}
interface Directory {
  readonly counts: { nodeCount: number; edgeCount: number; componentCount: number };
  readonly names: readonly string[];
  readonly sections: readonly Section[];
}

export function writeSnapshot(network: WalkNetwork): Uint8Array {
  const arrays = arraysOf(network);
  let offset = 0;
  const sections = arrays.map(([name, array]): Section => {
    const section = { name, kind: kindOf(array), offset, length: array.length };
    offset = aligned(offset + array.byteLength);
    return section;
  });
  const { nodeCount, edgeCount, componentCount, names } = network;
  const directory = new TextEncoder().encode(
    JSON.stringify({ counts: { nodeCount, edgeCount, componentCount }, names, sections } satisfies Directory),
  );
  const body = aligned(HEADER_BYTES + directory.length);
  const block = new Uint8Array(body + offset);
  block.set(directory, HEADER_BYTES);
  for (let i = 0; i < arrays.length; i++) {
    const [, array] = arrays[i];
    block.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), body + sections[i].offset);
  }
  block.set(new TextEncoder().encode(MAGIC), 0);
  const header = new Uint32Array(block.buffer, 8, 4);
  header[0] = BYTE_ORDER;
  header[1] = SNAPSHOT_FORMAT;
  header[3] = directory.length;
  header[2] = crc32(block.subarray(20));
  return block;
}

/** Reads a block into shared memory; refuses what is torn, of another format or of another byte order. */
export function readSnapshot(block: Uint8Array): WalkNetwork {
  if (block.length < HEADER_BYTES) throw networkError("snapshot_torn", { what: `${block.length} bytes` });
  const magic = new TextDecoder("latin1").decode(block.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw networkError("snapshot_not_ours", { magic: JSON.stringify(magic) });
  const shared = new SharedArrayBuffer(block.length);
  new Uint8Array(shared).set(block);
  const header = new Uint32Array(shared, 8, 4);
  if (header[0] !== BYTE_ORDER) throw networkError("snapshot_other_endianness");
  if (header[1] !== SNAPSHOT_FORMAT)
    throw networkError("snapshot_other_version", { found: header[1], expected: SNAPSHOT_FORMAT });
  if (crc32(block.subarray(20)) !== header[2]) throw networkError("snapshot_torn", { what: "checksum" });
  const directoryBytes = header[3];
  const directory = JSON.parse(
    new TextDecoder().decode(block.subarray(HEADER_BYTES, HEADER_BYTES + directoryBytes)),
  ) as Directory;
  const body = aligned(HEADER_BYTES + directoryBytes);
  const arrays = new Map(directory.sections.map((section) => [section.name, view(shared, body, section)]));
  const network = networkOf(directory, arrays);
  assertIntegrity(network);
  return network;
}

function arraysOf(network: WalkNetwork): [string, Numbers][] {
  const { forward, backward } = network;
  return [
    ...PLAIN.map((name): [string, Numbers] => [name, network[name]]),
    ...ARCS.flatMap((part): [string, Numbers][] => [
      [`forward.${part}`, forward[part]],
      [`backward.${part}`, backward[part]],
    ]),
  ];
}

const ARCS = ["start", "pairs", "edge"] as const;
const PLAIN = [
  "nodeLonE7",
  "nodeLatE7",
  "nodeFlags",
  "nodeOrigin",
  "component",
  "edgeFrom",
  "edgeTo",
  "edgeLengthMm",
  "edgeFlags",
  "edgeStepsPerKm",
  "edgeName",
  "shapeStart",
  "shapeLonE7",
  "shapeLatE7",
  "shapeMm",
] as const satisfies readonly (keyof WalkNetwork)[];

function networkOf({ counts, names }: Directory, arrays: ReadonlyMap<string, Numbers>): WalkNetwork {
  const take = (name: string): Numbers => {
    const array = arrays.get(name);
    if (!array) throw networkError("snapshot_torn", { what: name });
    return array;
  };
  const arcs = (which: string) =>
    Object.fromEntries(ARCS.map((part) => [part, take(`${which}.${part}`)])) as unknown as Arcs;
  const plain = Object.fromEntries(PLAIN.map((name) => [name, take(name)]));
  return { ...counts, names, ...plain, forward: arcs("forward"), backward: arcs("backward") } as WalkNetwork;
}

function view(shared: SharedArrayBuffer, body: number, { kind, offset, length }: Section): Numbers {
  const at = body + offset;
  if (at + length * VIEWS[kind].BYTES_PER_ELEMENT > shared.byteLength)
    throw networkError("snapshot_torn", { what: "length" });
  return new (VIEWS[kind] as Uint8ArrayConstructor)(shared, at, length) as Numbers;
}

function kindOf(array: Numbers): ArrayKind {
  return (Object.keys(VIEWS) as ArrayKind[]).find((kind) => array instanceof VIEWS[kind]) ?? "Uint8";
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGN) * ALIGN;
}
