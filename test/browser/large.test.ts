/** An area of 200,000 residences: it opens, tells what the service tells, and is drawn by a few calls to the graphics card. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildConsole, consoleState } from "../../scripts/console-build.ts";
import type { Coverage } from "../../server/api/schemas/coverage.ts";
import { importArea } from "../../server/intake/import-area.ts";
import { openStore } from "../../server/store/open.ts";
import { countShown, shareShown } from "../../web/state/figures.ts";
import { keepScreenshot, openBrowser, openPage, type WatchedPage, WIDE } from "../support/browser.ts";
import { goTo } from "../support/console-pages.ts";
import { demoFiles } from "../support/demo-town.ts";
import { askService, SOON } from "../support/plan-page.ts";
import { describeWith } from "../support/requirements.ts";
import { type RunningService, startService } from "../support/running-service.ts";
import { seededRandom } from "../support/seeded-random.ts";

/** A fifth of them lies beyond the town's border and is not taken. */
const ROWS = 260_000;
const RESIDENCES = 200_000;
/** Round the demo town, which they fill at random. */
const TOWN = { west: 104.279, south: 38.074, east: 104.321, north: 38.111 } as const;
const CLOSE = "104.3003,38.0930,15.5";
/** A dot each would be thousands. */
const MOST_CALLS = 800;

describeWith("chromium", "an area of 200,000 residences", () => {
  let folder: string;
  let service: RunningService;
  let browser: Browser;
  let watched: WatchedPage | null = null;

  beforeAll(async () => {
    if (consoleState() !== "current") await buildConsole();
    folder = await mkdtemp(join(tmpdir(), "yikezhong-large-"));
    const dataDir = join(folder, "data");
    await importLarge(dataDir);
    service = await startService(dataDir);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    await rm(folder, { recursive: true, force: true });
    expect([watched?.faults, watched?.foreign]).toEqual([[], []]);
  });

  async function importLarge(dataDir: string): Promise<void> {
    const files = await demoFiles(folder);
    const random = seededRandom(7);
    const within = (low: number, high: number) => (low + random() * (high - low)).toFixed(6);
    const rows = Array.from(
      { length: ROWS },
      (_, k) => `home ${k},${within(TOWN.west, TOWN.east)},${within(TOWN.south, TOWN.north)},${1 + (k % 5)}`,
    );
    const path = join(folder, "homes.csv");
    await writeFile(path, `name,lon,lat,residents\n${rows.join("\n")}\n`);
    const store = await openStore({ kind: "embedded", dataDir });
    const residences = { path, crs: "wgs84" as const, file: "homes.csv" };
    await importArea(store, { ...files, areaId: "large", residences }, () => {}, new AbortController().signal);
    await store.close();
  }

  /** Most calls by which the map draws one frame, while it is moved a little. */
  async function drawCalls(page: Page): Promise<number> {
    await page.evaluate(() => {
      const counter = Object.assign(window, { calls: 0, most: 0 });
      const { prototype } = WebGL2RenderingContext;
      const { drawElements } = prototype;
      prototype.drawElements = function (...call) {
        counter.calls++;
        return drawElements.apply(this, call);
      };
      const nextFrame = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (act) =>
        nextFrame((now) => {
          counter.calls = 0;
          act(now);
          counter.most = Math.max(counter.most, counter.calls);
        });
      performance.clearMarks();
    });
    await page.locator(".maplibregl-canvas").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => performance.getEntriesByName("painted whole").length > 0, null, SOON);
    return page.evaluate(() => (window as unknown as { most: number }).most);
  }

  it("opens with the service's figures, switches, and shows each home from near by", async () => {
    watched = await openPage(browser, service.origin, WIDE);
    const { page } = watched;
    const coverage = (category: string) =>
      askService<Coverage>(service.origin, `/coverage?area=large&category=${category}&minutes=15`);
    const { whole } = await coverage("pharmacy");
    expect(whole.residences.covered + whole.residences.uncovered + whole.residences.unknown).toBeGreaterThan(
      RESIDENCES,
    );
    await page.goto(`${service.origin}/?area=large&category=pharmacy&minutes=15`);
    const headline = page.locator(".headline").first();
    const told = async () => (await headline.innerText()).replaceAll(/\s/g, "");
    const share = ({ residents: { covered, uncovered } }: Coverage["whole"]) =>
      shareShown(covered / (covered + uncovered));
    await expect.poll(told, SOON).toContain(share(whole));
    await page.getByText(countShown(whole.residents.uncovered)).first().waitFor();
    await page.waitForFunction(() => performance.getEntriesByName("painted whole").length > 0, null, SOON);
    await keepScreenshot(page, "large-zh-wide");

    const { whole: clinics } = await coverage("clinic");
    await goTo(page, `?area=large&category=clinic&minutes=15&map=${CLOSE}`);
    await expect.poll(told, SOON).toContain(share(clinics));
    await page.waitForLoadState("networkidle");
    const calls = await drawCalls(page);
    expect(calls).toBeGreaterThan(10);
    expect(calls).toBeLessThan(MOST_CALLS);
    await keepScreenshot(page, "large-close-zh-wide");
  });
});
