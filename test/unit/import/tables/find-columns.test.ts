import { describe, expect, it } from "vitest";
import { COLUMN_ALIASES, plainHeader } from "../../../../server/import/tables/column-aliases.ts";
import { findColumns, findHeader } from "../../../../server/import/tables/find-columns.ts";

const FACILITY = ["ref", "name", "category", "lon", "lat", "location", "address", "phone", "openingHours"] as const;
const find = (header: string[], mapping = {}) => findColumns(header, FACILITY, mapping, "a.csv");

describe("headers", () => {
  it.each([
    [
      ["名称", "类别", "经度", "纬度", "地址", "电话", "营业时间"],
      { name: 0, category: 1, lon: 2, lat: 3, address: 4, phone: 5, openingHours: 6 },
    ],
    [
      ["ID", "Name", "Type", "Lng", "LAT", "Address", "Tel", "opening_hours"],
      { ref: 0, name: 1, category: 2, lon: 3, lat: 4, address: 5, phone: 6, openingHours: 7 },
    ],
    [["名　称", "类 别", "经度（E）", "纬度(°)", "ＴＥＬ"], { name: 0, category: 1, lon: 2, lat: 3, phone: 4 }],
    [
      ["id", "name", "type", "typecode", "address", "location", "tel"],
      { ref: 0, name: 1, category: 3, address: 4, location: 5, phone: 6 },
    ],
    [["店名", "业态", "X", "Y"], { name: 0, category: 1, lon: 2, lat: 3 }],
  ])("%j", (header, columns) => expect(find(header)).toEqual(columns));

  it("finds 户数(户) and 人口（人）", () =>
    expect(findColumns(["户数(户)", "人口（人）"], ["households", "residents"], {}, "a.csv")).toEqual({
      households: 0,
      residents: 1,
    }));

  it("says which columns are ambiguous", () => {
    expect(() => find(["名称", "经度", "LON", "纬度"])).toThrow(
      expect.objectContaining({
        code: "column_ambiguous",
        fields: expect.objectContaining({ field: "lon", value: "“经度”, “LON”" }),
      }),
    );
  });

  it("are all written in the form that they are compared in", () => {
    for (const word of Object.values(COLUMN_ALIASES).flat(2)) expect(plainHeader(word)).toBe(word);
  });

  it("never name two fields of one table", () => {
    for (const fields of [
      FACILITY,
      ["ref", "name", "lon", "lat", "location", "households", "residents", "address"],
      ["ref", "name", "level", "subdistrict"],
    ]) {
      const words = fields.flatMap((field) => COLUMN_ALIASES[field as keyof typeof COLUMN_ALIASES].flat());
      const twice = words.filter((word, i) => words.indexOf(word) !== i);
      expect(twice.filter((word) => !word.startsWith("街道"))).toEqual([]);
    }
  });
});

describe("a mapping", () => {
  it("goes before the headers", () => {
    expect(find(["名称", "招牌", "大类", "经度", "纬度"], { name: "招牌", category: "大类" })).toEqual({
      name: 1,
      category: 2,
      lon: 3,
      lat: 4,
    });
  });
  it("settles what is ambiguous", () => {
    expect(find(["经度", "lon", "纬度", "lat"], { lon: "lon", lat: "lat" })).toEqual({ lon: 1, lat: 3 });
  });
  it("turns X and Y of a survey round", () =>
    expect(find(["X", "Y"], { lon: "Y", lat: "X" })).toEqual({ lon: 1, lat: 0 }));
  it("must name a column of the file", () => {
    expect(() => find(["名称"], { name: "店名" })).toThrow(
      expect.objectContaining({
        code: "column_not_in_file",
        fields: expect.objectContaining({ value: "店名", expected: "“名称”" }),
      }),
    );
  });
  it("must name a known field", () => {
    expect(() => find(["名称"], { nmae: "名称" })).toThrow(expect.objectContaining({ code: "mapping_field_unknown" }));
  });
});

describe("the header", () => {
  it("stands below a title and a note", () => {
    const lines = [["某区药店名单"], ["截至 2024 年", "", "单位：家"], ["名称", "类别", "坐标"], ["甲", "药店", "1,2"]];
    expect(
      findHeader(
        lines.map((cells, i) => ({ row: i + 1, cells })),
        {},
      ),
    ).toBe(2);
  });
  it("is the first line where nothing is known", () =>
    expect(
      findHeader(
        [
          { row: 1, cells: ["a", "b"] },
          { row: 2, cells: ["1", "2"] },
        ],
        {},
      ),
    ).toBe(0));
});
