/** Reads OSM XML as a stream; what is malformed is told with its line. @module */
import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { ByteSource } from "./byte-source.ts";
import type { ElementVisitor, Member, MemberType, ReadTotals } from "./elements.ts";
import { osmError } from "./errors.ts";
import type { Tags } from "./tags.ts";

const MEMBER_TYPES: ReadonlySet<string> = new Set<MemberType>(["node", "way", "relation"]);
const SAFE_INTEGER = /^-?\d{1,15}$/;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

export function looksLikeXml(start: Buffer): boolean {
  return /^\uFEFF?\s*</.test(start.toString("utf8"));
}

export async function readXml(source: ByteSource, visitor: ElementVisitor): Promise<ReadTotals> {
  const { file } = source;
  const parser = new SaxesParser();
  const reader = new XmlReader(file, visitor, () => parser.line);
  const malformed = (value: string) =>
    osmError("osm_xml_malformed", { file, row: parser.line, value, expected: "well-formed OSM XML in UTF-8" });
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding && !/^utf-?8$/i.test(encoding)) throw malformed(`encoding ${encoding}`);
  });
  parser.on("error", (error) => {
    // saxes repeats its own "line:column: " before the words.
    throw malformed(error.message.replace(/^\d+:\d+: /, ""));
  });
  parser.on("opentag", (tag) => reader.open(tag));
  parser.on("closetag", (tag) => reader.close(tag.name));
  parser.on("text", (text) => reader.text(text));

  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Buffer) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw malformed("bytes that are not UTF-8");
    }
  };
  for await (const chunk of source.rest()) parser.write(decode(chunk));
  parser.write(decode());
  parser.close();
  return { deleted: reader.deleted };
}

class XmlReader {
  deleted = 0;
  private readonly file: string;
  private readonly visitor: ElementVisitor;
  private readonly line: () => number;
  private depth = 0;
  private remark: string | null = null;
  // The element that is open; one set of fields serves all of them.
  private skip = false;
  private id = 0;
  private lonE7 = 0;
  private latE7 = 0;
  private tags: Map<string, string> | null = null;
  private refs: number[] = [];
  private members: Member[] = [];

  constructor(file: string, visitor: ElementVisitor, line: () => number) {
    this.file = file;
    this.visitor = visitor;
    this.line = line;
  }

  open({ name, attributes }: SaxesTagPlain): void {
    this.depth++;
    if (this.depth === 1) this.openRoot(name, attributes);
    else if (this.depth === 2) this.openElement(name, attributes);
    else if (this.depth === 3 && !this.skip) this.openChild(name, attributes);
  }

  close(name: string): void {
    this.depth--;
    if (this.depth !== 1) return;
    if (name === "remark") this.refuseRemark();
    if (this.skip) return;
    const tags: Tags | null = this.tags;
    if (name === "node") this.visitor.node(this.id, this.lonE7, this.latE7, tags);
    else if (name === "way") this.visitor.way(this.id, this.refs, tags);
    else if (name === "relation") this.visitor.relation(this.id, this.members, tags);
  }

  text(text: string): void {
    if (this.remark !== null) this.remark += text;
  }

  private openRoot(name: string, attributes: Attributes): void {
    if (name !== "osm")
      throw osmError("osm_kind_unknown", { file: this.file, value: `XML <${name}>`, expected: "XML <osm>" });
    const version = attributes.version ?? "0.6";
    if (version !== "0.6") throw this.bad("osm version", version, "0.6");
  }

  private openElement(name: string, attributes: Attributes): void {
    this.skip = true;
    if (name === "remark") this.remark = "";
    if (!MEMBER_TYPES.has(name)) return;
    if (attributes.visible === "false" || attributes.action === "delete") {
      this.deleted++;
      return;
    }
    this.skip = false;
    this.id = this.integer(`${name} id`, attributes.id);
    this.tags = null;
    if (name === "node") {
      this.lonE7 = this.degreesE7("lon", attributes.lon, 180);
      this.latE7 = this.degreesE7("lat", attributes.lat, 90);
    } else {
      this.refs = [];
      this.members = [];
    }
  }

  private openChild(name: string, attributes: Attributes): void {
    if (name === "tag") {
      const { k, v } = attributes;
      if (k === undefined || v === undefined) throw this.bad("tag", JSON.stringify(attributes), "k and v");
      this.tags ??= new Map();
      this.tags.set(k, v);
    } else if (name === "nd") this.refs.push(this.integer("nd ref", attributes.ref));
    else if (name === "member") {
      const { type, role } = attributes;
      if (!isMemberType(type)) throw this.bad("member type", type, "node, way or relation");
      this.members.push({ type, ref: this.integer("member ref", attributes.ref), role: role ?? "" });
    }
  }

  /** Overpass ends a query that ran out of time or memory with a remark, after the elements it had found so far. */
  private refuseRemark(): void {
    const value = (this.remark ?? "").trim();
    this.remark = null;
    throw osmError("osm_incomplete", { file: this.file, row: this.line(), value, expected: "a finished export" });
  }

  private integer(field: string, value: string | undefined): number {
    if (value === undefined || !SAFE_INTEGER.test(value))
      throw this.bad(field, value, "an integer of at most 15 digits");
    return Number(value);
  }

  private degreesE7(field: string, value: string | undefined, limit: number): number {
    const degrees = value !== undefined && DECIMAL.test(value) ? Number(value) : Number.NaN;
    if (!(Math.abs(degrees) <= limit)) throw this.bad(field, value, `degrees from -${limit} to ${limit}`);
    return Math.round(degrees * 1e7);
  }

  private bad(field: string, value: string | undefined, expected: string) {
    return osmError("osm_value_bad", { file: this.file, row: this.line(), field, value: value ?? "", expected });
  }
}

type Attributes = Readonly<Record<string, string | undefined>>;

function isMemberType(type: string | undefined): type is MemberType {
  return type !== undefined && MEMBER_TYPES.has(type);
}
