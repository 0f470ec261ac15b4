import { describe, expect, it } from "vitest";
import writeXlsx from "write-excel-file/node";
import { encodeGb18030 } from "../../../../data/demo/gb18030.ts";
import { fromWgs84, parseCrs } from "../../../../server/base/crs.ts";
import { readFacilities } from "../../../../server/import/tables/read-facilities.ts";
import { tempFiles } from "../../../support/temp-file.ts";
import { catalogue } from "./catalogue.ts";

const tempFile = tempFiles();
const wgs84 = parseCrs("wgs84");
const HEADER = "编号,名称,类别,经度,纬度,地址,电话,营业时间";
const ROW = "007,康宁大药房,药店,113.6250,34.7466,康宁路 1 号,0371-0012345,08:00-21:00";

async function read(text: string | Uint8Array, options = {}) {
  return readFacilities(await tempFile("facilities", text), { crs: wgs84, catalogue, file: "网点.csv", ...options });
}
const refusalsOf = async (...rows: string[]) => (await read([HEADER, ROW, ...rows].join("\n"))).refusals;

describe("a table of facilities", () => {
  const taken = {
    ref: "007",
    name: "康宁大药房",
    category: "pharmacy",
    position: [113.625, 34.7466],
    original: { x: 113.625, y: 34.7466, crs: "wgs84" },
    address: "康宁路 1 号",
    phone: "0371-0012345",
    openingHours: "08:00-21:00",
    capacity: null,
    openedOn: null,
    closedOn: null,
    positionSource: null,
    positionAccuracyM: null,
  };

  it.each([
    ["UTF-8", `${HEADER}\n${ROW}\n`],
    ["UTF-8 with a mark and Windows line ends", `\uFEFF${HEADER}\r\n${ROW}\r\n`],
    ["GB18030", encodeGb18030(`${HEADER}\r\n${ROW}\r\n`)],
    ["semicolons", `${HEADER}\n${ROW}\n`.replaceAll(",", ";")],
    ["tabs", `${HEADER}\n${ROW}\n`.replaceAll(",", "\t")],
    ["a title above", `某区药店名单,,,,,,,\n\n${HEADER}\n${ROW}\n`],
    ["full-width digits", `${HEADER}\n${ROW.replace("113.6250", "１１３．６２５０")}\n`],
  ])("is read from a CSV: %s", async (_, text) => {
    const { rows, refusals, columns } = await read(text);
    expect(rows).toEqual([taken]);
    expect(refusals).toEqual([]);
    expect(columns).toMatchObject({ ref: "编号", category: "类别", lon: "经度", openingHours: "营业时间" });
  });

  it("is read from a workbook, whose telephone numbers keep their zeros", async () => {
    const text = (value: string) => ({ value, type: String });
    const degrees = (value: number) => ({ value, type: Number });
    const rows = [
      [text("某区药店名单"), ...Array.from({ length: 7 }, () => null)],
      HEADER.split(",").map(text),
      [
        text("007"),
        text("康宁大药房"),
        text("药店"),
        degrees(113.625),
        degrees(34.7466),
        text("康宁路 1 号"),
        text("0371-0012345"),
        text("08:00-21:00"),
      ],
      [text("008"), text("甲"), text("药店"), degrees(34.7466), text("无"), null, null, null],
    ];
    const bytes = await writeXlsx([
      { data: [[text("别的")]], sheet: "说明" },
      { data: rows, sheet: "网点" },
    ]).toBuffer();
    const result = await read(bytes, { sheet: "网点" });
    expect(result.rows).toEqual([taken]);
    expect(result.refusals).toMatchObject([
      { row: 4, ref: "008", reason: "position_missing", field: "纬度", value: "无" },
    ]);
    await expect(read(bytes, { sheet: "Sheet9" })).rejects.toMatchObject({
      code: "sheet_unknown",
      fields: { expected: "说明, 网点" },
    });
  });

  it("is read from a GeoJSON of points and outlines", async () => {
    const feature = (id: number | string, geometry: unknown, properties = {}) => ({
      type: "Feature",
      id,
      geometry,
      properties: { 名称: "甲", 类别: "药店", ...properties },
    });
    const square = [
      [113.6, 34.7],
      [113.7, 34.7],
      [113.7, 34.8],
      [113.6, 34.8],
      [113.6, 34.7],
    ];
    const json = JSON.stringify({
      type: "FeatureCollection",
      features: [
        feature(1, { type: "Point", coordinates: [113.625, 34.7466] }, { tel: "0371" }),
        feature("b", { type: "Polygon", coordinates: [square] }),
        feature(3, { type: "LineString", coordinates: square }),
        feature(4, null),
        feature(5, { type: "Point", coordinates: ["113", 34] }),
      ],
    });
    const { rows, refusals } = await read(json);
    expect(rows.map(({ ref, phone }) => [ref, phone])).toEqual([
      ["1", "0371"],
      ["b", null],
    ]);
    expect(rows[1]!.position[0]).toBeCloseTo(113.65, 9);
    expect(refusals.map(({ row, ref, reason }) => [row, ref, reason])).toEqual([
      [3, "3", "geometry_kind"],
      [4, "4", "position_missing"],
      [5, "5", "position_unreadable"],
    ]);
  });

  it("is read from an Amap export: both coordinates in one cell, a code for the type", async () => {
    const text =
      'id,name,type,typecode,address,location,tel\nB0FF,甲,医疗保健服务;医药保健销售店;药房,090601,某路,"113.6250,34.7466",[]\n';
    const { rows, columns } = await read(text, { crs: parseCrs("gcj02") });
    expect(rows[0]).toMatchObject({
      ref: "B0FF",
      category: "pharmacy",
      phone: null,
      original: { x: 113.625, y: 34.7466, crs: "gcj02" },
    });
    expect(columns).toMatchObject({ category: "typecode", location: "location" });
  });

  it("keeps the pair as it was written and converts from the stated system", async () => {
    for (const id of ["gcj02", "bd09", "EPSG:4547", "EPSG:4526"]) {
      const crs = parseCrs(id);
      const [x, y] = fromWgs84(crs, [113.625, 34.7466]);
      const { rows } = await read(`类别,x,y\n药店,${x},${y}\n`, { crs });
      expect(rows[0]!.original).toEqual({ x, y, crs: id });
      expect(rows[0]!.position[0]).toBeCloseTo(113.625, 9);
      expect(rows[0]!.position[1]).toBeCloseTo(34.7466, 9);
    }
  });

  it("calls rows without an id by their number, and names may be missing", async () => {
    const { rows } = await read("类别,经度,纬度\n\n药店,113.6,34.7\n诊所,113.7,34.7\n");
    expect(rows.map(({ ref, name }) => [ref, name])).toEqual([
      ["row/3", null],
      ["row/4", null],
    ]);
  });

  it("follows a mapping", async () => {
    const { rows } = await read("A,B,C\n药店,113.6,34.7\n", { mapping: { category: "A", lon: "B", lat: "C" } });
    expect(rows).toHaveLength(1);
  });
});

