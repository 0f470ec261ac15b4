import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { OsmCode } from "../../../../server/import/osm/errors.ts";
import { readElements } from "../../../../server/import/osm/read-elements.ts";
import { linesOf } from "./lines-of.ts";
import { fileOf } from "./osm-file.ts";

const WHOLE = `<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">
 <bounds minlat="0" minlon="0" maxlat="1" maxlon="1"/>
 <node id="1" lat="31.2" lon="121.5"/>
 <node id="2" lat="-31.2" lon="-121.5"><tag k="name" v="&#x4E00;刻&amp;钟"/></node>
 <node id="3" visible="false"/>
 <way id="4" action="delete"><nd ref="1"/></way>
 <way id="5"><nd ref="1"/><nd ref="2"/><tag k="highway" v="path"/></way>
 <relation id="6"><member type="way" ref="5" role="outer"/><member type="node" ref="1" role=""/><tag k="type" v="route"/></relation>
</osm>`;
const LINES = [
  "n1 121.5 31.2",
  "n2 -121.5 -31.2 name=一刻&钟",
  "w5 1,2 highway=path",
  "r6 way/5@outer,node/1@ type=route",
];

describe("OSM XML", () => {
  it("gives nodes, ways and relations, and counts what is marked as deleted", async () => {
    expect(await linesOf(fileOf(WHOLE))).toEqual(LINES);
    const ignore = { node() {}, way() {}, relation() {} };
    expect(await readElements(fileOf(WHOLE), ignore)).toEqual({ deleted: 2 });
  });

  it("is known by its content, packed or not, whatever the file is called", async () => {
    expect(await linesOf(fileOf(gzipSync(WHOLE), "packed.osm.pbf"))).toEqual(LINES);
    expect(await linesOf(fileOf(`\uFEFF\n${WHOLE.slice(WHOLE.indexOf("<osm"))}`, "marked.gz"))).toEqual(LINES);
  });

  it("tells how much of the file was read", async () => {
    const told: number[] = [];
    await readElements(fileOf(WHOLE), { node() {}, way() {}, relation() {} }, (read, size) => told.push(read / size));
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  const cases: [name: string, content: string | Uint8Array, code: OsmCode, fields: Record<string, unknown>][] = [
    ["cut short", WHOLE.slice(0, 300), "osm_xml_malformed", { row: WHOLE.slice(0, 300).split("\n").length }],
    [
      "cut between two elements",
      WHOLE.slice(0, WHOLE.indexOf(" <relation")),
      "osm_xml_malformed",
      { value: "unclosed tag: osm" },
    ],
    [
      "a tag closed wrongly",
      WHOLE.replace("</way>\n <relation", "</node>\n <relation"),
      "osm_xml_malformed",
      { row: 8 },
    ],
    ["an entity of its own", WHOLE.replace("&amp;", "&boom;"), "osm_xml_malformed", { row: 5 }],
    [
      "bytes that are not UTF-8",
      Buffer.from(WHOLE.replace("刻", "\xe9"), "latin1"),
      "osm_xml_malformed",
      { value: "bytes that are not UTF-8" },
    ],
    ["another encoding", WHOLE.replace("UTF-8", "GB18030"), "osm_xml_malformed", { value: "encoding GB18030" }],
    ["another kind of XML", "<html><body/></html>", "osm_kind_unknown", { value: "XML <html>" }],
    [
      "a change file",
      '<osmChange version="0.6"/>',
      "osm_kind_unknown",
      { value: "XML <osmChange>", expected: "XML <osm>" },
    ],
    ["another version", '<osm version="0.5"/>', "osm_value_bad", { field: "osm version", value: "0.5" }],
    [
      "a latitude out of range",
      WHOLE.replace("31.2", "131.2"),
      "osm_value_bad",
      { row: 4, field: "lat", value: "131.2" },
    ],
    [
      "a longitude that is no number",
      WHOLE.replace("121.5", "east"),
      "osm_value_bad",
      { row: 4, field: "lon", value: "east" },
    ],
    [
      "a node without a position",
      WHOLE.replace(' lat="31.2"', ""),
      "osm_value_bad",
      { row: 4, field: "lat", value: "" },
    ],
    [
      "an id that is no number",
      WHOLE.replace('id="5"', 'id="5.5"'),
      "osm_value_bad",
      { row: 8, field: "way id", value: "5.5" },
    ],
    [
      "a member of unknown type",
      WHOLE.replace('type="way"', 'type="area"'),
      "osm_value_bad",
      { row: 9, field: "member type", value: "area" },
    ],
    ["a tag without a value", WHOLE.replace(' v="path"', ""), "osm_value_bad", { row: 8, field: "tag" }],
    [
      "an export that ran out of time",
      WHOLE.replace("</osm>", "<remark>runtime error: Query timed out</remark></osm>"),
      "osm_incomplete",
      { row: 10, value: "runtime error: Query timed out" },
    ],
    ["gzip cut short", gzipSync(WHOLE).subarray(0, -20), "osm_truncated", {}],
    ["gzip damaged", damaged(gzipSync(WHOLE)), "osm_damaged", {}],
    ["gzip of nothing", gzipSync(""), "osm_file_empty", {}],
    ["nothing", "", "osm_file_empty", { expected: ".osm.pbf, .osm, .osm.gz" }],
    ["JSON", '{"elements": []}', "osm_kind_unknown", { value: expect.stringContaining("JSON") }],
    ["a table", "name,lon,lat\n", "osm_kind_unknown", { value: "bytes 6e616d652c6c6f6e" }],
    ["zip", Buffer.from("PK\x03\x04 and so on"), "osm_kind_unknown", { value: expect.stringContaining("zip") }],
    ["bzip2", Buffer.from("BZh91AY&SY"), "osm_kind_unknown", { value: expect.stringContaining("bzip2") }],
  ];
  it.each(cases)("refuses %s", async (_, content, code, fields) => {
    const path = fileOf(content);
    await expect(linesOf(path)).rejects.toMatchObject({
      name: "DomainError",
      kind: "input",
      code,
      fields: { file: basename(path), ...fields },
    });
  });

  it("refuses files that are not there, and folders", async () => {
    await expect(linesOf("/nowhere/a.osm")).rejects.toMatchObject({
      kind: "missing",
      code: "osm_file_missing",
      fields: { value: "ENOENT" },
    });
    await expect(linesOf(import.meta.dirname)).rejects.toMatchObject({
      kind: "missing",
      code: "osm_file_missing",
      fields: { value: "not a file" },
    });
  });
});

function damaged(bytes: Buffer): Buffer {
  bytes.fill(0xff, 30, 60);
  return bytes;
}
