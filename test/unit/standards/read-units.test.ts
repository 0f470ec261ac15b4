/** Lists of units: streets and communities with their people, or nothing of the list. */
import { describe, expect, it } from "vitest";
import { readUnits, type UnitLine } from "../../../server/standards/facts/read-units.ts";
import { register, unit } from "../../support/register.ts";

const TOWN = register({
  units: [
    unit("d", { level: "district", name: "区" }),
    unit("s", { level: "street", parent: "d", name: "东风路街道办事处" }),
    unit("c", { parent: "s", name: "六合苑社区" }),
  ],
});
const line = (row: number, street: string, community: string, more: Partial<UnitLine> = {}): UnitLine => ({
  row,
  street,
  community,
  setting: "",
  age: "",
  households: "",
  residents: "",
  ...more,
});

it("units that are there are told of, others are made, each with what is written", () => {
  const { facts, refusals } = readUnits(TOWN, [
    line(2, "东风路", "六合苑", { households: "1,200", setting: "城市" }),
    line(3, "东风路", "绿 财社区", { residents: "3600", age: "老" }),
    line(4, "杜岭街道", ""),
  ]);
  expect(refusals).toEqual([]);
  expect(facts.map(({ unit: key, fact, value }) => [key, fact, value])).toEqual([
    ["东风路", "unit", { name: "东风路" }],
    ["东风路/六合苑", "unit", { name: "六合苑" }],
    ["东风路/六合苑", "setting", "urban"],
    ["东风路/六合苑", "households", 1200],
    ["东风路/绿财", "unit", { name: "绿 财社区" }],
    ["东风路/绿财", "age", "old"],
    ["东风路/绿财", "residents", 3600],
    ["杜岭", "unit", { name: "杜岭街道" }],
  ]);
});

describe("is refused with its row and column", () => {
  it.each([
    [
      "two communities of one name in one street",
      [line(2, "东风路", "绿财"), line(3, "东风路街道", "绿财社区")],
      3,
      "社区",
      "同一街道内名称不重复（第 2 行已有）",
    ],
    [
      "two streets of one name",
      [line(2, "杜岭", ""), line(3, "杜岭街道办", "")],
      3,
      "街道",
      "区内名称不重复（第 2 行已有）",
    ],
    ["a community of no street", [line(2, "", "绿财")], 2, "街道", "街道名称"],
    ["a name like one that is there", [line(2, "东风路", "六合")], 2, "社区", "待确认，可能是：六合苑社区"],
    ["a street like one that is there", [line(2, "东风", "绿财")], 2, "街道", "待确认，可能是：东风路街道办事处"],
    ["half a household", [line(2, "东风路", "绿财", { households: "12.5" })], 2, "户数", "数字（0 或以上）"],
    ["words for a number", [line(2, "东风路", "绿财", { residents: "约三千" })], 2, "居民人数", "数字（0 或以上）"],
    ["a setting that is none", [line(2, "东风路", "绿财", { setting: "郊区" })], 2, "城乡", "城市、农村"],
  ])("%s", (_, lines, row, column, expected) => {
    expect(readUnits(TOWN, lines).refusals).toMatchObject([{ row, column, expected }]);
  });

  it("unless a person said that it is another", () => {
    const aliases = [{ street: "东风路", written: "六合", unit: null }];
    const { facts, refusals } = readUnits(TOWN, [line(2, "东风路", "六合")], aliases);
    expect(refusals).toEqual([]);
    expect(facts.map(({ unit: key }) => key)).toContain("东风路/六合");
  });
});
