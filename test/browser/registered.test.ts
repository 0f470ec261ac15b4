/** The page of standards over a register that offices have filled in: seventeen communities, as the service judges them. */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { NameList, Register, WaiverList } from "../../server/api/schemas/register.ts";
import type { Trend } from "../../server/api/schemas/standard-trends.ts";
import type { Matrix, MoneyPage, PackDetail, Progress } from "../../server/api/schemas/standard-views.ts";
import type { Finding, FindingsPage } from "../../server/api/schemas/standards.ts";
import { groupChoices, shapeOf } from "../../web/pages/standards/matrix-shape.ts";
import { monthsBefore } from "../../web/pages/standards/months-before.ts";
import { moneyShown } from "../../web/pages/standards/quantity.ts";
import { sheetOf } from "../../web/pages/standards/sheet-of.ts";
import { csvText } from "../../web/state/csv.ts";
import { countShown } from "../../web/state/figures.ts";
import { ARTIFACTS, keepScreenshot, PHONE, seriousFaults } from "../support/browser.ts";
import { type ConsolePages, consolePages, goTo } from "../support/console-pages.ts";
import { registeredFolder } from "../support/registered-folder.ts";
import { describeWith } from "../support/requirements.ts";
import { type RunningService, startService } from "../support/running-service.ts";

const STREET = encodeURIComponent("东风路街道");
const PLAN = { pack: "dongfeng-2015", day: "2015-12-31" };
const MONEY = { pack: "jinshui-2013", day: "2014-01-31" };
const pageOf = ({ pack, day }: typeof PLAN) => `?page=standards&area=demo&pack=${pack}&date=${day}&street=${STREET}`;
const queryOf = ({ day }: typeof PLAN) => `area=demo&asOf=${day}&street=${STREET}&profile=adult`;

