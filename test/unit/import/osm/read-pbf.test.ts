import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { createOSMStream } from "osm-pbf-parser-node";
import { describe, expect, it } from "vitest";
import { OsmError } from "../../../../server/import/osm/errors.ts";
import { describeWith } from "../../../support/requirements.ts";
import { sharedData } from "../../../support/shared-data.ts";
import { linesOf, nodeLine, relationLine, wayLine } from "./lines-of.ts";
import { fileOf } from "./osm-file.ts";
import { bytes, dataBlock, dense, frame, headerFrame, number, packed, text, varint, zigzag } from "./pbf-writer.ts";

const STRINGS = ["name", "一刻钟", "highway", "path", "outer"];
const NODES = dense([10, 1, -3], [312_000_000, 1, -2], [1_215_000_000, 0, 5], [1, 2, 0, 0, 3, 4, 1, 2, 0]);
const WAY = bytes(3, [...number(1, 5), ...packed(2, [3]), ...packed(3, [4]), ...packed(8, [10, 1], zigzag)]);
const RELATION = bytes(4, [...number(1, 6), ...packed(8, [5, 0]), ...packed(9, [5, 5], zigzag), ...packed(10, [1, 0])]);
const BLOCK = dataBlock(STRINGS, [NODES, WAY, RELATION]);
const WHOLE = Buffer.concat([headerFrame(), frame("OSMData", BLOCK)]);
const LINES = [
  "n10 121.5 31.2 name=一刻钟",
  "n11 121.5 31.2000001",
  "n8 121.5000005 31.1999999 highway=path,name=一刻钟",
  "w5 10,11 highway=path",
  "r6 way/5@outer,node/10@",
];

function withBlock(block: readonly number[]): string {
  return fileOf(Buffer.concat([headerFrame(), frame("OSMData", block)]));
}

