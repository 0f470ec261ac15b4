/** A sixth programme, written as a pack alone: a made-up township's plan for 2024, judged and paid without a line of code. */
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../server/standards/findings/evaluate.ts";
import { milestonesOf } from "../../../server/standards/findings/milestones.ts";
import { paymentsOf } from "../../../server/standards/money/pay.ts";
import { facility, register, unit } from "../../support/register.ts";
import { written } from "../../support/written-pack.ts";

const PLAN = written(`
offices:
  - {id: town, zh: 镇政府, en: Township}
parameters:
  - {id: lamps, zh: 每条巷的路灯, en: Lamps for each lane, default: 4, minimum: 1, maximum: 20}
terms:
  - {id: lamps, zh: 路灯, en: Lamps, form: figure, unit: 盏}
  - {id: ramp, zh: 坡道, en: Ramp, form: mark}
  - {id: benches, zh: 长椅, en: Benches, form: figure, unit: 张}
  - {id: opened, zh: 启用, en: Opened, form: step}
items:
  - {id: canteen, zh: 助餐点, en: Canteen, kinds: [community_canteen], lead: [town]}
  - {id: lane, zh: 巷道, en: Lane, form: unit}
requirements:
  # 一：2024 年底前每村一处助餐点，不小于 60 平方米，山村 40
  - {id: canteen.count, item: canteen, kind: count, at_least: 1, clause: 一, strength: must, due: 2024年底, milestones: [{by: 2024年6月底, share: 0.5}, {by: 2024年底, share: 1}]}
  - {id: canteen.area, item: canteen, kind: floor_area, at_least: 60, cases: [{when: {setting: rural}, at_least: 40}], clause: 一, strength: generally, due: 2024年底}
  - {id: canteen.entrance, item: canteen, kind: checklist, entries: [ramp, {term: benches, at_least: 2}], clause: 一, strength: must, due: 2024年底}
  - {id: lane.lamps, item: lane, kind: figure, figure: lamps, at_least: {parameter: lamps}, clause: 二, strength: must}
  - {id: canteen.walk, item: canteen, kind: reach, categories: [community_canteen], minutes: 10, share_at_least: 0.8, clause: 三, strength: encouraged}
subsidies:
  - {id: canteen.grant, zh: 补助, en: Grant, item: canteen, clause: 四, requires: [canteen.area], due: 2024年底, payer: town, payments: [{zh: 每处 8000 元, en: 8000 each, basis: each, cny: 8000}]}
`);

const TOWN = register({
  units: [
    unit("t", { level: "street", name: "某镇" }),
    unit("hill", {
      parent: "t",
      name: "山村",
      setting: "rural",
      listedKinds: ["community_canteen"],
      figures: { lamps: 3 },
    }),
    unit("plain", { parent: "t", name: "平村", setting: "urban", listedKinds: ["community_canteen"] }),
    unit("new", { parent: "t", name: "新村", listedKinds: ["community_canteen"] }),
  ],
  facilities: [
    facility("a", "hill", "community_canteen", {
      area: 40,
      since: "2024-05-01",
      marks: { ramp: true },
      figures: { benches: 1 },
    }),
    facility("b", "plain", "community_canteen", {
      area: 40,
      since: "2024-08-01",
      marks: { ramp: true },
      figures: { benches: 2 },
    }),
    facility("c", "new", "community_canteen", { area: 50, since: "2024-11-01" }),
  ],
  reach: [
    {
      unit: "hill",
      categories: ["community_canteen"],
      minutes: 10,
      metres: null,
      measured: "walk",
      people: "residents",
      covered: 80,
      uncovered: 20,
      unknown: 0,
    },
  ],
});

describe("a sixth programme", () => {
  const { findings, context } = evaluate(PLAN, TOWN, "2025-01-01");
  const verdict = (requirement: string, id: string) =>
    findings.find((one) => one.requirement === requirement && one.unit === id)?.verdict;

  it("is judged", () => {
    expect(["hill", "plain", "new"].map((id) => verdict("canteen.area", id))).toEqual(["pass", "fail", "unknown"]);
    expect(["hill", "plain", "new"].map((id) => verdict("canteen.entrance", id))).toEqual(["fail", "pass", "unknown"]);
    expect(["hill", "plain"].map((id) => verdict("lane.lamps", id))).toEqual(["fail", "unknown"]);
    expect(verdict("canteen.walk", "hill")).toBe("pass");
  });

  it("is set by its district", () => {
    const set = evaluate(PLAN, TOWN, "2025-01-01", { settings: { lamps: 3 } });
    expect(set.findings.find((one) => one.requirement === "lane.lamps" && one.unit === "hill")?.verdict).toBe("pass");
  });

  it("has its milestones: one of three in June is 33.3 %, three of three at the end", () => {
    expect(
      milestonesOf(context).map(({ by, yes, total, asked, percent, verdict: told }) => [
        by,
        yes,
        total,
        asked,
        percent,
        told,
      ]),
    ).toEqual([
      ["2024-06-30", 1, 3, 2, 33.3, "fail"],
      ["2024-12-31", 3, 3, 3, 100, "pass"],
    ]);
  });

  it("is paid where it is known to comply", () => {
    expect(paymentsOf(context).map(({ thing, state, cny }) => [thing, state, cny])).toEqual([
      ["a", "owed", 8000],
      ["b", "refused", null],
      ["c", "unknown", null],
    ]);
  });
});