describeWith("chromium", "a register in a browser", () => {
  let folder: string;
  let service: RunningService;
  beforeAll(async () => {
    folder = await registeredFolder();
    service = await startService(folder);
  });
  afterAll(async () => {
    await service?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const pages = consolePages(() => service.origin);
  const of = <T>(asked: typeof PLAN, what: string, more = "") =>
    pages.ask<T>(`/standards/${asked.pack}/${what}?${queryOf(asked)}${more}`);

  it("draws every cell as the service has it, asks where the reader rests, and shows a waiver in cell and sheet", async () => {
    const page = await pages.open(pageOf(PLAN));
    await page.locator(".matrix button.cell").first().waitFor();
    const told = await cellsOf(pages, PLAN);
    expect(told).toHaveLength(17);
    expect(await drawnCells(page)).toEqual(told);

    const asked: string[] = [];
    page.on("request", (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname.endsWith("/findings")) asked.push(searchParams.get("unit") ?? "");
    });
    // As with an arrow key held down.
    await page.locator(".matrix tr:has(.unit-link)").evaluateAll((rows) => {
      for (const row of rows) row.querySelector<HTMLButtonElement>("button.cell")?.focus();
    });
    await page.locator(".cell-detail .finding").first().waitFor();
    expect(asked).toHaveLength(1);

    const { items } = await of<FindingsPage>(PLAN, "findings", "&limit=1000");
    const failing = oneThatMayBeWaived(items);
    await page.getByRole("button", { name: new RegExp(`^${failing.unit.name}，${failing.item.zh}：未达标`) }).click();
    const waive = page.locator(".cell-detail details.waive");
    await waive.locator("summary").click();
    await waive.getByLabel("理由").fill("老旧院落无空间，2016 年随改造补建");
    await waive.getByLabel("批准单位").fill("区民政局");
    await waive.getByRole("button", { name: "登记免除" }).click();
    await page.locator(".cell-detail .finding-waived").waitFor();
    await expect.poll(() => drawnCells(page)).toEqual(await cellsOf(pages, PLAN));
    const { items: waivers } = await pages.ask<WaiverList>(`/areas/demo/register/waivers?pack=${PLAN.pack}`);
    expect(waivers).toContainEqual(
      expect.objectContaining({ unit: expect.objectContaining({ id: failing.unit.id }), office: "区民政局" }),
    );
    await keepScreenshot(page, "registered-matrix-zh");

    await page.locator(".matrix .unit-link", { hasText: failing.unit.name }).click();
    await page.locator(".community-sheet .finding-table").first().waitFor();
    const own = await of<FindingsPage>(PLAN, "findings", `&unit=${encodeURIComponent(failing.unit.id)}&limit=1000`);
    const { lacking, unknown, waived, met } = sheetOf(own.items);
    const counts = { fail: lacking, unknown, waived, pass: met };
    for (const [verdict, { length }] of Object.entries(counts))
      if (length > 0)
        expect([verdict, await page.locator(`.sheet-counts .word-${verdict} b`).innerText()]).toEqual([
          verdict,
          countShown(length),
        ]);
    expect(await page.locator(".community-sheet").innerText()).toContain(`经批准免除（${waived.length} 条）`);
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, "registered-sheet-zh");
  });

  it("tells how far it is, what is paid and what waits, in English, and prints the week on A3", async () => {
    const page = await pages.open(`${pageOf(MONEY)}&tab=progress&lang=en`);
    await page.locator(".trend-table tbody tr").first().waitFor();
    const progress = await of<Progress>(MONEY, "progress");
    const open = progress.late.filter(({ verdict }) => verdict === "fail");
    expect(open.length).toBeGreaterThan(0);
    expect(await page.locator(".milestone-table tbody tr").count()).toBe(progress.milestones.length);
    expect(await page.getByRole("heading", { name: /^Late/ }).innerText()).toContain(countShown(open.length));
    const from = monthsBefore(MONEY.day, 6);
    const trend = await pages.ask<Trend>(
      `/standards/${MONEY.pack}/trend?area=demo&from=${from}&to=${MONEY.day}&street=${STREET}&profile=adult`,
    );
    const drawn = await page.locator(".trend-table tbody tr").allInnerTexts();
    expect(drawn.map((row) => row.split(/\s+/))).toEqual(
      trend.days.map(({ asOf, verdicts: { pass = 0, fail = 0, unknown = 0 } }) => [
        asOf,
        ...[pass, fail, unknown].map(countShown),
      ]),
    );
    expect(new Set(trend.days.map(({ verdicts }) => JSON.stringify(verdicts))).size).toBeGreaterThan(1);
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, "registered-progress-en");

    await page.getByRole("button", { name: "Weekly report" }).click();
    await page.locator(".paper-list li").first().waitFor();
    const money = await of<MoneyPage>(MONEY, "money");
    expect(money.total.owedCny).toBeGreaterThan(0);
    expect(await page.locator(".paper-list").innerText()).toContain(moneyShown(money.total.owedCny));
    const counts = await page.locator(".late-by-item tbody td:nth-child(5)").allInnerTexts();
    expect(counts.reduce((sum, n) => sum + Number(n), 0)).toBe(open.length);
    await goTo(page, `${pageOf(MONEY).replace("standards", "standards-paper")}&paper=week&size=a3&lang=en`);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await writeFile(join(ARTIFACTS, "registered-week.pdf"), pdf);
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf.toString("latin1")) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 1191]);

    await goTo(page, `${pageOf(MONEY)}&tab=money&lang=en`);
    await page.locator(".money-states").waitFor();
    expect(await page.locator(".money-head .headline b").innerText()).toBe(moneyShown(money.total.owedCny));
    for (const state of ["owed", "unknown", "refused", "not_stated"] as const)
      expect([state, await page.locator(`.money-states .state-${state} b`).innerText()]).toEqual([
        state,
        countShown(money.total.states[state]),
      ]);
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, "registered-money-en");
  });

  it("takes a table that an office has filled in, once it was tried", async () => {
    const { version } = await pages.ask<Register>("/areas/demo/register");
    const template = `/api/v1/standards/${PLAN.pack}/template/csv?area=demo&street=${STREET}`;
    const blank = await (await fetch(`${pages.origin}${template}`)).text();
    const rows = parse(blank, { bom: true }) as string[][];
    const open = rows.findIndex(([, , , , fact, value]) => fact === "台账齐全" && value === "");
    expect(open).toBeGreaterThan(0);
    const table = csvText(rows.with(open, rows[open].with(5, "是")));
    const page = await pages.open(`${pageOf(PLAN)}&tab=register`);
    await page.locator(".register-versions li").first().waitFor();
    const chooser = page.locator('input[type="file"]').first();
    await chooser.setInputFiles({ name: "东风路.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
    // One line, and two facts: the item is the bank as well as its machine.
    await page.getByText("写入后新增或更改 2 条").waitFor();
    expect((await pages.ask<Register>("/areas/demo/register")).version).toBe(version);
    await page.getByRole("button", { name: /^写入 2 条/ }).click();
    await page.getByText(`台账第 ${version + 1} 版。`).waitFor();
    await page.getByRole("heading", { name: `当前第 ${version + 1} 版` }).waitFor();
  });

  it("lists the register's versions and waiting names, and every page is in reach on a phone", async () => {
    const page = await pages.open(`${pageOf(PLAN)}&tab=register&lang=en`, PHONE);
    await page.locator(".register-versions li").first().waitFor();
    const { version, versions } = await pages.ask<Register>("/areas/demo/register");
    expect(await page.getByRole("heading", { name: /^Versions/ }).innerText()).toContain(String(version));
    expect(await page.locator(".register-versions li").count()).toBe(Math.min(8, versions.length));
    const { waiting } = await pages.ask<NameList>(`/areas/demo/register/names?pack=${PLAN.pack}`);
    expect(await page.getByRole("heading", { name: /^Names/ }).innerText()).toContain(countShown(waiting.length));
    for (const language of ["en", "zh"]) {
      await goTo(page, `${pageOf(PLAN)}&lang=${language}`);
      await page.locator(`html[lang^="${language}"]`).waitFor({ state: "attached" });
      await page.locator(".matrix-list li").first().waitFor();
      expect(await page.locator(".page-link").count()).toBe(5);
      expect(await page.locator(".tab").count()).toBe(5);
      // Within the screen, high enough for a finger, and with all of its text.
      const unreachable = await page.locator(".page-link, .tab, .chip, .matrix-list li").evaluateAll((found) =>
        found
          .filter((one) => {
            const { left, right, height } = one.getBoundingClientRect();
            return left < 0 || right > window.innerWidth || height < 24 || one.scrollWidth > one.clientWidth;
          })
          .map((one) => one.textContent),
      );
      expect([language, unreachable]).toEqual([language, []]);
    }
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, "registered-phone-zh");
  });
});

