/** The page of standards: the matrix says what the service says, and why; keyboard, phone, paper. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { FactsPage, RegisterUnits, WaiverList } from "../../server/api/schemas/register.ts";
import type { Compared } from "../../server/api/schemas/standard-trends.ts";
import type { Matrix, MoneyPage, Progress } from "../../server/api/schemas/standard-views.ts";
import type { FindingsPage } from "../../server/api/schemas/standards.ts";
import { shapeOf } from "../../web/pages/standards/matrix-shape.ts";
import { ARTIFACTS, keepScreenshot, PHONE, seriousFaults } from "../support/browser.ts";
import { consolePages } from "../support/console-pages.ts";
import { startDemoService } from "../support/demo-folder.ts";
import { describeWith } from "../support/requirements.ts";
import type { RunningService } from "../support/running-service.ts";

const DAY = "2024-01-01";
const ASKED = `page=standards&area=demo&date=${DAY}`;

describeWith("chromium", "standards in a browser", () => {
  // The register is written to.
  let service: RunningService;
  beforeAll(async () => {
    service = await startDemoService();
  });
  afterAll(() => service?.stop());
  const pages = consolePages(() => service.origin);

  it("shows the cells and totals of the service, says why, and filters by what fails", async () => {
    const matrix = await pages.ask<Matrix>(`/standards/gb50180-2018/matrix?area=demo&asOf=${DAY}`);
    const shape = shapeOf(matrix, "five", null);
    const communities = shape.sections.flatMap(({ rows }) => rows);
    expect(communities).toHaveLength(matrix.rows.filter(({ unit }) => unit.level === "community").length);
    // Some items are asked of streets alone.
    const columns = shape.columns.flatMap(({ at }) => (communities.every((row) => row.cells[at] !== null) ? [at] : []));
    const cells = communities.flatMap((row) => columns.flatMap((at) => row.cells[at] ?? []));
    const page = await pages.open(`?${ASKED}&group=five`);
    await page.locator(".matrix button.cell").first().waitFor();
    const own = page.locator(".matrix tbody tr:not(.matrix-total):has(button.unit-link) button.cell");
    expect(await own.count()).toBe(cells.length);
    for (const verdict of ["pass", "fail", "unknown"] as const) {
      const expected = cells.filter((cell) => cell.verdict === verdict).length;
      expect([verdict, await page.locator(`.matrix tr:has(.unit-link) .cell.verdict-${verdict}`).count()]).toEqual([
        verdict,
        expected,
      ]);
      expect(await page.locator(`.chip-${verdict} b`).innerText()).toBe(String(expected));
    }
    const district = matrix.totals.find(({ unit }) => unit.level === "district");
    const first = shape.columns.findIndex(({ at }) => at === columns[0]);
    expect(await page.locator(".matrix tfoot .total-cell").nth(first).innerText()).toContain(
      `${district?.tallies[columns[0]]?.pass}/${communities.length}`,
    );
    // From the first cell by keys, one to the right and one down, as a person without a mouse.
    await page.locator(".matrix button.cell").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    const title = `${communities[1].unit.name} · ${matrix.items[columns[1]].name.zh}`;
    await page.getByRole("heading", { name: title }).waitFor();
    await page.locator(".cell-detail .finding").first().waitFor();
    expect(await page.locator(".cell-detail").innerText()).toContain("未核实");
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, "standards-matrix-zh");
    const book = await page.getByRole("link", { name: "工作簿" }).getAttribute("href");
    const file = Buffer.from(await (await fetch(new URL(book ?? "", pages.origin))).arrayBuffer());
    expect(file.subarray(0, 2).toString("latin1")).toBe("PK");
    await page.locator(".chip-fail").click();
    const failing = communities.filter((row) => columns.some((at) => row.cells[at]?.verdict === "fail"));
    await page.waitForFunction((n) => document.querySelectorAll(".unit-link").length === n, failing.length);
    expect(page.url()).toContain("only=fail");
  });

  it("is seventeen items wide for the street plan, in English too, and prints across A4", async () => {
    // One street: axe takes a second for every hundred cells.
    const page = await pages.open(`?${ASKED}&pack=dongfeng-2015&lang=en&street=${encodeURIComponent("镜湖街道")}`);
    await page.locator(".matrix button.cell").first().waitFor();
    expect(await page.locator(".matrix thead th[scope=col]").count()).toBe(1 + 17 + 1);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Print" }).click();
    await page.locator(".paper-matrix tbody tr").first().waitFor();
    const rows = await page.locator(".paper-matrix tbody tr").count();
    expect(rows).toBe(8 + 2);
    expect(await page.locator(".paper").innerText()).toContain("Demo data");
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await writeFile(join(ARTIFACTS, "standards-matrix.pdf"), pdf);
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf.toString("latin1")) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
  });

  it("tells what is lacking, how far it is, what is paid and what waits, as the service does", async () => {
    const asked = "/standards/jinshui-2013";
    const query = "area=demo&asOf=2014-12-31";
    const [matrix, progress, money] = await Promise.all([
      pages.ask<Matrix>(`${asked}/matrix?${query}`),
      pages.ask<Progress>(`${asked}/progress?${query}`),
      pages.ask<MoneyPage>(`${asked}/money?${query}`),
    ]);
    const first = matrix.rows.find(({ unit }) => unit.level === "community");
    const own = await pages.ask<FindingsPage>(`${asked}/findings?${query}&unit=${first?.unit.id}&limit=1000`);
    const unknown = own.items.filter(({ counts, verdict }) => counts && verdict === "unknown");
    const page = await pages.open("?page=standards&area=demo&pack=jinshui-2013&date=2014-12-31&tab=community");
    await page.locator(".community-sheet .finding-table").first().waitFor();
    expect(await page.locator(".sheet-head h2").innerText()).toContain(first?.unit.name ?? "none");
    expect(await page.locator(".sheet-counts .word-unknown b").innerText()).toBe(String(unknown.length));
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, "standards-community");
    await page.getByRole("button", { name: "进度", exact: true }).click();
    await page.locator(".milestone-table tbody tr").first().waitFor();
    const whole = progress.milestones.find(({ unit }) => unit.level === "district");
    expect(await page.locator(".milestone-table tbody tr").first().innerText()).toContain(
      `${whole?.yes} ÷ ${whole?.total} = ${whole?.percent}%`,
    );
    expect(await page.locator(".milestone-table tbody tr").count()).toBe(progress.milestones.length);
    await page.getByRole("button", { name: "奖补资金", exact: true }).click();
    await page.locator(".money-states").waitFor();
    expect(await page.locator(".money-states .state-unknown b").innerText()).toBe(String(money.total.states.unknown));
    expect(await page.locator(".ceiling-table tbody tr").count()).toBe(money.ceilings.length);
    expect(await page.locator(".ceiling-table").innerText()).toContain("2,120,000");
    await page.getByRole("button", { name: "台账", exact: true }).click();
    await page.locator(".name-queue li").first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, "standards-register");
  });

  it("sets what the document leaves to the district, tells it with the findings, and goes back", async () => {
    const page = await pages.open(`?${ASKED}&tab=register`);
    const form = page.locator(".district-settings li").first();
    await form.waitFor();
    expect(await form.innerText()).toContain("标准包：1");
    await page.getByLabel("办理单位").fill("区自然资源局");
    await form.locator("input").fill("1.5");
    await form.locator("button[type=submit]").click();
    await form.getByRole("alert").waitFor();
    expect(await form.getByRole("alert").innerText()).toContain("应为 0 … 1");
    pages.forgive(/400/);
    await form.locator("input").fill("0.9");
    await form.locator("button[type=submit]").click();
    await page.locator(".setting-told").waitFor();
    expect(await page.locator(".setting-told").innerText()).toContain("区设定：0.9（区自然资源局");
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, "standards-settings");
    await page.getByRole("button", { name: "缺什么、补什么" }).click();
    await page.locator(".community-sheet .finding-table").first().waitFor();
    expect(await page.locator(".community-sheet").innerText()).toContain("达标线：0.9（区自然资源局");
    await page.getByRole("button", { name: "台账", exact: true }).click();
    await page.getByLabel("办理单位").fill("区民政局");
    await form.locator("input").fill("0.8");
    await form.locator("button[type=submit]").click();
    await page.locator(".setting-told").getByText("区设定：0.8（区民政局").waitFor();
    // The newest stands first and cannot be gone back to.
    await page.locator(".register-versions button").first().click();
    await page.locator(".ant-popconfirm-buttons .ant-btn-primary").click();
    await page.locator(".register-versions li").first().getByText("恢复自第").waitFor();
    await page.locator(".setting-told").getByText("区设定：0.9（区自然资源局").waitFor();
    await form.getByRole("button", { name: "收回" }).click();
    await page.locator(".setting-told").waitFor({ state: "detached" });
  });

  it("takes a table of prices that was tried first, and tells the price with the finding", async () => {
    const view = "?page=standards&area=demo&pack=dongfeng-2015&date=2016-03-01";
    const page = await pages.open(`${view}&tab=register`);
    const prices = page.locator("section", { has: page.getByRole("heading", { name: "价格调查" }) });
    const head = "街道,社区,项目,设施名称,调查日期,品名,单位,本店价格（元）,市场名称,市场价格（元）";
    const template = await fetch(`${pages.origin}/api/v1/standards/dongfeng-2015/template/csv?area=demo&table=prices`);
    const [, shop] = /镜湖街道,清泉社区,社区便民店,([^,]+),/.exec(await template.text()) ?? [];
    const line = (cny: string, name = shop) =>
      `镜湖街道,清泉社区,社区便民店,${name},2016-02-20,冬瓜,斤,${cny},甲市场,2.00`;
    const choose = (text: string) =>
      prices
        .locator("input[type=file]")
        .setInputFiles({ name: "价格.csv", mimeType: "text/csv", buffer: Buffer.from(`${head}\n${text}\n`) });
    await choose(line("两元"));
    await prices.getByRole("alert").waitFor();
    expect(await prices.getByRole("alert").innerText()).toContain("数字（元，大于 0）");
    pages.forgive(/422/);
    // The map has shops there: which of them, must be told.
    await choose(line("1.50", ""));
    await prices.getByRole("cell", { name: shop }).waitFor();
    pages.forgive(/422/);
    await choose(line("1.50"));
    await prices.getByRole("button", { name: "写入 1 次调查" }).click();
    await prices.getByText("已写入，1 条新增或更改").waitFor();
    const { items } = await pages.ask<RegisterUnits>("/areas/demo/register/units");
    const id = items.find(({ name }) => name === "清泉社区")?.id ?? "";
    await page.goto(`${pages.origin}/${view}&tab=community&community=${encodeURIComponent(id)}&against=jinshui-2013`);
    await page.locator(".community-sheet details summary").click();
    await page.getByText("2016-02-20 价格调查：冬瓜 1.50 元/斤（市场均价 2.00）").waitFor();
    // Two packs side by side as the service pairs them.
    await page.locator(".pack-compare tbody tr").first().waitFor();
    const asked = `area=demo&a=dongfeng-2015&b=jinshui-2013&asOf=2016-03-01&unit=${encodeURIComponent(id)}`;
    const compared = await pages.ask<Compared>(`/standards/compare?${asked}`);
    const applies = (findings: readonly { readonly verdict: string }[]) =>
      findings.some(({ verdict }) => verdict !== "not_applicable");
    const both = compared.items.filter(({ findingsA, findingsB }) => applies(findingsA) && applies(findingsB));
    expect(await page.locator(".pack-compare tbody tr").count()).toBe(both.length);
    const facts = await pages.ask<FactsPage>(
      `/areas/demo/register/facts?pack=dongfeng-2015&unit=${encodeURIComponent(id)}&limit=1000`,
    );
    for (const one of facts.items.filter(({ fact, since }) => fact === "price" && since === "2016-02-20"))
      await fetch(`${pages.origin}/api/v1/areas/demo/register/facts/${one.id}`, { method: "DELETE" });
  });

  it("lists the communities on a phone, the most lacking first", async () => {
    const page = await pages.open(`?${ASKED}&group=five`, PHONE);
    await page.locator(".matrix-list li").first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    await keepScreenshot(page, "standards-matrix-phone");
  });

  it("enters a waiver with its reason and office, which hides no figure", async () => {
    const page = await pages.open(`?${ASKED}&group=five`);
    await page.locator(".matrix .cell.verdict-fail").first().click();
    const waive = page.locator(".cell-detail details.waive").first();
    await waive.locator("summary").click();
    await waive.getByLabel("理由").fill("规划中，2025 年建成");
    await waive.getByLabel("批准单位").fill("区民政局");
    await waive.getByRole("button", { name: "登记免除" }).click();
    const waived = page.locator(".cell-detail .finding-waived").first();
    await waived.waitFor();
    const told = await waived.innerText();
    expect(told).toContain(`${DAY} 起由区民政局批准免除：规划中，2025 年建成`);
    expect(told).toContain("实有");
    await keepScreenshot(page, "standards-waived");
    const register = "/areas/demo/register/waivers";
    const { items } = await pages.ask<WaiverList>(`${register}?pack=gb50180-2018`);
    expect(items).toMatchObject([{ office: "区民政局", from: DAY }]);
    for (const { id } of items) await fetch(`${pages.origin}/api/v1${register}/${id}`, { method: "DELETE" });
  });
});
