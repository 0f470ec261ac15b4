/** Units by items: the worst that is certain, totals by street and district, on a made-up district worked out by hand. */
import { describe, expect, it } from "vitest";
import { wantedFacts } from "../../../server/standards/facts/wanted-facts.ts";
import { lateList } from "../../../server/standards/findings/late-list.ts";
import { matrixOf, WORST_FIRST } from "../../../server/standards/findings/matrix.ts";
import { findings } from "../../support/findings.ts";
import { facility, marked, unit } from "../../support/register.ts";
import { shippedPacks } from "../../support/standard-packs.ts";

const ROOMS = marked("room_reading", "room_training", "room_culture_sharing", "room_arts_sports", "room_e_reading");

/** 甲 has a whole culture centre, 乙 a small one, 丙 is unknown, 丁 has surely none. */
const DISTRICT = {
  units: [
    unit("d", { level: "district", name: "示例区" }),
    unit("s", { level: "street", name: "东风路", parent: "d" }),
    unit("t", { level: "street", name: "西风路", parent: "d" }),
    unit("jia", { name: "甲", parent: "s", listedKinds: ["culture_center"] }),
    unit("yi", { name: "乙", parent: "s", listedKinds: ["culture_center"] }),
    unit("bing", { name: "丙", parent: "s" }),
    unit("ding", { name: "丁", parent: "t", listedKinds: ["culture_center"] }),
  ],
  facilities: [
    facility("c1", "jia", "culture_center", { area: 100, marks: { ...ROOMS, small_square: true } }),
    facility("c2", "yi", "culture_center", { area: 80, marks: { ...ROOMS, small_square: true } }),
  ],
};
const found = findings("dongfeng-2015", DISTRICT, "2016-01-01");
const matrix = matrixOf(found);
const at = matrix.items.findIndex(({ id }) => id === "culture_center");
const cellOf = (id: string) => matrix.rows.find((row) => row.unit.id === id)?.cells[at];

describe("matrix", () => {
  it("shows what surely fails before what nobody knows", () => {
    // Of a community: number, area, rooms, square; surveyed, planned, started and done; acceptance. Nobody told of the last five.
    expect(cellOf("jia")).toMatchObject({ verdict: "unknown", tally: { pass: 4, fail: 0, unknown: 5 }, binds: true });
    expect(cellOf("yi")).toMatchObject({ verdict: "fail", tally: { pass: 3, fail: 1, unknown: 5 } });
    expect(cellOf("bing")).toMatchObject({ verdict: "unknown", tally: { pass: 0, fail: 0, unknown: 9 } });
    expect(cellOf("ding")).toMatchObject({ verdict: "fail", tally: { pass: 0, fail: 4, unknown: 5 } });
  });

  it("tells the latest of what is late: due on 20 August, asked on 1 January", () => {
    expect(cellOf("ding")?.lateDays).toBe(134);
    expect(cellOf("bing")?.lateDays).toBeNull();
  });

  it("asks a street what is asked of streets alone", () => {
    expect(cellOf("s")).toMatchObject({ tally: { unknown: 1, pass: 0, fail: 0 } });
    expect(cellOf("d") ?? null).toBeNull();
  });

  it("sums communities by their cells, in a street and in the district", () => {
    const total = (id: string) => matrix.totals.find((one) => one.unit.id === id);
    expect(total("s")).toMatchObject({ communities: 3 });
    expect(total("s")?.tallies[at]).toMatchObject({ pass: 0, fail: 1, unknown: 2 });
    expect(total("t")?.tallies[at]).toMatchObject({ fail: 1, unknown: 0 });
    expect(total("d")?.tallies[at]).toMatchObject({ pass: 0, fail: 2, unknown: 2 });
  });

  it.each([...shippedPacks.keys()])("%s: every finding is in one cell, and a cell is the worst of its own", (id) => {
    const all = findings(id, DISTRICT, "2016-01-01");
    const whole = matrixOf(all);
    let counted = 0;
    for (const { unit: of, cells } of whole.rows) {
      for (const [k, cell] of cells.entries()) {
        const own = all.findings.filter((one) => one.unit === of.id && one.item === whole.items[k].id);
        expect(cell === null).toBe(own.length === 0);
        if (cell === null) continue;
        const told = own.some(({ counts }) => counts) ? own.filter(({ counts }) => counts) : own;
        const ranks = told.map(({ verdict }) => WORST_FIRST.indexOf(verdict));
        expect(WORST_FIRST.indexOf(cell.verdict)).toBe(Math.min(...ranks));
        expect(Object.values(cell.tally).reduce((a, b) => a + b)).toBe(told.length);
        counted += own.length;
      }
    }
    expect(counted).toBe(all.findings.length);
  });
});

describe("late list", () => {
  it("puts what is not met yet before what came late, the longest first", () => {
    const steps = { "culture_center.surveyed": "2015-04-20", "culture_center.plan_made": null };
    const { findings: some } = findings(
      "dongfeng-2015",
      { units: [unit("c", { name: "甲", steps, listedKinds: ["culture_center"] })] },
      "2015-12-31",
    );
    const list = lateList(some).map(({ requirement, lateDays, verdict }) => [requirement, lateDays, verdict]);
    expect(list[0]).toEqual(["culture_center.planned", 275, "fail"]);
    expect(list.at(-1)).toEqual(["culture_center.surveyed", 51, "pass"]);
    expect(list).toHaveLength(6);
  });
});

describe("facts that would settle what is unknown", () => {
  const wanted = (pack: string, requirement: string, facts: Parameters<typeof findings>[1]) => {
    const all = findings(pack, facts, "2016-01-01");
    const finding = all.of(requirement);
    if (finding === undefined) throw new Error(`no ${requirement}`);
    return [finding.verdict, wantedFacts(all.pack, finding).map(({ zh }) => zh)];
  };
  const centre = [facility("c1", "c", "culture_center", { marks: { room_reading: true } })];

  it.each([
    ["culture_center.count", [], ["unknown", ["台账齐全"]]],
    ["culture_center.area", centre, ["unknown", ["面积"]]],
    ["culture_center.surveyed", [], ["unknown", ["摸底完成"]]],
    ["culture_center.acceptance", [], ["unknown", ["验收日期", "验收通过"]]],
  ])("%s", (requirement, facilities, expected) => {
    const all = wanted("dongfeng-2015", requirement, { units: [unit("c", { name: "甲" })], facilities });
    expect(all).toEqual(expected);
  });

  it("names the things of a list that nobody told of, and nothing where all is known", () => {
    const facts = { units: [unit("c", { name: "甲" })], facilities: centre };
    expect(wanted("dongfeng-2015", "culture_center.rooms", facts)[1]).toHaveLength(4);
    expect(wanted("dongfeng-2015", "culture_center.count", facts)).toEqual(["pass", []]);
  });

  it("asks for town or country where that decides whom it is about", () => {
    expect(wanted("duyun-2013", "workers.duty", { units: [unit("c", { name: "甲" })] })[1]).toContain("城乡");
  });
});
