import { describe, expect, it } from "vitest";
import { parseCrs } from "../../../../server/base/crs.ts";
import { readResidences } from "../../../../server/import/tables/read-residences.ts";
import { tempFiles } from "../../../support/temp-file.ts";

const tempFile = tempFiles();
const crs = parseCrs("wgs84");
const read = async (text: string) => readResidences(await tempFile("residences", text), { crs, file: "小区.csv" });

describe("a table of residences", () => {
  it("has counts where they are given, and nothing where they are not", async () => {
    const { rows } = await read(
      '小区名称,经度,纬度,户数（户）,常住人口\n甲,113.6,34.7,"1,200",3600\n乙,113.6,34.7,,\n丙,113.6,34.7,0,暂无\n',
    );
    expect(rows.map(({ households, residents, estimated }) => [households, residents, estimated])).toEqual([
      [1200, 3600, false],
      [null, null, false],
      [0, null, false],
    ]);
  });

  it("may come without any counts", async () => {
    expect((await read('名称,坐标\n甲,"113.6,34.7"\n')).rows[0]).toMatchObject({ households: null, residents: null });
  });

  it("refuses counts that cannot be", async () => {
    const { refusals } = await read(
      "名称,经度,纬度,户数,人口\n甲,113.6,34.7,1,1\n乙,113.6,34.7,-1,1\n丙,113.6,34.7,1,2.5\n丁,113.6,34.7,1000001,1\n戊,113.6,34.7,几百,1\n",
    );
    expect(refusals.map(({ row, reason, field, value }) => [row, reason, field, value])).toEqual([
      [3, "count_negative", "户数", "-1"],
      [4, "count_not_whole", "人口", "2.5"],
      [5, "count_too_large", "户数", "1000001"],
      [6, "count_unreadable", "户数", "几百"],
    ]);
  });
});

describe("age groups in a table of residences", () => {
  it.each([
    ["60岁以上人口", "from_60"],
    ["60岁及以上（人）", "from_60"],
    ["老年人口", "from_60"],
    ["65岁及以上", "from_65"],
    ["65 岁及以上老年人", "from_65"],
    ["80岁以上人数", "from_80"],
    ["高龄老人数", "from_80"],
    ["0-3岁", "under_3"],
    ["0～3岁婴幼儿", "under_3"],
    ["3岁以下婴幼儿", "under_3"],
    ["3-6岁", "age_3_5"],
    ["儿童", "under_15"],
    ["0—14岁人口", "under_15"],
    ["学龄儿童", "age_6_14"],
    ["age_65_plus", "from_65"],
  ])("%s is %s", async (header, group) => {
    const { rows } = await read(`名称,经度,纬度,人口,${header}\n甲,113.6,34.7,100,17\n乙,113.6,34.7,100,\n`);
    expect(rows.map(({ ages }) => ages)).toEqual([{ [group]: 17 }, null]);
  });

  it("may be as many as the residents, and never more", async () => {
    const { rows, refusals } = await read(
      "编号,经度,纬度,人口,60岁以上,65岁以上\nA,113.6,34.7,10,10,0\nB,113.6,34.7,10,11,3\nC,113.6,34.7,,5,\nD,113.6,34.7,10,-1,\nE,113.6,34.7,10,1e12,\nF,113.6,34.7,10,2.5,\n",
    );
    expect(rows.map(({ ref, ages }) => [ref, ages])).toEqual([
      ["A", { from_60: 10, from_65: 0 }],
      ["C", { from_60: 5 }],
    ]);
    expect(refusals.map(({ row, reason, field, value, expected }) => [row, reason, field, value, expected])).toEqual([
      [3, "group_above_residents", "60岁以上", "11", "≤ 10"],
      [5, "count_negative", "60岁以上", "-1", "0 … 1000000"],
      [6, "count_too_large", "60岁以上", "1e12", "0 … 1000000"],
      [7, "count_not_whole", "60岁以上", "2.5", "0 … 1000000"],
    ]);
  });
});

