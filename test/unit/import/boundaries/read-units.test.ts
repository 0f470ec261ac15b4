import { describe, expect, it } from "vitest";
import { fromWgs84, parseCrs } from "../../../../server/base/crs.ts";
import { readUnits } from "../../../../server/import/boundaries/read-units.ts";
import { tempFiles } from "../../../support/temp-file.ts";

const tempFile = tempFiles();
const wgs84 = parseCrs("wgs84");
type Corners = (readonly [number, number])[];
const SQUARE: Corners = [
  [113.6, 34.7],
  [113.61, 34.7],
  [113.61, 34.71],
  [113.6, 34.71],
  [113.6, 34.7],
];

const unit = (properties: object, coordinates: unknown = [SQUARE], type = "Polygon") => ({
  type: "Feature",
  properties,
  geometry: { type, coordinates },
});
async function read(features: object[], options = {}, more = {}) {
  const json = JSON.stringify({ type: "FeatureCollection", ...more, features });
  return readUnits(await tempFile("communities", json), { crs: wgs84, file: "社区.geojson", ...options });
}

describe("communities", () => {
  it("have a name, a level and a parent, under Chinese or English names", async () => {
    const { rows } = await read([
      unit({ 编号: "0101", 名称: "康宁社区", 级别: "社区", 街道: "滨河街道" }),
      unit({ 名称: "滨河街道", 级别: "街道办事处", 街道: null }),
      unit({ 名称: "柳村", 级别: "" }),
    ]);
    expect(rows.map(({ ref, name, level, parentName }) => [ref, name, level, parentName])).toEqual([
      ["0101", "康宁社区", "community", "滨河街道"],
      ["row/2", "滨河街道", "subdistrict", null],
      ["row/3", "柳村", "community", null],
    ]);
    expect(rows[0]!.geometry).toEqual({ type: "MultiPolygon", coordinates: [[SQUARE]] });
    const english = await read([unit({ name: "Kangning", level: "Community", subdistrict: "Binhe" })]);
    expect(english.rows[0]).toMatchObject({ name: "Kangning", level: "community", parentName: "Binhe" });
  });

  it("are communities where the file says nothing of levels, named by 社区名称 beside 街道名称", async () => {
    const { rows } = await read([unit({ 街道名称: "滨河街道", 社区名称: "康宁社区" })]);
    expect(rows[0]).toMatchObject({ name: "康宁社区", level: "community", parentName: "滨河街道" });
  });

  it("are converted corner by corner", async () => {
    for (const id of ["gcj02", "bd09", "EPSG:4547"]) {
      const crs = parseCrs(id);
      const { rows } = await read(
        [unit({ 名称: "甲" }, [[SQUARE.map((corner) => fromWgs84(crs, corner))]], "MultiPolygon")],
        { crs },
      );
      for (const [i, [lon, lat]] of rows[0]!.geometry.coordinates[0]![0]!.entries()) {
        expect(lon).toBeCloseTo(SQUARE[i]![0], 8);
        expect(lat).toBeCloseTo(SQUARE[i]![1], 8);
      }
    }
  });

  it.each([
    ["no name", unit({ 名称: "" }), { reason: "name_missing", field: "名称" }],
    ["an unknown level", unit({ 名称: "甲", 级别: "小区" }), { reason: "level_unknown", field: "级别", value: "小区" }],
    [
      "a point",
      { type: "Feature", properties: { 名称: "甲" }, geometry: { type: "Point", coordinates: [113, 34] } },
      { reason: "geometry_kind", value: "Point" },
    ],
    ["no geometry", { type: "Feature", properties: { 名称: "甲" }, geometry: null }, { reason: "position_missing" }],
    [
      "an open ring",
      unit({ 名称: "甲" }, [SQUARE.slice(0, 4)]),
      { reason: "ring_open", value: "113.6, 34.71", expected: "113.6, 34.7" },
    ],
    [
      "too few corners",
      unit({ 名称: "甲" }, [[SQUARE[0], SQUARE[1], SQUARE[0]]]),
      { reason: "ring_short", value: "3" },
    ],
    [
      "a bow tie",
      unit({ 名称: "甲" }, [[SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3], SQUARE[0]]]),
      { reason: "ring_crosses_itself" },
    ],
    [
      "hardly any area",
      unit({ 名称: "甲" }, [SQUARE.map(([x, y]) => [113.6 + (x - 113.6) / 1e5, 34.7 + (y - 34.7) / 1e5])]),
      { reason: "area_degenerate" },
    ],
    [
      "a corner out of range",
      unit({ 名称: "甲" }, [
        [
          [113, 34],
          [213, 34],
          [113, 35],
          [113, 34],
        ],
      ]),
      { reason: "position_out_of_range", value: "213" },
    ],
    ["an id that is taken", unit({ 名称: "甲", id: "1" }), { reason: "ref_duplicate", value: "1" }],
  ])("are refused with %s", async (_, feature, refusal) => {
    const { rows, refusals } = await read([unit({ 名称: "好", 级别: "社区", id: 1 }), feature]);
    expect(rows).toHaveLength(1);
    expect(refusals).toEqual([expect.objectContaining({ file: "社区.geojson", row: 2, ...refusal })]);
  });
});

describe("the file as a whole", () => {
  const crsMember = (name: string) => ({ crs: { type: "name", properties: { name } } });

  it.each([
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "wgs84"],
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "cgcs2000"],
    ["urn:ogc:def:crs:EPSG::4490", "wgs84"],
    ["EPSG:4326", "EPSG:4326"],
  ])("may say %s where %s was stated", async (name, crs) => {
    expect((await read([unit({ 名称: "甲" })], { crs: parseCrs(crs) }, crsMember(name))).rows).toHaveLength(1);
  });

  it.each([
    ["urn:ogc:def:crs:EPSG::4547", "wgs84"],
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "gcj02"],
    ["urn:ogc:def:crs:EPSG::4526", "EPSG:4547"],
    ["EPSG:2437", "wgs84"],
  ])("may not say %s where %s was stated", async (name, crs) => {
    await expect(read([unit({ 名称: "甲" })], { crs: parseCrs(crs) }, crsMember(name))).rejects.toMatchObject({
      code: "crs_contradiction",
      fields: { value: name, expected: crs },
    });
  });

  it("must be a GeoJSON with names, in lon, lat", async () => {
    const csv = await tempFile("communities.csv", "名称,级别\n甲,社区\n");
    await expect(readUnits(csv, { crs: wgs84 })).rejects.toMatchObject({
      code: "geojson_unexpected",
      fields: { value: "CSV" },
    });
    await expect(read([unit({ 面积: 3 })])).rejects.toMatchObject({ code: "columns_missing" });
    const swapped = SQUARE.map(([x, y]) => [y, x]);
    await expect(read([unit({ 名称: "甲" }, [swapped])])).rejects.toMatchObject({ code: "lat_lon_swapped" });
  });
});
