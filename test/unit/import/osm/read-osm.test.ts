import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../../../server/import/categories.ts";
import { type OsmExtract, readOsm } from "../../../../server/import/osm/read-osm.ts";
import { describeWith } from "../../../support/requirements.ts";
import { sharedData } from "../../../support/shared-data.ts";
import { fileOf, xmlOf } from "./osm-file.ts";

const catalogue = await loadCatalogue();

describe("readOsm", () => {
  it("refuses a file without a walkable way", async () => {
    const drawing = { nodes: { 1: [0, 0], 2: [1, 1] }, ways: { 3: ["1 2", { highway: "motorway" }] } } as const;
    await expect(readOsm(fileOf(xmlOf(drawing)), catalogue)).rejects.toMatchObject({
      code: "osm_no_streets",
      fields: { value: "2 nodes, 1 ways" },
    });
  });

  it.each([
    ["osm_file_empty", ""],
    ["osm_kind_unknown", "name,lon,lat"],
    ["osm_xml_malformed", "<osm><node"],
    ["osm_truncated", gzipSync(xmlOf({})).subarray(0, 20)],
    ["osm_no_streets", xmlOf({ nodes: { 1: [0, 0] } })],
  ])("%s names the file as the user calls it, not as it lies on disk", async (code, content) => {
    const reading = readOsm(fileOf(content), catalogue, { file: "我的城区.osm" });
    await expect(reading).rejects.toMatchObject({ code, fields: { file: "我的城区.osm" } });
    await expect(readOsm(fileOf(content, "0.osm"), catalogue)).rejects.toMatchObject({ fields: { file: "0.osm" } });
  });

  it("names the file in every note and refusal", async () => {
    const nodes = { 1: [0, 0], 2: [1, 1], 4: [0, 0, { amenity: "pharmacy", disused: "yes" }] } as const;
    const ways = { 3: ["1 2 9", { highway: "path" }], 5: ["1 9", { highway: "path" }] } as const;
    const path = fileOf(xmlOf({ nodes, ways }));
    const { notes, facilities } = await readOsm(path, catalogue, { file: "town.osm" });
    const files = [...notes, ...facilities.refusals].map(({ file }) => file);
    expect(files.length).toBeGreaterThan(1);
    expect(new Set(files)).toEqual(new Set(["town.osm"]));
  });

  it("tells its progress from 0 to 1, never falling", async () => {
    const told: number[] = [];
    const drawing = { nodes: { 1: [0, 0], 2: [1, 1] }, ways: { 3: ["1 2", { highway: "path" }] } } as const;
    const extract = await readOsm(fileOf(xmlOf(drawing)), catalogue, {
      progress: (fraction, { zh, en }) => {
        told.push(fraction);
        expect(zh && en).toBeTruthy();
      },
    });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    expect(extract.bbox).toEqual([0, 0, 1, 1]);
  });
});

function count(extract: OsmExtract, category: string): number {
  return extract.facilities.rows.filter((row) => row.category === category).length;
}

function layers({ baseFeatures }: OsmExtract): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { layer } of baseFeatures) counts[layer] = (counts[layer] ?? 0) + 1;
  return counts;
}

describeWith("shared data", "real extracts", () => {
  it("reads Malta: the counts are those of osmium", async () => {
    const malta = await readOsm(sharedData("malta/malta-2016.osm.pbf")!, catalogue);
    expect(malta.counts).toMatchObject({ nodes: 252_937, ways: 40_028, relations: 527, highways: 21_137 });
    expect(
      ["pharmacy", "convenience_store", "supermarket", "hospital", "clinic"].map((code) => count(malta, code)),
    ).toEqual([71, 94, 92, 24, 7]);
    expect(malta.communities.rows).toHaveLength(59);
    expect(new Set(malta.communities.rows.map(({ level }) => level))).toEqual(new Set(["community"]));
    expect(malta.residences.rows.length).toBeGreaterThan(2_000);
    expect(layers(malta)).toMatchObject({ street: 21_137 });
    // Every row keeps to the contract of the network.
    const { wayNodes, nodeIds, wayStart, wayFlags, nodeLonE7 } = malta.streets;
    expect(wayNodes.every((node) => node < nodeIds.length)).toBe(true);
    expect(wayStart.at(-1)).toBe(wayNodes.length);
    expect(wayStart.every((start, k) => k === 0 || start - wayStart[k - 1] >= 2)).toBe(true);
    expect(wayFlags.every((flags) => (flags & 12) !== 0)).toBe(true);
    expect(nodeLonE7.every((lon) => lon > 140_000_000 && lon < 147_000_000)).toBe(true);
    const refs = [...malta.facilities.rows, ...malta.residences.rows].map(({ ref }) => ref);
    expect(new Set(malta.facilities.rows.map(({ ref }) => ref)).size).toBe(malta.facilities.rows.length);
    expect(refs.every((ref) => /^(node|way|relation)\/\d+$/.test(ref))).toBe(true);
  });

  it("reads Beijing from XML, with Chinese names", async () => {
    const beijing = await readOsm(sharedData("beijing-tsinghua/beijing-tsinghua.osm")!, catalogue);
    expect(beijing.counts).toMatchObject({ nodes: 7_450, ways: 1_360, highways: 684 });
    expect(beijing.streets.names).toContain("中关村东路");
    expect(count(beijing, "pharmacy")).toBe(2);
  });

  it("tells the ways of Porto that have one node only", async () => {
    const porto = await readOsm(sharedData("porto/porto-highways-2015.osm.pbf")!, catalogue);
    expect(porto.counts).toMatchObject({ nodes: 347_944, highways: 51_349 });
    expect(new Set(porto.notes.map(({ reason }) => reason))).toEqual(new Set(["too_few_nodes"]));
    expect(porto.baseFeatures.filter(({ layer }) => layer === "street").length + porto.notes.length).toBe(51_349);
  });
});