describe("outlines of compounds", () => {
  const outline = (coordinates: unknown) =>
    JSON.stringify({
      type: "FeatureCollection",
      features: [{ type: "Feature", properties: { name: "甲", 户数: 12 }, geometry: { type: "Polygon", coordinates } }],
    });

  it("are stood for by a point inside, even where the centroid lies outside", async () => {
    // A U: the centroid would lie between its arms.
    const u = [
      [0, 0],
      [9, 0],
      [9, 9],
      [8, 9],
      [8, 1],
      [1, 1],
      [1, 9],
      [0, 9],
      [0, 0],
    ].map(([x, y]) => [113 + x! / 1000, 34 + y! / 1000]);
    const { rows } = await read(outline([u]));
    const [lon, lat] = rows[0]!.position;
    const x = (lon - 113) * 1000;
    const y = (lat - 34) * 1000;
    expect(y < 1 || x < 1 || x > 8).toBe(true);
    expect(x > 0 && x < 9 && y > 0 && y < 9).toBe(true);
    expect(rows[0]).toMatchObject({ households: 12, kind: "compound", original: { crs: "wgs84" } });
  });

  it.each([
    [
      "not closed",
      [
        [
          [113, 34],
          [113.1, 34],
          [113.1, 34.1],
          [113, 34.1],
        ],
      ],
      "ring_open",
    ],
    [
      "of two points",
      [
        [
          [113, 34],
          [113.1, 34],
          [113, 34],
        ],
      ],
      "ring_short",
    ],
    [
      "without any area",
      [
        [
          [113, 34],
          [113.1, 34],
          [113.2, 34],
          [113, 34],
        ],
      ],
      "area_degenerate",
    ],
    [
      "with a word among the numbers",
      [
        [
          [113, 34],
          ["113.1", 34],
          [113.1, 34.1],
          [113, 34],
        ],
      ],
      "position_unreadable",
    ],
  ])("%s are refused", async (_, coordinates, reason) => {
    await expect(read(outline(coordinates))).rejects.toMatchObject({
      code: "nothing_taken",
      fields: { row: 1, field: "geometry" },
    });
    const both = JSON.parse(outline(coordinates));
    both.features.push({ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [113, 34] } });
    expect((await read(JSON.stringify(both))).refusals).toMatchObject([{ row: 1, reason }]);
  });
});

describe("entrances", () => {
  const entrancesOf = async (cell: string) =>
    (await read(`名称,经度,纬度,出入口\n甲,113.6,34.7,"${cell}"\n`)).rows[0]!.entrances;

  it.each([
    ["113.61,34.7;113.6,34.71"],
    ["113.61,34.7；113.6,34.71；"],
    ["(113.61 34.7)|(113.6 34.71)"],
    ["[[113.61,34.7],[113.6, 34.71]]"],
    ["113.61，34.7; 113.6，34.71"],
  ])("are several positions in one cell: %s", async (cell) => {
    expect(await entrancesOf(cell)).toEqual([
      [113.61, 34.7],
      [113.6, 34.71],
    ]);
  });

  it("are unknown where the cell is empty or the column is not there", async () => {
    expect(await entrancesOf("")).toBeNull();
    expect(await entrancesOf("无")).toBeNull();
    expect((await read("名称,经度,纬度\n甲,113.6,34.7\n")).rows[0]!.entrances).toBeNull();
  });

  it("stand in the coordinate system that is stated for the file", async () => {
    const path = await tempFile("residences", '名称,经度,纬度,大门\n甲,113.6,34.7,"113.6,34.7"\n');
    const { rows } = await readResidences(path, { crs: parseCrs("gcj02"), file: "小区.csv" });
    expect(rows[0]!.entrances).toEqual([rows[0]!.position]);
    expect(rows[0]!.position[0]).not.toBe(113.6);
  });

  it("come as a property of a GeoJSON too", async () => {
    const { rows } = await read(
      JSON.stringify({
        type: "FeatureCollection",
        features: [
          {
            type: "Feature",
            properties: { name: "甲", entrances: [[113.61, 34.7]] },
            geometry: { type: "Point", coordinates: [113.6, 34.7] },
          },
        ],
      }),
    );
    expect(rows[0]!.entrances).toEqual([[113.61, 34.7]]);
  });

  it("are refused with their row where they cannot be", async () => {
    const bad = ["东门", "113.61", "34.7,113.61", "113.61,34.7;x,y", "114.6,34.7", "0,0"];
    const { refusals } = await read(
      `名称,经度,纬度,出入口\n好,113.6,34.7,\n${bad.map((cell) => `坏,113.6,34.7,"${cell}"\n`).join("")}`,
    );
    expect(refusals.map(({ row, reason, field }) => [row, reason, field])).toEqual([
      [3, "position_unreadable", "出入口"],
      [4, "position_unreadable", "出入口"],
      [5, "lat_lon_swapped", "出入口, 出入口"],
      [6, "position_unreadable", "出入口"],
      [7, "entrance_far", "出入口"],
      [8, "position_zero", "出入口, 出入口"],
    ]);
  });
});
