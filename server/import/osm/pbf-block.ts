/** Decodes one block of an `.osm.pbf` file (message `PrimitiveBlock` of osmformat.proto). @module */
import type { ElementVisitor, Member, MemberType } from "./elements.ts";
import { expectWire, ProtobufReader } from "./protobuf.ts";
import type { Tags } from "./tags.ts";

const MEMBER_TYPES: readonly MemberType[] = ["node", "way", "relation"];

interface Block {
  readonly strings: StringTable;
  /** Nanodegrees per unit. */
  readonly granularity: number;
  /** Nanodegrees. */
  readonly latOffset: number;
  readonly lonOffset: number;
}

export function decodeBlock(bytes: Buffer, visitor: ElementVisitor): void {
  let table: ProtobufReader | null = null;
  const groups: ProtobufReader[] = [];
  let granularity = 100;
  let latOffset = 0;
  let lonOffset = 0;
  for (const reader = new ProtobufReader(bytes); !reader.done; ) {
    const key = reader.varint();
    if (key === ((1 << 3) | 2)) table = reader.nested();
    else if (key === ((2 << 3) | 2)) groups.push(reader.nested());
    else if (key === 17 << 3) granularity = reader.varint();
    else if (key === 19 << 3) latOffset = reader.int64();
    else if (key === 20 << 3) lonOffset = reader.int64();
    else reader.skip(key & 7);
  }
  if (!table) throw new RangeError("a block without its table of strings");
  const block: Block = { strings: new StringTable(table), granularity, latOffset, lonOffset };
  for (const group of groups) decodeGroup(group, block, visitor);
}

function decodeGroup(group: ProtobufReader, block: Block, visitor: ElementVisitor): void {
  while (!group.done) {
    const key = group.varint();
    if (key === ((1 << 3) | 2)) decodeNode(group.nested(), block, visitor);
    else if (key === ((2 << 3) | 2)) decodeDense(group.nested(), block, visitor);
    else if (key === ((3 << 3) | 2)) decodeWay(group.nested(), block, visitor);
    else if (key === ((4 << 3) | 2)) decodeRelation(group.nested(), block, visitor);
    else group.skip(key & 7);
  }
}

/** Strings are decoded when first asked for: most blocks of nodes carry more of them than tags that we read. */
class StringTable {
  private readonly entries: (ProtobufReader | string)[] = [];

  constructor(table: ProtobufReader) {
    while (!table.done) {
      const key = table.varint();
      if (key === ((1 << 3) | 2)) this.entries.push(table.nested());
      else table.skip(key & 7);
    }
  }

  at(index: number): string {
    const entry = this.entries[index];
    if (typeof entry === "string") return entry;
    if (!entry) throw new RangeError(`string ${index} of a table of ${this.entries.length}`);
    const text = entry.text();
    this.entries[index] = text;
    return text;
  }
}

/** Units of the block → degrees × 10⁷ (a hundred nanodegrees). */
function toE7(units: number, offset: number, granularity: number): number {
  return granularity === 100 && offset === 0 ? units : Math.round((offset + granularity * units) / 100);
}

/** Refuses positions outside the globe: they would be cut off by the integer arrays that hold them. */
function visitNode(
  id: number,
  lon: number,
  lat: number,
  tags: Tags | null,
  block: Block,
  visitor: ElementVisitor,
): void {
  const lonE7 = toE7(lon, block.lonOffset, block.granularity);
  const latE7 = toE7(lat, block.latOffset, block.granularity);
  if (!(Math.abs(lonE7) <= 1_800_000_000 && Math.abs(latE7) <= 900_000_000))
    throw new RangeError(`node ${id} at ${lonE7 / 1e7}, ${latE7 / 1e7}`);
  visitor.node(id, lonE7, latE7, tags);
}

function decodeNode(reader: ProtobufReader, block: Block, visitor: ElementVisitor): void {
  let id = 0;
  let lat = 0;
  let lon = 0;
  const fields = new Fields(reader, (key) => {
    if (key === 1 << 3) id = reader.signed();
    else if (key === 8 << 3) lat = reader.signed();
    else if (key === 9 << 3) lon = reader.signed();
    else return false;
    return true;
  });
  visitNode(id, lon, lat, readTags(fields, block.strings), block, visitor);
}

