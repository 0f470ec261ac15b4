/** A table of prices read by the street plan of 2015 and judged as of days, worked out by hand. */
import { describe, expect, it } from "vitest";
import { applyFacts } from "../../../server/standards/facts/apply-facts.ts";
import { indexRegister } from "../../../server/standards/facts/index-register.ts";
import { priceTemplate } from "../../../server/standards/facts/price-template.ts";
import {
  besideKept,
  PRICE_COLUMNS,
  type PriceColumn,
  type PriceLine,
  readPrices,
} from "../../../server/standards/facts/read-prices.ts";
import type { PriceSurvey } from "../../../server/standards/facts/register.ts";
import { evaluate } from "../../../server/standards/findings/evaluate.ts";
import { facility, register, unit } from "../../support/register.ts";
import { shipped } from "../../support/standard-packs.ts";

const PACK = shipped("dongfeng-2015");
const TOWN = register({
  units: [
    unit("s", { level: "street", name: "东风路街道" }),
    unit("liu", { parent: "s", name: "六合苑社区", listedKinds: ["convenience_store", "supermarket"] }),
    unit("wen", { parent: "s", name: "文北社区", listedKinds: ["convenience_store", "supermarket"] }),
  ],
  facilities: [facility("shop", "liu", "convenience_store", { name: "惠民店" })],
});

const line = (cells: Partial<PriceLine> = {}): PriceLine => ({
  row: 2,
  street: "东风路",
  community: "六合苑",
  item: "社区便民店",
  name: "惠民店",
  on: "2015-09-01",
  good: "大白菜",
  per: "斤",
  cny: "1.50",
  market: "甲市场",
  marketCny: "1.40",
  source: "",
  ...cells,
});
const other = (cells: Partial<PriceLine> = {}) => line({ row: 3, market: "乙市场", marketCny: "1.60", ...cells });
const read = (...lines: PriceLine[]) => readPrices(PACK, TOWN, lines);
const verdictOn = (asOf: string, lines: readonly PriceLine[], unitId = "liu") => {
  const { facts, refusals } = readPrices(PACK, TOWN, lines);
  expect(refusals).toEqual([]);
  const { findings } = evaluate(PACK, applyFacts(TOWN, { facts, asOf }), asOf, { within: "s" });
  return findings.find(({ requirement, unit: id }) => requirement === "convenience_store.price" && id === unitId);
};

it("holds a price against the mean of the markets: at the mean it complies, a cent more does not", () => {
  expect(verdictOn("2016-01-01", [line(), other()])).toMatchObject({
    verdict: "pass",
    measured: { low: 0, high: 0 },
    survey: { on: "2015-09-01", goods: [{ name: "大白菜", per: "斤", cny: 1.5, meanCny: 1.5, isDear: false }] },
    evidence: ["shop"],
  });
  const dear = { cny: "1.51" };
  expect(verdictOn("2016-01-01", [line(dear), other(dear)])).toMatchObject({
    verdict: "fail",
    measured: { low: 1, high: 1 },
    asked: { low: 0, high: 0 },
    shortfall: 1,
    survey: { goods: [{ meanCny: 1.5, isDear: true }] },
  });
});

it("uses a survey from its own day on, the newest of those, and never a later one", () => {
  const dear = { cny: "9", on: "2015/11/10" };
  const lines = [line(), other(), line({ row: 4, ...dear }), other({ row: 5, ...dear })];
  expect(verdictOn("2015-08-31", lines)?.verdict).toBe("unknown");
  expect(verdictOn("2015-09-01", lines)).toMatchObject({ verdict: "pass", survey: { on: "2015-09-01" } });
  expect(verdictOn("2015-11-09", lines)?.verdict).toBe("pass");
  expect(verdictOn("2015-11-10", lines)).toMatchObject({ verdict: "fail", survey: { on: "2015-11-10" } });
});

it("makes a survey of a shop that the register has not, which is then there", () => {
  const where = { community: "文北", name: "" };
  expect(verdictOn("2016-01-01", [line(where), other(where)], "wen")?.verdict).toBe("pass");
});