describe("OSM PBF", () => {
  it("gives nodes, ways and relations", async () => {
    expect(await linesOf(fileOf(WHOLE))).toEqual(LINES);
  });

  it.each(["raw", "zlib", "zstd"] as const)(
    "reads blocks packed as %s, inside gzip too, and passes over blocks of other types",
    async (packing) => {
      const file = Buffer.concat([
        headerFrame(undefined, packing),
        frame("Extra", [1, 2, 3]),
        frame("OSMData", BLOCK, packing),
      ]);
      expect(await linesOf(fileOf(file))).toEqual(LINES);
      expect(await linesOf(fileOf(gzipSync(file)))).toEqual(LINES);
    },
  );

  it("reads plain nodes, and positions by granularity and negative offsets", async () => {
    const node = bytes(1, [...number(1, 7 * 2), ...number(8, 20), ...number(9, 40)]);
    const more = [...number(17, 1000), ...number(19, -2_000_000_000n), ...number(20, 1_000_000_000n)];
    expect(await linesOf(withBlock(dataBlock([], [node, dense([9], [-3], [3])], more)))).toEqual([
      "n7 1.00002 -1.99999",
      "n9 1.000003 -2.000003",
    ]);
  });

  it("notices a file cut short anywhere but between two blocks", async () => {
    const borders = new Set([headerFrame().length, WHOLE.length]);
    for (let length = 20; length < WHOLE.length; length++) {
      const read = linesOf(fileOf(WHOLE.subarray(0, length), "cut.osm.pbf"));
      if (borders.has(length)) await expect(read).resolves.toEqual([]);
      else await expect(read).rejects.toMatchObject({ code: "osm_truncated", fields: { byte: length } });
    }
  });

  it("never hangs nor ends with another error on damaged bytes", async () => {
    const raw = Buffer.concat([headerFrame(undefined, "raw"), frame("OSMData", BLOCK, "raw")]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(raw.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const copy = Buffer.from(raw);
          for (const [at, value] of changes) copy[at] = value;
          await linesOf(fileOf(copy, "damaged.osm.pbf")).catch((error: unknown) =>
            expect(error).toBeInstanceOf(OsmError),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ["tags without their end", dataBlock(STRINGS, [dense([1], [1], [1], [1, 2])])],
    ["more positions than nodes", dataBlock(STRINGS, [dense([1], [1, 2], [1])])],
    ["fewer positions than nodes", dataBlock(STRINGS, [dense([1, 1], [1], [1, 1])])],
    ["a string that is not in the table", dataBlock([], [WAY])],
    ["a node off the globe", dataBlock([], [dense([1], [900_000_001], [0])])],
    ["no table of strings", NODES],
    [
      "a member of unknown type",
      dataBlock(STRINGS, [bytes(4, [...packed(8, [0]), ...packed(9, [5], zigzag), ...packed(10, [7])])]),
    ],
    ["a list that came unpacked", dataBlock(STRINGS, [bytes(3, [...number(1, 5), ...number(8, 10)])])],
    ["a field longer than its block", [...varint(10), ...varint(99), 1]],
  ])("refuses a block with %s", async (_, block) => {
    await expect(linesOf(withBlock(block))).rejects.toMatchObject({
      code: "osm_damaged",
      fields: { byte: headerFrame().length },
    });
  });

  it("refuses histories, other packings, wrong sizes and a missing header", async () => {
    const history = Buffer.concat([headerFrame(["OsmSchema-V0.6", "HistoricalInformation"]), frame("OSMData", BLOCK)]);
    await expect(linesOf(fileOf(history))).rejects.toMatchObject({
      code: "osm_feature_unsupported",
      fields: { value: "HistoricalInformation" },
    });
    const lz4 = Buffer.concat([headerFrame(), frame("OSMData", BLOCK, "lz4")]);
    await expect(linesOf(fileOf(lz4))).rejects.toMatchObject({
      code: "osm_damaged",
      fields: { value: expect.stringContaining("lz4") },
    });
    const twoHeaders = Buffer.concat([headerFrame(), headerFrame()]);
    await expect(linesOf(fileOf(twoHeaders))).rejects.toMatchObject({ code: "osm_damaged" });
    const liar = Buffer.concat([headerFrame(), liarFrame()]);
    await expect(linesOf(fileOf(liar))).rejects.toMatchObject({
      code: "osm_damaged",
      fields: { value: expect.stringContaining("promised") },
    });
    await expect(linesOf(fileOf(frame("OSMData", BLOCK)))).rejects.toMatchObject({ code: "osm_kind_unknown" });
  });
});

/** A block whose stated size is not that of its data. */
function liarFrame(): Buffer {
  const blob = [...number(2, 7), ...bytes(1, BLOCK)];
  const header = Buffer.from([...text(1, "OSMData"), ...number(3, blob.length)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, Buffer.from(blob)]);
}

interface OracleItem {
  type?: "node" | "way" | "relation";
  id: number;
  lon: number;
  lat: number;
  refs: number[];
  members: { type: string; ref: number; role: string }[];
  tags?: Record<string, string>;
}

describeWith("shared data", "OSM PBF beside osm-pbf-parser-node", () => {
  it.each(["malta/malta-2016.osm.pbf", "porto-alegre/porto-alegre.osm.pbf"])(
    "gives the same elements of %s",
    async (name) => {
      const file = sharedData(name)!;
      const expected: string[] = [];
      for await (const item of createOSMStream(file) as AsyncGenerator<OracleItem>) {
        if (!item.type) continue;
        const tags = item.tags ? new Map(Object.entries(item.tags)) : null;
        if (item.type === "node")
          expected.push(nodeLine(item.id, Math.round(item.lon * 1e7), Math.round(item.lat * 1e7), tags));
        else if (item.type === "way") expected.push(wayLine(item.id, item.refs, tags));
        else expected.push(relationLine(item.id, item.members, tags));
      }
      const lines = await linesOf(file);
      expect(lines.length).toBe(expected.length);
      expect(lines.findIndex((line, i) => line !== expected[i])).toBe(-1);
    },
  );

  it("notices Malta cut short", async () => {
    const whole = readFileSync(sharedData("malta/malta-2016.osm.pbf")!);
    const cut = fileOf(whole.subarray(0, 2_000_000), "malta-cut.osm.pbf");
    await expect(linesOf(cut)).rejects.toMatchObject({ code: "osm_truncated", fields: { byte: 2_000_000 } });
  });
});