function decodeDense(reader: ProtobufReader, block: Block, visitor: ElementVisitor): void {
  const fields = new Fields(reader, () => false);
  const ids = fields.packed(1);
  const lats = fields.packed(8);
  const lons = fields.packed(9);
  const keysVals = fields.packed(10);
  const anyTags = !keysVals.done;
  let id = 0;
  let lat = 0;
  let lon = 0;
  while (!ids.done) {
    id += ids.signed();
    lat += lats.signed();
    lon += lons.signed();
    visitNode(id, lon, lat, anyTags ? readDenseTags(keysVals, block.strings) : null, block, visitor);
  }
  if (!lats.done || !lons.done || !keysVals.done)
    throw new RangeError("lists of nodes, positions and tags of different length");
}

/** Keys and values alternate; a zero ends the tags of one node. */
function readDenseTags(keysVals: ProtobufReader, strings: StringTable): Tags | null {
  let tags: Map<string, string> | null = null;
  for (let key = keysVals.varint(); key !== 0; key = keysVals.varint()) {
    tags ??= new Map();
    tags.set(strings.at(key), strings.at(keysVals.varint()));
  }
  return tags;
}

function decodeWay(reader: ProtobufReader, block: Block, visitor: ElementVisitor): void {
  let id = 0;
  const fields = new Fields(reader, (key) => {
    if (key !== 1 << 3) return false;
    id = reader.varint();
    return true;
  });
  const refs: number[] = [];
  let ref = 0;
  for (const deltas = fields.packed(8); !deltas.done; ) {
    ref += deltas.signed();
    refs.push(ref);
  }
  visitor.way(id, refs, readTags(fields, block.strings));
}

function decodeRelation(reader: ProtobufReader, block: Block, visitor: ElementVisitor): void {
  let id = 0;
  const fields = new Fields(reader, (key) => {
    if (key !== 1 << 3) return false;
    id = reader.varint();
    return true;
  });
  const roles = fields.packed(8);
  const deltas = fields.packed(9);
  const types = fields.packed(10);
  const members: Member[] = [];
  let ref = 0;
  while (!deltas.done) {
    ref += deltas.signed();
    const type = MEMBER_TYPES[types.varint()];
    if (!type) throw new RangeError(`a member of unknown type in relation ${id}`);
    members.push({ type, ref, role: block.strings.at(roles.varint()) });
  }
  if (!roles.done || !types.done) throw new RangeError(`lists of members of different length in relation ${id}`);
  visitor.relation(id, members, readTags(fields, block.strings));
}

function readTags(fields: Fields, strings: StringTable): Tags | null {
  const keys = fields.packed(2);
  const values = fields.packed(3);
  if (keys.done && values.done) return null;
  const tags = new Map<string, string>();
  while (!keys.done) tags.set(strings.at(keys.varint()), strings.at(values.varint()));
  if (!values.done) throw new RangeError("lists of keys and values of different length");
  return tags;
}

/** The length-delimited fields of one message by number; plain ones go to `scalar`, which tells whether it took them. */
class Fields {
  private readonly lists = new Map<number, ProtobufReader>();

  constructor(reader: ProtobufReader, scalar: (key: number) => boolean) {
    while (!reader.done) {
      const key = reader.varint();
      if ((key & 7) === 2) {
        if (this.lists.has(key >> 3)) throw new RangeError(`field ${key >> 3} given twice`);
        this.lists.set(key >> 3, reader.nested());
      } else if (!scalar(key)) {
        if (PACKED.has(key >> 3)) expectWire(key, 2);
        reader.skip(key & 7);
      }
    }
  }

  packed(field: number): ProtobufReader {
    return this.lists.get(field) ?? EMPTY;
  }
}

/** Fields that hold lists in nodes, ways or relations and would be lost if they came one by one. */
const PACKED: ReadonlySet<number> = new Set([2, 3, 8, 9, 10]);
const EMPTY = new ProtobufReader(Buffer.alloc(0));