describe("a line that cannot be taken is named by column, and nothing of the table counts", () => {
  it.each<[string, PriceColumn, Partial<PriceLine>, string]>([
    ["no day", "on", { on: "" }, "如 2015-09-01"],
    ["a day that is none", "on", { on: "2015-02-30" }, "如 2015-09-01"],
    ["words for a price", "cny", { cny: "一块五" }, "数字（元，大于 0）"],
    ["a price of nothing", "marketCny", { marketCny: "0" }, "数字（元，大于 0）"],
    ["no price of the market", "marketCny", { marketCny: "" }, "数字（元，大于 0）"],
    ["no good", "good", { good: "" }, "品名，如大白菜"],
    ["no quantity", "per", { per: "" }, "单位，如斤"],
    ["no market", "market", { market: "" }, "用来比较的市场名称"],
    [
      "an item without a rule of prices",
      "item",
      { item: "文化活动中心" },
      "比较价格的项目：社区便民店、便民生活服务站",
    ],
    ["no item", "item", { item: "" }, "比较价格的项目：社区便民店、便民生活服务站"],
    ["a street for a community", "community", { community: "" }, "填写所在社区的名称"],
  ])("%s", (_, column, cells, expected) => {
    const wrong = line(cells);
    expect(read(wrong)).toMatchObject({
      facts: [],
      refusals: [{ row: 2, column: PRICE_COLUMNS[column], value: wrong[column], expected }],
    });
  });

  it.each<[string, PriceColumn, Partial<PriceLine>, string]>([
    ["another quantity", "per", { per: "公斤" }, "与前文一致：斤"],
    ["another price of the shop", "cny", { cny: "1.6" }, "与前文一致：1.5"],
    ["the same market again", "market", { market: "甲市场" }, "同一次调查中同一品名每个市场一行（第 2 行已有）"],
  ])("%s of a good that is told already", (_, column, cells, expected) => {
    expect(read(line(), other(cells)).refusals).toEqual([
      { row: 3, column: PRICE_COLUMNS[column], value: other(cells)[column], expected },
    ]);
  });

  it("a community that is not surely one waits for a person", () => {
    expect(read(line({ community: "六合" })).unsure).toMatchObject([{ written: "六合", candidates: ["liu"] }]);
  });

  it("a pack that compares no prices takes none", () => {
    expect(readPrices(shipped("gb50180-2018"), TOWN, [line()]).refusals).toMatchObject([
      { column: "项目", expected: "本标准包没有比较价格的要求" },
    ]);
  });
});

it("by hand a market is added or corrected, and the others stay; told for another quantity the good begins anew", () => {
  const [kept] = read(line(), other(), line({ row: 4, good: "土豆" })).facts;
  const goods = (...lines: PriceLine[]) => {
    const { value } = besideKept([kept], read(...lines).facts[0]);
    return (value as Pick<PriceSurvey, "goods">).goods.map(({ name, cny, markets }) => [
      name,
      cny,
      ...markets.map(({ market, cny: price }) => `${market} ${price}`),
    ]);
  };
  const potato = ["土豆", 1.5, "甲市场 1.4"];
  expect(goods(line({ cny: "1.45", market: "丙市场", marketCny: "2" }))).toEqual([
    ["大白菜", 1.45, "甲市场 1.4", "乙市场 1.6", "丙市场 2"],
    potato,
  ]);
  expect(goods(line({ marketCny: "1.7" }))).toEqual([["大白菜", 1.5, "乙市场 1.6", "甲市场 1.7"], potato]);
  expect(goods(line({ per: "公斤", cny: "3" }))).toEqual([["大白菜", 3, "甲市场 1.4"], potato]);
  expect(besideKept([kept], read(line({ on: "2015-09-02" })).facts[0]).value).toMatchObject({ goods: [{ cny: 1.5 }] });
});

it("the template names each shop, and what it holds as it is says nothing", () => {
  const { header, rows } = priceTemplate(PACK, indexRegister(TOWN), "2015-09-01");
  expect(header).toEqual(Object.values(PRICE_COLUMNS));
  expect(rows[0][0]).toBe("（示例）某街道");
  expect(rows.slice(1).map((row) => row.slice(0, 4))).toEqual([
    ["东风路街道", "六合苑社区", "社区便民店", "惠民店"],
    ["东风路街道", "文北社区", "社区便民店", ""],
    ["东风路街道", "六合苑社区", "便民生活服务站", ""],
    ["东风路街道", "文北社区", "便民生活服务站", ""],
  ]);
  const columns = Object.keys(PRICE_COLUMNS) as PriceColumn[];
  const lines = rows.map((row, r) => {
    const cells = Object.fromEntries(columns.map((column, c) => [column, row[c]]));
    return { row: r + 2, ...cells } as PriceLine;
  });
  expect(readPrices(PACK, TOWN, lines)).toMatchObject({ facts: [], taken: 0, empty: 5, refusals: [] });
});
