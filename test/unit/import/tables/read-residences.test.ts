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
