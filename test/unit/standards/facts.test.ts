/** Tables of facts: what an office writes becomes the register, or nothing of it does. */
import { describe, expect, it } from "vitest";
import { askedFacts } from "../../../server/standards/facts/asked-facts.ts";
import { indexRegister } from "../../../server/standards/facts/index-register.ts";
import { narrowTo } from "../../../server/standards/facts/narrow.ts";
import { type FactLine, readFacts } from "../../../server/standards/facts/read-facts.ts";
import { factTemplate } from "../../../server/standards/facts/template.ts";
import { evaluate } from "../../../server/standards/findings/evaluate.ts";
import { pendingNames } from "../../../server/standards/names/pending-names.ts";
import { facility, register, unit } from "../../support/register.ts";
import { shipped } from "../../support/standard-packs.ts";

const PACK = shipped("dongfeng-2015");
const TOWN = register({
  units: [
    unit("d", { level: "district", name: "区" }),
    unit("s", { level: "street", parent: "d", name: "东风路街道办事处" }),
    unit("c", { parent: "s", name: "六合苑社区" }),
    unit("o", { level: "street", parent: "d", name: "杜岭街道办事处" }),
    unit("x", { parent: "o", name: "六合苑社区" }),
  ],
  facilities: [facility("m", "c", "barber", { name: "阿红理发店", source: "map" })],
});

const line = (item: string, fact: string, value: string, more: Partial<FactLine> = {}): FactLine => ({
  row: 2,
  street: "东风路",
  community: "六合苑",
  item,
  name: "",
  fact,
  value,
  ...more,
});

it("facts of units, facilities, work and inspections are taken, and judged", () => {
  const {
    register: filled,
    taken,
    empty,
  } = readFacts(PACK, TOWN, [
    line("文化活动中心", "面积", "１２０.5"),
    line("文化活动中心", "图书阅览室", "有"),
    line("文化活动中心", "台账齐全", "是"),
    line("文化活动中心", "摸底完成", "2015/2/9"),
    line("文化活动中心", "方案（规划）完成", "未完成"),
    line("文化活动中心", "验收日期", "2015-09-30"),
    line("文化活动中心", "验收通过", "是"),
    line("理发店", "证照齐全", "√", { name: "阿红 理发店" }),
    line("", "户数", "1,200"),
    line("", "城乡", "城市"),
    line("", "清扫保洁", "否"),
    line("", "居民人数", ""),
  ]);
  expect([taken, empty]).toEqual([11, 1]);
  const c = filled?.units.find(({ id }) => id === "c");
  expect(c).toMatchObject({
    households: 1200,
    residents: null,
    setting: "urban",
    marks: { pm_cleaning: false },
    steps: { "culture_center.surveyed": "2015-02-09", "culture_center.plan_made": null },
    listedKinds: ["culture_center"],
  });
  expect(filled?.facilities).toMatchObject([
    { id: "m", source: "map", marks: { licences: true } },
    {
      unit: "c",
      kind: "culture_center",
      source: "table",
      area: { m2: 120.5, basis: "unknown" },
      marks: { room_reading: true },
    },
  ]);
  const { findings } = evaluate(PACK, filled ?? TOWN, "2016-01-01");
  const verdict = (id: string) => findings.find((one) => one.requirement === id && one.unit === "c")?.verdict;
  expect(
    ["culture_center.area", "culture_center.rooms", "culture_center.planned", "culture_center.acceptance"].map(verdict),
  ).toEqual(["pass", "unknown", "fail", "pass"]);
});

describe("is refused with its row and column, and nothing is taken", () => {
  it.each([
    ["text for a number", line("文化活动中心", "面积", "一百"), "值", "数字（平方米）"],
    ["a number with its unit", line("文化活动中心", "面积", "100平方米"), "值", "数字（平方米）"],
    ["a negative number", line("文化活动中心", "面积", "-5"), "值", "数字（平方米）"],
    ["a number for yes or no", line("文化活动中心", "图书阅览室", "2"), "值", "是、否"],
    ["a day that no calendar has", line("文化活动中心", "摸底完成", "2015-02-30"), "值", "日期，或“未完成”"],
    ["a score above 100", line("文化活动中心", "验收得分", "101"), "值", "数字（0–100）"],
    ["a fact that the pack does not know", line("文化活动中心", "灯光", "是"), "事实", "本标准包模板所列的事实名称"],
    ["an item that the pack does not know", line("游泳馆", "面积", "5"), "项目", "本标准包的项目名称"],
    [
      "a community that is not there",
      line("文化活动中心", "面积", "5", { community: "绿财" }),
      "社区",
      "区域内的街道、社区名称",
    ],
    [
      "a community that may be another",
      line("文化活动中心", "面积", "5", { community: "六合" }),
      "社区",
      "待确认，可能是：六合苑社区",
    ],
    [
      "a name that two streets have",
      line("文化活动中心", "面积", "5", { street: "" }),
      "社区",
      "待确认，可能是：六合苑社区、六合苑社区",
    ],
    ["work without its item", line("", "立项", "2015-01-01"), "项目", "该步骤所属的项目"],
    ["an inspection without a day", line("文化活动中心", "验收通过", "是"), "事实", "同时填写“验收日期”"],
  ])("%s", (_, one, column, expected) => {
    const { register: filled, refusals } = readFacts(PACK, TOWN, [line("", "户数", "5"), one]);
    expect(filled).toBeNull();
    expect(refusals).toMatchObject([{ row: 2, column, expected }]);
  });

  it("a fact told twice in two ways; told twice alike it is one", () => {
    const twice = (value: string) =>
      readFacts(PACK, TOWN, [line("", "户数", "5"), line("", "户数", value, { row: 3 })]);
    expect(twice("5").refusals).toEqual([]);
    expect(twice("6")).toMatchObject({
      register: null,
      refusals: [{ row: 3, column: "值", value: "6", expected: "与前文一致：5" }],
    });
  });
});

