/** The health bureau's page: pairs too close, a pre-check by click, where one may open, and the verdict on paper. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { buildConsole, consoleState } from "../../scripts/console-build.ts";
import type { SpacingPage } from "../../server/api/schemas/spacing.ts";
import { countShown } from "../../web/state/figures.ts";
import {
  keepScreenshot,
  openBrowser,
  openPage,
  PHONE,
  seriousFaults,
  type WatchedPage,
  WIDE,
} from "../support/browser.ts";
import { describeWith } from "../support/requirements.ts";
import { type RunningService, startService } from "../support/running-service.ts";

const ARTIFACTS = join(import.meta.dirname, "..", "..", "test-artifacts");
const ASKED = "page=spacing&area=demo&date=2024-12-31";

/** Tiles have come and nothing more is fetched; a slow machine paints a moment later. */
async function drawn(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1000);
}

describeWith("chromium", "spacing in a browser", () => {
  let service: RunningService;
  let browser: Browser;
  let answer: SpacingPage;
  const watched: WatchedPage[] = [];

  beforeAll(async () => {
    if (consoleState() !== "current") await buildConsole();
    service = await startService();
    browser = await openBrowser();
    answer = (await (await fetch(`${service.origin}/api/v1/spacing?area=demo&date=2024-12-31`)).json()) as SpacingPage;
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });
  afterEach(async () => {
    const faults = watched.flatMap((one) => one.faults);
    const foreign = watched.flatMap((one) => one.foreign);
    for (const { page } of watched) await page.context().close();
    watched.length = 0;
    expect([faults, foreign]).toEqual([[], []]);
  });

  async function open(search: string, viewport: typeof WIDE | typeof PHONE = WIDE): Promise<Page> {
    const one = await openPage(browser, service.origin, viewport);
    watched.push(one);
    await one.page.goto(`${service.origin}/?${search}`);
    return one.page;
  }

  it("lists the pairs of the service, and a row leads to its place on the map", async () => {
    const page = await open(ASKED);
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
  });

  it("checks the place that is clicked, and prints the verdict on one sheet of A4", async () => {
    const page = await open(`${ASKED}&rule=jinshui-2013-clinic`);
    await page.locator("table.rank tbody tr").first().waitFor();
    await drawn(page);
    await page.mouse.move(720, 420);
    await drawn(page);
    await keepScreenshot(page, "spacing-pointer");
    await page.mouse.click(720, 420);
    const card = page.locator(".card .spacing-verdict");
    await card.waitFor();
    const place = new URL(page.url()).searchParams.get("place")!.split(",");
    const query = `area=demo&category=clinic&date=2024-12-31&rule=jinshui-2013-clinic&source=map&lon=${place[0]}&lat=${place[1]}`;
    const check = await (await fetch(`${service.origin}/api/v1/spacing/check?${query}`)).json();
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
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await mkdir(ARTIFACTS, { recursive: true });
    await writeFile(join(ARTIFACTS, "verdict.pdf"), pdf);
    expect([...pdf.toString("latin1").matchAll(/\/Type\s*\/Page[^s]/g)]).toHaveLength(1);
  });

  it("draws where one may open, in English and on a phone", async () => {
    const wide = await open(`${ASKED}&rule=jinshui-2013-clinic&zone=1&minutes=5&lang=en`);
    await wide.locator("#spacing-serving").waitFor({ timeout: 30_000 });
    await drawn(wide);
    await keepScreenshot(wide, "spacing-zone-en");
    const phone = await open(`${ASKED}&zone=1`, PHONE);
    await phone.locator(".sheet").first().waitFor();
    await drawn(phone);
    await keepScreenshot(phone, "spacing-phone");
  });
});
