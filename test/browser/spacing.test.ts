/** The health bureau's page: pairs too close, a pre-check by click, where one may open, and what is printed. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { SpacingCheck, SpacingPage } from "../../server/api/schemas/spacing.ts";
import { countShown } from "../../web/state/figures.ts";
import { ARTIFACTS, keepScreenshot, PHONE, seriousFaults } from "../support/browser.ts";
import { consolePages } from "../support/console-pages.ts";
import { describeWith } from "../support/requirements.ts";

const ASKED = "?page=spacing&area=demo&date=2024-12-31";
const RULE = "rule=jinshui-2013-clinic";

/** Tiles have come and nothing more is fetched; a slow machine paints a moment later. */
async function drawn(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1000);
}

/** The page as paper; returns how many sheets it takes. */
async function printed(page: Page, name: string): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await mkdir(ARTIFACTS, { recursive: true });
  await writeFile(join(ARTIFACTS, name), pdf);
  return [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page[^s]/g)].length;
}

describeWith("chromium", "spacing in a browser", () => {
  const pages = consolePages();

  it("lists the pairs of the service, a row leads to its place, and the list is printed whole", async () => {
    const answer = await pages.ask<SpacingPage>("/spacing?area=demo&date=2024-12-31&limit=1000");
    const page = await pages.open(ASKED);
    await page.locator("table.rank tbody tr").first().waitFor();
    expect(await page.locator(".headline b").innerText()).toBe(countShown(answer.total));
    const [first] = answer.items;
    const row = await page.locator("table.rank tbody tr").first().innerText();
    expect(row).toContain(first.a.name);
    expect(row).toContain(first.distanceM.toFixed(2));
    expect(await page.getByRole("button", { name: "间距", exact: true }).getAttribute("aria-current")).toBe("page");
    await drawn(page);
    await keepScreenshot(page, "spacing-zh");
    expect(await seriousFaults(page)).toEqual([]);
    await page.locator("table.rank tbody tr").first().click();
    await page.waitForFunction(() => new URLSearchParams(window.location.search).has("pair"));
    await drawn(page);
    await keepScreenshot(page, "spacing-pair");
    await page.getByRole("button", { name: "打印清单（PDF）" }).click();
    const rows = page.locator(".violations-sheet section").first().locator("tbody tr");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(Math.min(answer.total, 500));
    const sheet = await page.locator(".violations-sheet").innerText();
    for (const hash of Object.values(answer.pins.rules)) expect(sheet).toContain(hash);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await printed(page, "violations.pdf")).toBeGreaterThan(1);
  });

  it("checks the place that is clicked, and prints the verdict on one sheet of A4", async () => {
    const page = await pages.open(`${ASKED}&${RULE}`);
    await page.locator("table.rank tbody tr").first().waitFor();
    await drawn(page);
    await page.mouse.move(720, 420);
    await drawn(page);
    await keepScreenshot(page, "spacing-pointer");
    await page.mouse.click(720, 420);
    const card = page.locator(".card .spacing-verdict");
    await card.waitFor();
    const place = new URL(page.url()).searchParams.get("place")!.split(",");
    const query = `area=demo&category=clinic&date=2024-12-31&${RULE}&source=map&lon=${place[0]}&lat=${place[1]}`;
    const check = await pages.ask<SpacingCheck>(`/spacing/check?${query}`);
    const words: Record<string, string> = { pass: "符合", fail: "不符合", survey_needed: "需实测" };
    expect(await card.locator("b").innerText()).toBe(words[check.verdict]);
    await drawn(page);
    await keepScreenshot(page, "spacing-check");
    await page.getByRole("button", { name: "打印结论书" }).click();
    await page.locator(".verdict-sheet h1").waitFor();
    const text = await page.locator(".verdict-sheet").innerText();
    expect(text).toContain(check.hash);
    expect(text).toContain(check.number);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await printed(page, "verdict.pdf")).toBe(1);
    // Where the rules did not come, another try asks for them and not for the check that waits on them.
    await page.route("**/spacing/rules?*", (route) => route.fulfill({ status: 503, json: { code: "overloaded" } }));
    await page.reload();
    const again = page.getByRole("button", { name: "重试" });
    await again.waitFor();
    await page.unrouteAll();
    await again.click();
    await page.locator(".verdict-sheet h1").waitFor();
    pages.forgive(/503/);
  });

  it("decides a table of applications once its system is stated, and gives the results to take along", async () => {
    const { items } = await pages.ask<{ items: { position: [number, number] }[] }>("/areas/demo/residences?limit=200");
    const places = await Promise.all(
      items.map(async ({ position: [lon, lat] }) => {
        const query = `area=demo&category=clinic&date=2024-12-31&lon=${lon}&lat=${lat}&accuracy=0`;
        return pages.ask<SpacingCheck>(`/spacing/check?${query}`);
      }),
    );
    const free = places.find(({ verdict }) => verdict === "pass")!.place.position;
    const rows = [
      `甲,先来诊所,诊所,${free[0]},${free[1]},0`,
      `乙,后来诊所,诊所,${free[0] + 1e-5},${free[1]},0`,
      "丙,不明,外星站,1,1,0",
    ];
    const page = await pages.open(ASKED.replace("page=spacing", "page=batch"));
    await page.locator(".drop-zone").waitFor();
    const csv = ["编号,名称,类别,经度,纬度,定位精度", ...rows].join("\n");
    const buffer = Buffer.from(csv);
    await page.locator("input[type=file]").setInputFiles({ name: "申请.csv", mimeType: "text/csv", buffer });
    await page.getByText("请说明表中坐标是哪种坐标系").waitFor();
    await page.getByLabel("坐标系").click();
    await page.getByText("WGS 84（GPS、OSM）").last().click();
    const decided = page.locator(".batch-table").first().locator("tbody tr");
    await decided.first().waitFor();
    const told = await decided.allInnerTexts();
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/先来诊所[\s\S]*符合/);
    expect(told[1]).toMatch(/后来诊所[\s\S]*不符合[\s\S]*先来诊所[\s\S]*本批先通过/);
    expect(await page.locator(".batch-table").last().locator("tbody").innerText()).toContain("外星站");
    await keepScreenshot(page, "spacing-batch");
    expect(await seriousFaults(page)).toEqual([]);
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载结果（CSV）" }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe("申请-校核结果.csv");
    const path = join(ARTIFACTS, "applications.csv");
    await file.saveAs(path);
    expect((await readFile(path, "utf8")).trim().split("\r\n")).toHaveLength(4);
    const book = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载结果（Excel）" }).click();
    expect((await book).suggestedFilename()).toBe("申请-校核结果.xlsx");
  });

  it("draws where one may open, in English and on a phone", async () => {
    const wide = await pages.open(`${ASKED}&${RULE}&zone=1&minutes=5&lang=en`);
    await wide.locator("#spacing-serving").waitFor({ timeout: 30_000 });
    await drawn(wide);
    await keepScreenshot(wide, "spacing-zone-en");
    // An address point is checked as a place is.
    const { items } = await pages.ask<{ items: { ref: string }[] }>("/areas/demo/residences?limit=1");
    const phone = await pages.open(`${ASKED}&zone=1&residence=${items[0].ref}`, PHONE);
    await phone.locator(".card .spacing-verdict").waitFor();
    await drawn(phone);
    await keepScreenshot(phone, "spacing-phone");
  });
});