type Cells = readonly (readonly [name: string, verdicts: readonly (string | null)[]])[];

/** Community by community, its verdicts in the columns of the first group. */
async function cellsOf({ ask }: ConsolePages, asked: typeof PLAN): Promise<Cells> {
  const [matrix, { groups }] = await Promise.all([
    ask<Matrix>(`/standards/${asked.pack}/matrix?${queryOf(asked)}`),
    ask<PackDetail>(`/standards/${asked.pack}`),
  ]);
  const { columns, sections } = shapeOf(matrix, groupChoices(matrix, groups)[0].id, null);
  return sections.flatMap(({ rows }) =>
    rows.map(({ unit, cells }) => [unit.name, columns.map(({ at }) => cells[at]?.verdict ?? null)] as const),
  );
}

function drawnCells(page: Page): Promise<Cells> {
  return page.locator(".matrix tr:has(.unit-link)").evaluateAll((rows) =>
    rows.map((row) => {
      const cells = [...row.querySelectorAll("td:not(.matrix-sum)")].map((cell) => cell.querySelector("button"));
      const verdicts = cells.map((cell) => /verdict-(\w+)/.exec(cell?.className ?? "")?.[1] ?? null);
      return [row.querySelector(".unit-link")?.textContent ?? "", verdicts] as const;
    }),
  );
}

/** The one thing that a community lacks of an item, and that an office may let pass. */
function oneThatMayBeWaived(findings: readonly Finding[]): Finding {
  const failing = findings.filter(
    ({ unit, verdict, counts }) => unit.level === "community" && counts && verdict === "fail",
  );
  const alone = failing.find(
    ({ unit, item, strength }) =>
      strength !== "must" && failing.filter((one) => one.unit.id === unit.id && one.item.id === item.id).length === 1,
  );
  if (alone === undefined) throw new Error("nobody lacks anything");
  return alone;
}