it("two communities of one name in one street are refused, as is a parent that is not there", () => {
  const twins = register({ units: [...TOWN.units, unit("c2", { parent: "s", name: "六合 苑社区" })] });
  expect(() => indexRegister(twins)).toThrow("one unit of a name in its parent");
  expect(() => indexRegister(register({ units: [unit("a", { parent: "b" })] }))).toThrow("a.parent is b");
  expect(() =>
    indexRegister(register({ units: [unit("a")], facilities: [facility("f", "a", "barber", { area: -1 })] })),
  ).toThrow("f.area is -1");
});

describe("the template", () => {
  const { header, rows } = factTemplate(PACK, indexRegister(TOWN), "2016-01-01");
  it("has Chinese heads, a line for each fact of each unit, and names of facilities that are known", () => {
    expect(header).toEqual(["街道", "社区", "项目", "设施名称", "事实", "值", "填写说明"]);
    expect(rows).toContainEqual(["东风路街道办事处", "六合苑社区", "理发店", "阿红理发店", "证照齐全", "", "是、否"]);
    expect(rows).toContainEqual(["东风路街道办事处", "六合苑社区", "文化活动中心", "", "面积", "", "数字（平方米）"]);
    expect(rows).toContainEqual(["东风路街道办事处", "", "十网点", "", "管理办法出台", "", "日期，或“未完成”"]);
    expect(new Set(rows.map((row) => row.join("|"))).size).toBe(rows.length);
  });
  it("filled in as it stands is taken whole", () => {
    const fill: Record<string, string> = {
      "是、否": "是",
      "日期，或“未完成”": "2015-05-05",
      "城市、农村": "城市",
      "新、老": "新",
      "如 2013-11-30": "2015-05-05",
      "如 2013-12-20": "2015-05-05",
    };
    const lines = rows.map(([street, community, item, name, fact, , expected], i) => ({
      row: i + 2,
      street,
      community,
      item,
      name,
      fact,
      value: fill[expected] ?? "100",
    }));
    expect(readFacts(PACK, TOWN, lines).refusals).toEqual([]);
    const filled = readFacts(PACK, TOWN, lines).register ?? TOWN;
    const { findings } = evaluate(PACK, filled, "2016-01-01", { within: "s" });
    const open = findings
      .filter(({ verdict, unit: id }) => verdict === "unknown" && id === "c")
      .map(({ requirement }) => requirement);
    // Prices come of a survey, which is no single fact.
    expect(open).toEqual(["convenience_store.price"]);
  });
});

it("every pack asks only for facts that its table can take", () => {
  for (const id of ["jinshui-2013", "duyun-2013", "jingzhou-2016", "guanghe-2019", "gb50180-2018"]) {
    const pack = shipped(id);
    const lines = askedFacts(pack)
      .filter(({ level }) => level === "community")
      .map(({ item, fact, expected }, i) => ({
        row: i,
        street: "东风路",
        community: "六合苑",
        item: item === null ? "" : (pack.items.get(item)?.id ?? ""),
        name: "",
        fact,
        value: expected.startsWith("数字")
          ? "5"
          : expected.startsWith("是")
            ? "是"
            : expected.startsWith("城市")
              ? "城"
              : expected.startsWith("新")
                ? "老"
                : "2015-05-05",
      }));
    expect(readFacts(pack, TOWN, lines).refusals).toEqual([]);
  }
});

it("a street office answers for its own communities: 六合苑 is its own, whoever else has one", () => {
  const { findings } = evaluate(PACK, TOWN, "2016-01-01", { within: "s" });
  expect(new Set(findings.map(({ unit: id }) => id))).toEqual(new Set(["s", "c"]));
  expect(findings.find(({ requirement }) => requirement === "disabled_rehab_station.count")?.verdict).toBe("unknown");
  expect(narrowTo(TOWN, "o").facilities).toEqual([]);
  expect(() => narrowTo(TOWN, "z")).toThrow("within is z");
});

it("names that wait for a person are listed once, with what hangs on them", () => {
  const queue = pendingNames(shipped("jinshui-2013"), [
    unit("h", { level: "street", name: "花园路街道办事处" }),
    unit("m", { parent: "h", name: "民航社区" }),
  ]);
  expect(queue.find(({ written }) => written === "省民航社区")).toEqual({
    street: "花园路街道办事处",
    written: "省民航社区",
    candidates: ["m"],
    askedBy: ["att_3"],
  });
  expect(queue.find(({ written, street }) => written === "民航社区" && street === "花园路街道办事处")).toBeUndefined();
  expect(queue.find(({ written }) => written === "兴达路")?.candidates).toEqual([]);
});