describe("rows that are refused, each with row, field, value and what was expected", () => {
  it.each([
    ["2,乙,药店,,34.7,,,", { reason: "position_missing", field: "经度", value: null }],
    ["2,乙,药店,113.6,abc,,,", { reason: "position_unreadable", field: "纬度", value: "abc" }],
    [
      "2,乙,药店,193.6,34.7,,,",
      { reason: "position_out_of_range", field: "经度", value: "193.6", expected: "-180 … 180°" },
    ],
    [
      "2,乙,药店,34.7,113.6,,,",
      { reason: "lat_lon_swapped", field: "经度, 纬度", value: "34.7, 113.6", expected: "113.6, 34.7" },
    ],
    ["2,乙,药店,0,0,,,", { reason: "position_zero", value: "0, 0" }],
    ["2,乙,药店,0.000,０,,,", { reason: "position_zero" }],
    [
      "2,乙,洗车店,113.6,34.7,,,",
      { reason: "category_unknown", field: "类别", value: "洗车店", expected: "pharmacy / 药店, clinic / 诊所" },
    ],
    ["2,乙,,113.6,34.7,,,", { reason: "category_missing", field: "类别", value: null }],
    ["007,乙,药店,113.6,34.7,,,", { reason: "ref_duplicate", field: "编号", value: "007", expected: "≠ 2" }],
    ["2,乙,药店,113.6,34.7", { reason: "cells_count", value: "5", expected: "8" }],
    ["2,乙,药店,113.6,34.7,甲,路,1,号,", { reason: "cells_count", value: "10", expected: "8" }],
    ['2,"乙,药店,113.6,34.7,,,', { reason: "quote_open", value: '2,"乙,药店,113.6,34.7,,,' }],
    ["2,康\uFFFD堂,药店,113.6,34.7,,,", { reason: "text_damaged", field: "名称" }],
  ])("%s", async (row, refusal) => {
    expect(await refusalsOf(row)).toEqual([expect.objectContaining({ file: "网点.csv", row: 3, ...refusal })]);
  });

  it("an easting outside its zone, with the range of the zone", async () => {
    const crs = parseCrs("4547");
    const { rows, refusals } = await read(
      "类别,x,y\n药店,465661,3846545\n药店,38465661,3846545\n药店,3846545,465661\n",
      { crs },
    );
    expect(rows).toHaveLength(1);
    expect(refusals).toMatchObject([
      { row: 3, reason: "position_out_of_range", field: "x", value: "38465661", expected: "250000 … 750000 m" },
      { row: 4, reason: "east_north_swapped", value: "3846545, 465661" },
    ]);
  });

  it("a swapped pair in the west of China, which only a Chinese system gives away", async () => {
    const row = "类别,经度,纬度\n药店,87.6,43.8\n药店,43.8,87.6\n";
    expect((await read(row, { crs: parseCrs("gcj02") })).refusals).toMatchObject([
      { row: 3, reason: "lat_lon_swapped" },
    ]);
    expect((await read(row)).refusals).toEqual([]);
  });
});

