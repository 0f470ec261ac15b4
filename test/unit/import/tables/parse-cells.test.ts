import { describe, expect, it } from "vitest";
import { parseCoordinate, parseCount, parseLocation, parseText } from "../../../../server/import/tables/parse-cells.ts";

const reason = (code: string) => expect.objectContaining({ reason: code });

describe("coordinates", () => {
  it.each([
    ["113.625", 113.625],
    ["１１３．６２５", 113.625],
    ["-8.61", -8.61],
    ["−8.61", -8.61],
    ["1.13625E2", 113.625],
    ["38465661.65", 38465661.65],
  ])("%s", (cell, value) => expect(parseCoordinate(cell, "经度")).toBe(value));

  it.each(["113°37′30″", "113,625", "东经113.6", "113.6.2", "abc", "1e", "0x71", "Infinity"])(
    "%s cannot be read",
    (cell) => expect(() => parseCoordinate(cell, "经度")).toThrow(reason("position_unreadable")),
  );

  it.each(["", "-", "无", "NULL", "#N/A"])("“%s” is missing", (cell) =>
    expect(() => parseCoordinate(cell, "经度")).toThrow(reason("position_missing")),
  );
});

describe("both in one cell", () => {
  it.each([
    "113.625,34.7466",
    "113.625， 34.7466",
    "(113.625, 34.7466)",
    "113.625;34.7466",
    "113.625 34.7466",
    "POINT(113.625 34.7466)",
    "[113.625,34.7466]",
  ])("%s", (cell) => expect(parseLocation(cell, "坐标")).toEqual([113.625, 34.7466]));
  it.each(["113.625", "113.625,34.7466,100", "某路 12 号", "a,b"])("%s cannot be read", (cell) =>
    expect(() => parseLocation(cell, "坐标")).toThrow(reason("position_unreadable")),
  );
});

describe("counts", () => {
  it.each([
    ["1200", 1200],
    ["1,200", 1200],
    ["1200.0", 1200],
    ["１２００户", 1200],
    ["0", 0],
    ["1000000", 1_000_000],
    ["", null],
    ["—", null],
  ])("%s is %s", (cell, count) => expect(parseCount(cell, "户数")).toBe(count));

  it.each([
    ["-5", "count_negative"],
    ["12.5", "count_not_whole"],
    ["1000001", "count_too_large"],
    ["约1200", "count_unreadable"],
    ["1,20", "count_unreadable"],
    ["NaN0", "count_unreadable"],
  ])("%s is refused: %s", (cell, code) => expect(() => parseCount(cell, "户数")).toThrow(reason(code)));
});

describe("texts", () => {
  it("keep leading zeros", () => expect(parseText("0371-0012345", "电话")).toBe("0371-0012345"));
  it.each(["康\uFFFD大药房", "a\0b", "\ud800"])("%j is damaged", (cell) =>
    expect(() => parseText(cell, "名称")).toThrow(reason("text_damaged")),
  );
  it("of a page are too long", () =>
    expect(() => parseText("长".repeat(1001), "名称")).toThrow(reason("text_too_long")));
});
