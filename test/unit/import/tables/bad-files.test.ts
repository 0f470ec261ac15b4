import { describe, expect, it } from "vitest";
import writeXlsx from "write-excel-file/node";
import { parseCrs } from "../../../../server/base/crs.ts";
import { readFacilities } from "../../../../server/import/tables/read-facilities.ts";
import { readResidences } from "../../../../server/import/tables/read-residences.ts";
import { tempFiles } from "../../../support/temp-file.ts";
import { catalogue } from "./catalogue.ts";

const tempFile = tempFiles();
const crs = parseCrs("wgs84");

async function failure(content: string | Uint8Array, options = {}) {
  const path = await tempFile("bad", content);
  try {
    await readFacilities(path, { crs, catalogue, file: "网点.csv", ...options });
  } catch (error) {
    return error as {
      code: string;
      message: string;
      fields: Record<string, unknown>;
      words: { zh: string; en: string };
    };
  }
  throw new Error("it was taken");
}

describe("files that cannot be taken as a whole", () => {
  it.each([
    ["an empty file", "", "file_empty"],
    ["blanks only", " \r\n \r\n", "file_empty"],
    ["a mark only", "\uFEFF", "file_empty"],
    ["a header only", "名称,类别,经度,纬度\r\n", "file_empty"],
    ["no features", '{"type":"FeatureCollection","features":[]}', "file_empty"],
    ["half a JSON", '{"type":"FeatureCollection","fea', "json_malformed"],
    ["another JSON", '{"type":"Topology"}', "geojson_unexpected"],
    ["a list", "[1,2]", "geojson_unexpected"],
    ["a page that calls itself a table", "<html><table></table></html>", "file_kind_unknown"],
    ["a PDF", "%PDF-1.7 …", "file_kind_unknown"],
    ["an old workbook", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "xls_old"],
    ["an archive that is no workbook", "PK\x03\x04 nothing else", "xlsx_damaged"],
    ["a CSV without coordinates", "名称,类别,地址\n甲,药店,某路\n", "columns_missing"],
    ["a CSV with half of them", "名称,类别,经度\n甲,药店,113.6\n", "columns_missing"],
    ["a CSV without categories", "名称,经度,纬度\n甲,113.6,34.7\n", "columns_missing"],
    ["two columns for one thing", "类别,经度,lng,纬度\n药店,113.6,113.6,34.7\n", "column_ambiguous"],
    [
      "latitude and longitude swapped throughout",
      "类别,经度,纬度\n药店,34.7,113.6\n药店,34.8,113.7\n",
      "lat_lon_swapped",
    ],
    ["no good row", "类别,经度,纬度\n药店,x,34.7\n药店,,34.7\n洗车店,113.6,34.7\n", "nothing_taken"],
    [
      "another system in the file itself",
      '{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4547"}},"features":[{}]}',
      "crs_contradiction",
    ],
  ])("%s", async (_, content, code) => {
    const { code: given, words } = await failure(content);
    expect(given).toBe(code);
    for (const text of [words.zh, words.en]) {
      expect(text).toContain("网点.csv");
      expect(text).not.toMatch(/\{\w+\}|undefined|null/);
    }
  });

  it("a file that is not there", async () => {
    await expect(readFacilities("/nowhere/网点.csv", { crs, catalogue })).rejects.toMatchObject({
      code: "file_missing",
      fields: { file: "网点.csv", value: "ENOENT" },
    });
  });

  it("a workbook cut short", async () => {
    const bytes = await writeXlsx([[{ value: "类别" }, { value: "经度" }, { value: "纬度" }]]).toBuffer();
    expect((await failure(bytes.subarray(0, bytes.length / 2))).code).toBe("xlsx_damaged");
  });

  it("names the columns that are there and those that are looked for", async () => {
    const { words } = await failure("名称,类别,地址\n甲,药店,某路\n");
    expect(words.zh).toContain("“名称”, “类别”, “地址”");
    expect(words.zh).toContain("经度 / lon");
  });

  it("counts the reasons where nothing was good, and shows the first", async () => {
    const { words, fields } = await failure("类别,经度,纬度\n药店,x,34.7\n药店,y,34.7\n洗车店,113.6,34.7\n");
    expect(words.zh).toContain("坐标无法识别 × 2，类别表中没有此类别 × 1");
    expect(fields).toMatchObject({ count: 3, row: 2, field: "经度", value: "x" });
  });

  it("shows a swapped row and how it should read", async () => {
    expect((await failure("类别,经度,纬度\n药店,34.7,113.6\n")).fields).toMatchObject({
      row: 2,
      count: 1,
      value: "34.7, 113.6",
      expected: "113.6, 34.7",
    });
  });

  it("X as northing throughout, as survey offices write it", async () => {
    const error = await failure("类别,X,Y\n药店,3846545,465661\n", { crs: parseCrs("4547") });
    expect(error.code).toBe("east_north_swapped");
    const path = await tempFile("survey", "类别,X,Y\n药店,3846545,465661\n");
    const mapped = await readFacilities(path, { crs: parseCrs("4547"), catalogue, mapping: { lon: "Y", lat: "X" } });
    expect(mapped.rows).toHaveLength(1);
  });
});

describe("10,000 rows of which 37 are broken", () => {
  it("9,963 are taken and 37 refused, each with its row, reason and value", async () => {
    const breakages = [
      (cells: string[]) => cells.with(2, "一百一十三"),
      (cells: string[]) => cells.with(3, ""),
      (cells: string[]) => cells.with(2, "213.6"),
      (cells: string[]) => cells.with(2, "34.7").with(3, "113.6"),
      (cells: string[]) => cells.with(4, "-3"),
      (cells: string[]) => cells.with(4, "12.5"),
      (cells: string[]) => cells.with(4, "99999999"),
      (cells: string[]) => cells.with(0, "R1"),
      (cells: string[]) => cells.with(2, "0").with(3, "0"),
      (cells: string[]) => cells.slice(0, 4),
      (cells: string[]) => cells.with(1, '"未闭合'),
    ];
    const broken = new Map(Array.from({ length: 37 }, (_, i) => [100 + i * 251, breakages[i % breakages.length]!]));
    const lines = Array.from({ length: 10_000 }, (_, i) => {
      const cells = [
        `R${i + 1}`,
        `小区${i + 1}`,
        (113.5 + i / 1e5).toFixed(6),
        (34.7 + (i % 100) / 1e4).toFixed(6),
        String(i % 900),
        String((i % 900) * 3),
      ];
      return (broken.get(i)?.(cells) ?? cells).join(",");
    });
    const path = await tempFile("residences.csv", `编号,名称,经度,纬度,户数,人口\r\n${lines.join("\r\n")}\r\n`);
    const { rows, refusals } = await readResidences(path, { crs });
    expect(rows).toHaveLength(9963);
    expect(refusals.map(({ row }) => row)).toEqual([...broken.keys()].map((i) => i + 2));
    expect(new Set(refusals.map(({ reason }) => reason)).size).toBe(breakages.length);
    for (const { file, value, reason } of refusals) {
      expect(file).toBe("residences.csv");
      expect(value === null).toBe(reason === "position_missing");
    }
    expect(rows.find(({ ref }) => ref === "R2")).toMatchObject({
      kind: "compound",
      households: 1,
      residents: 3,
      estimated: false,
    });
  });
});