describe("hours and capacity", () => {
  const table = (header: string, ...cells: string[]) =>
    [`编号,类别,经度,纬度,${header}`, ...cells.map((cell, i) => `${i},药店,113.6,34.7,${cell}`)].join("\n");

  it("a row whose hours cannot be read is taken, and told with its row", async () => {
    const text = table("营业时间", "24小时", "周一至周五 9:00-17:00；周六日 10:00-16:00", "视天气而定", "", "暂无");
    const { rows, refusals } = await read(text);
    expect(rows.map(({ openingHours }) => openingHours)).toEqual([
      "24小时",
      "周一至周五 9:00-17:00；周六日 10:00-16:00",
      "视天气而定",
      null,
      null,
    ]);
    expect(refusals).toEqual([
      expect.objectContaining({ row: 4, ref: "2", reason: "hours_unreadable", field: "营业时间", value: "视天气而定" }),
    ]);
  });

  it("a row that is refused is told once", async () => {
    const text = "类别,经度,纬度,营业时间,容量\n药店,113.6,34.7,视天气而定,-1\n药店,113.6,34.7,视天气而定,1";
    const { refusals } = await read(text);
    expect(refusals.map(({ row, reason }) => [row, reason])).toEqual([
      [2, "count_negative"],
      [3, "hours_unreadable"],
    ]);
  });

  it.each(["容量", "床位数", "托位数", "学位数", "座位数", "Capacity"])(
    "a capacity is found under %s",
    async (header) => {
      const { rows } = await read(table(header, "60", "60个", "0", ""));
      expect(rows.map(({ capacity }) => capacity)).toEqual([60, 60, 0, null]);
    },
  );

  it.each([
    ["-1", "count_negative"],
    ["1000000000000", "count_too_large"],
    ["1e12", "count_too_large"],
    ["2.5", "count_not_whole"],
    ["若干", "count_unreadable"],
  ])("a capacity of %s refuses its row", async (cell, reason) => {
    const { rows, refusals } = await read(table("容量", "60", cell));
    expect(rows).toHaveLength(1);
    expect(refusals).toMatchObject([{ row: 3, reason, field: "容量" }]);
  });
});
