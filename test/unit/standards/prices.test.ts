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
import type { PriceSurvey, Register } from "../../../server/standards/facts/register.ts";
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

const DISTRICT = { ...TOWN, units: [unit("d", { level: "district", name: "区" }), ...TOWN.units] };
/** The plan, had it asked each unit of the level for prices of shops. */
const withLevel = (level: "street" | "community") => ({
  ...PACK,
  requirements: PACK.requirements.map((one) => (one.kind === "price" ? { ...one, level } : one)),
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

describe("a line is of a facility that is there, never silently of a second one", () => {
  const shops = (...named: (string | null)[]) =>
    named.map((name, i) => facility(`shop${i}`, "liu", "convenience_store", { name }));
  const station = "便民生活服务站";
  const among = (facilities: Register["facilities"], ...lines: PriceLine[]) =>
    readPrices(PACK, { ...TOWN, facilities }, lines);
  const expected = (facilities: Register["facilities"], cells: Partial<PriceLine>) =>
    among(facilities, line(cells)).refusals.map((one) => [one.column, one.value, one.expected]);

  it.each<[string, (string | null)[], string, string]>([
    ["a name of none", ["惠民店"], "惠民便利店", "已有的设施：惠民店；新增设施先填入填报表"],
    ["a name where the only one has none", [null], "惠民店", "不填：只有一处，尚无名称；新增设施先填入填报表"],
    ["no name among two", ["甲店", "乙店"], "", "写明是哪一处：甲店、乙店"],
    ["no name beside one without", ["甲店", null], "", "写明是哪一处：甲店；另有 1 处尚无名称，先在地图数据中补名称"],
    ["no name among two without", [null, null], "", "2 处尚无名称，先在地图数据中补名称"],
    [
      "a name of none beside one without",
      ["甲店", null],
      "丙店",
      "已有的设施：甲店；另有 1 处尚无名称，先在地图数据中补名称；新增设施先填入填报表",
    ],
  ])("%s is refused, and those that there are are told", (_, names, name, words) => {
    expect(expected(shops(...names), { name })).toEqual([["设施名称", name, words]]);
  });

  it("finds one that serves as the item besides its own kind, by name and alone", () => {
    const both = facility("hub", "liu", "supermarket", { name: "综合店", also: ["community_life_station"] });
    for (const name of ["综合店", ""])
      expect(among([both], line({ item: station, name })).facts).toMatchObject([
        { unit: "东风路/六合苑", kind: "supermarket", place: "综合店" },
      ]);
    expect(expected([both], { item: station, name: "别的店" })).toEqual([
      ["设施名称", "别的店", "已有的设施：综合店；新增设施先填入填报表"],
    ]);
  });

  it("makes one where there is none, and the lines after it are of that one", () => {
    const nobody = among([], line(), other({ name: "" }));
    expect(nobody).toMatchObject({ refusals: [], facts: [{ place: "惠民店" }] });
    expect(nobody.facts).toHaveLength(1);
    expect(among([], line(), other({ name: "惠民便利店" })).refusals).toMatchObject([{ row: 3, value: "惠民便利店" }]);
    expect(among([], line({ name: "" }), other()).refusals).toMatchObject([{ row: 3, value: "惠民店" }]);
  });

  it("of several in a street that have no name the community tells which", () => {
    const pack = withLevel("street");
    const stations = ["liu", "wen"].map((of) => facility(`of-${of}`, of, "convenience_store"));
    const told = (cells: Partial<PriceLine>) =>
      readPrices(pack, { ...TOWN, facilities: stations }, [line({ name: "", ...cells })]);
    expect(told({ community: "" }).refusals).toMatchObject([{ expected: "2 处尚无名称，写明所在社区" }]);
    expect(told({})).toMatchObject({ refusals: [], facts: [{ unit: "东风路/六合苑", place: "" }] });
    stations.push(facility("of-s", "s", "convenience_store"));
    expect(told({ community: "" })).toMatchObject({ refusals: [], facts: [{ unit: "东风路", place: "" }] });
  });

  it("of a street is found in its communities, and of a community in its street", () => {
    const pack = withLevel("street");
    const whole = { street: "东风路街道", community: "" };
    const town = (unitId: string) => ({
      ...TOWN,
      facilities: [facility("s1", unitId, "convenience_store", { name: "惠民店" })],
    });
    const keyOf = (unitId: string, cells: Partial<PriceLine>) => {
      const { facts, refusals } = readPrices(pack, town(unitId), [line(cells)]);
      expect(refusals).toEqual([]);
      return facts.map(({ unit: key }) => key);
    };
    expect(keyOf("liu", whole)).toEqual(["东风路/六合苑"]);
    expect(keyOf("s", { community: "文北" })).toEqual(["东风路"]);
    expect(keyOf("wen", { name: "新店" })).toEqual(["东风路/六合苑"]);
    expect(readPrices(pack, town("s"), [line({ name: "新店" })]).refusals).toMatchObject([{ column: "设施名称" }]);
  });
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

  it.each([
    ["street", "街道"],
    ["community", "社区"],
  ] as const)("the district is none where each %s is asked", (level, column) => {
    const { facts, refusals } = readPrices(withLevel(level), DISTRICT, [line({ street: "", community: "" })]);
    expect(facts).toEqual([]);
    expect(refusals).toEqual([{ row: 2, column, value: "", expected: `填写所在${column}的名称` }]);
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

it("by hand a survey that was told under another spelling of the unit or the shop is the same survey", () => {
  const [told] = read(line()).facts;
  const before = { ...read(other()).facts[0], unit: "东风路/六合院", place: "惠民 店" };
  const aliases = new Map([["东风路/六合院", "东风路/六合苑"]]);
  const { unit: key, place, value } = besideKept([before], told, aliases);
  expect([key, place]).toEqual(["东风路/六合院", "惠民 店"]);
  expect(value).toMatchObject({ goods: [{ markets: [{ market: "乙市场" }, { market: "甲市场" }] }] });
  expect(besideKept([before], told)).toEqual(told);
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
