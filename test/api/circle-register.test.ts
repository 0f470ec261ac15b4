/** `circle standards` with the register in the store: a table taken in, refused whole, answered from, and written as a workbook. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { circleHere } from "../support/circle-here.ts";
import { describeCircleOnServer } from "../support/circle-place.ts";

const PLAN = ["--pack", "dongfeng-2015"];
const LATER = ["--as-of", "2016-01-01"];

describeCircleOnServer("circle standards and the register", (place) => {
  const standards = (...more: string[]) => place.printed("standards", "demo", ...PLAN, ...more);

  it("takes a list of units and a table of facts, answers from them, and writes the workbook", async () => {
    const units = await place.file("units.csv", "街道,社区,城乡,户数\n东风路街道,六合苑社区,城市,1860\n");
    expect(JSON.parse(await standards("--import-units", units, "--office", "区民政局"))).toMatchObject({ version: 1 });
    const template = await standards("--template", "--street", "东风路街道");
    const [header, ...rows] = parse(template, { bom: true }) as string[][];
    const filled = rows.map((row) => {
      if (row[1] !== "六合苑社区" || row[2] !== "文化活动中心") return row;
      if (row[4] === "面积") return row.with(5, "86");
      return row[4] === "台账齐全" ? row.with(5, "是") : row;
    });
    const table = await place.file("facts.csv", [header, ...filled].map((row) => row.join(",")).join("\n"));
    expect(JSON.parse(await standards("--import", table, "--dry-run"))).toMatchObject({ version: null, filled: 2 });
    expect(JSON.parse(await standards("--import", table))).toMatchObject({ version: 2, changed: 2 });
    const { findings } = JSON.parse(await standards(...LATER, "--street", "东风路街道", "--format", "json"));
    const area = findings.find(
      (one: { requirement: string; unit: { name: string } }) =>
        one.requirement === "culture_center.area" && one.unit.name === "六合苑社区",
    );
    expect(area).toMatchObject({ verdict: "fail", shortfall: 14 });
    const book = join(place.folder, "东风路.xlsx");
    await standards(...LATER, "--street", "东风路街道", "--workbook", book);
    expect((await readFile(book)).subarray(0, 2).toString("latin1")).toBe("PK");
  });

  it("takes prices, sets what the pack leaves to the district, goes by it, and goes back", async () => {
    const [header, ...rows] = parse(await standards("--price-template"), { bom: true }) as string[][];
    const filled = rows.flatMap((row) => {
      if (row[1] !== "六合苑社区" || row[2] !== "社区便民店") return [];
      const survey = (market: string, cny: string) => ["2015-09-01", "大白菜", "斤", "1.50", market, cny, ""];
      return [
        [...row.slice(0, 4), ...survey("甲市场", "1.50")],
        [...row.slice(0, 4), ...survey("乙市场", "1.60")],
      ];
    });
    const table = await place.file("prices.csv", [header, ...filled].map((row) => row.join(",")).join("\n"));
    expect(JSON.parse(await standards("--import-prices", table))).toMatchObject({
      version: 3,
      changed: 1,
      facilities: 1,
      filled: 2,
    });
    const priceOn = async (...more: string[]) => {
      const { findings } = JSON.parse(await standards("--street", "东风路街道", "--format", "json", ...more));
      return findings.find(
        (one: { requirement: string; unit: { name: string } }) =>
          one.requirement === "convenience_store.price" && one.unit.name === "六合苑社区",
      ).verdict;
    };
    expect([await priceOn("--as-of", "2015-08-31"), await priceOn(...LATER)]).toEqual(["unknown", "pass"]);
    const kept = await standards("--keep", "revocation=after_failed_rectification", "--office", "街道办事处");
    expect(JSON.parse(kept)).toMatchObject({ version: 4, changed: 1 });
    expect(await standards(...LATER, "--by", "setting")).toContain("district,街道办事处");
    expect(JSON.parse(await standards("--restore", "3", "--office", "区民政局"))).toEqual({ version: 5, changed: 1 });
    expect(await standards(...LATER, "--by", "setting")).toContain("pack,,");
    const { code, stderr } = await circleHere(["standards", "demo", ...PLAN, "--keep", "revocation=never"], place.env);
    expect([code, stderr]).toEqual([2, expect.stringContaining("--office")]);
  });

  it.each([
    [["--keep", "revocation=never", "--office", "街道办", "--dry-run"], "--dry-run"],
    [["--restore", "1", "--dry-run"], "--dry-run"],
    [["--dry-run"], "--import"],
    [["--keep", "revocation=never", "--office", "街道办", "--import", "facts.csv"], "--keep"],
    [["--restore", "1", "--import-units", "units.csv"], "--restore"],
    [["--restore", "1", "--office", " "], "--office"],
    [["--restore", "1", "--office", "办".repeat(101)], "--office"],
    [["--keep", "revocation=never", "--keep", "revocation=always", "--office", "街道办"], "revocation"],
  ])("refuses %j, and writes nothing", async (options, told) => {
    const { code, stderr } = await circleHere(["standards", "demo", ...PLAN, ...options], place.env);
    expect([code, stderr]).toEqual([2, expect.stringContaining(told)]);
    expect(JSON.parse(await standards(...LATER, "--format", "json")).pins.register).toBe(5);
  });

  it("refuses a table whole, with row, column and value", async () => {
    const table = await place.file(
      "wrong.csv",
      "街道,社区,项目,设施名称,事实,值\n东风路街道,六合苑社区,文化活动中心,,面积,一百多\n",
    );
    const { code, stderr } = await circleHere(["standards", "demo", ...PLAN, "--import", table], place.env);
    expect(code).toBe(2);
    expect(stderr).toContain("row 2, 值 is “一百多”");
  });
});
