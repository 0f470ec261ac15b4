import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { buildConsole, consoleState } from "../../scripts/console-build.ts";
import type { Coverage, Gap } from "../../server/api/schemas/coverage.ts";
import type { GapClusterPage } from "../../server/api/schemas/gaps.ts";
import type { Reach } from "../../server/api/schemas/walks.ts";
import { walkClasses, walkColour } from "../../web/map/ramp.ts";
import { countShown, minutesShown, shareShown } from "../../web/state/figures.ts";
import {
  type Colour,
  colour,
  coloursAt,
  difference,
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
import { screenMap } from "../support/screen-map.ts";
import { sharedData } from "../support/shared-data.ts";

const ACCENT = colour("#0b5c5e");
/** Painting and anti-aliasing move a channel by a few steps. */
const SAME = 14;

describeWith("chromium", "the console in a browser", () => {
  let service: RunningService;
  let browser: Browser;
  const watched: WatchedPage[] = [];

  beforeAll(async () => {
    if (consoleState() !== "current") await buildConsole();
    service = await startService();
    browser = await openBrowser();
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
    expect(faults).toEqual([]);
    expect(foreign).toEqual([]);
  });

  async function open(search: string, viewport: typeof WIDE | typeof PHONE = WIDE): Promise<Page> {
    const one = await openPage(browser, service.origin, viewport);
    watched.push(one);
    await one.page.goto(`${service.origin}/${search}`);
    return one.page;
  }

  async function ask<T>(path: string): Promise<T> {
    const response = await fetch(`${service.origin}/api/v1${path}`);
    expect(response.status).toBe(200);
    return (await response.json()) as T;
  }

  const coverageOf = (area: string) => ask<Coverage>(`/coverage?area=${area}&category=pharmacy&minutes=15`);
  const worstGap = async (area: string) =>
    (await ask<{ items: Gap[] }>(`/coverage/gaps?area=${area}&category=pharmacy&minutes=15&limit=1`)).items[0];
  const headline = (page: Page) => page.locator(".headline > b").innerText();
  const said = async (page: Page, selector: string) => (await page.locator(selector).innerText()).replace(/\s+/g, " ");

  it("brings an area in by its files, then shows its map, and the reach of a clicked point in real pixels", async () => {
    const page = await open("?page=data");
    await page.getByLabel("区域代号").fill("riverside");
    await page.getByLabel("名称", { exact: true }).fill("河畔");
    for (const [part, file, crs] of [
      ["osm", "streets.osm", null],
      ["residences", "residences.csv", "bd09"],
      ["facilities", "facilities.csv", "gcj02"],
      ["communities", "communities.geojson", "wgs84"],
    ] as const) {
      await page.setInputFiles(`input[data-part=${part}]`, join(service.dataDir, "demo", file));
      if (crs !== null) await page.locator(`.file-row:has(input[data-part=${part}]) .file-crs input`).fill(crs);
    }
    await page.keyboard.press("Escape");
    await keepScreenshot(page, "data-import-zh");
    await page.getByRole("button", { name: "开始导入" }).click();
    await page.getByText("导入完成").waitFor({ timeout: 120_000 });
    await keepScreenshot(page, "data-imported-zh");
    await page.getByRole("button", { name: "看覆盖" }).click();

    await page.locator(".headline").waitFor();
    const { whole } = await coverageOf("riverside");
    expect(await headline(page)).toBe(`${shareShown(whole.residentShare ?? Number.NaN)}%`);
    expect(await said(page, ".figures >> nth=0")).toContain(`${countShown(whole.residents.uncovered)} 人`);
    await page.waitForURL(/map=/);
    await keepScreenshot(page, "coverage-zh-wide");

    const box = await page.locator(".maplibregl-canvas").boundingBox();
    if (box === null) throw new Error("no map");
    await page.mouse.click(box.x + box.width * 0.45, box.y + box.height * 0.45);
    await page.locator(".card .verdict").waitFor();
    const [lon, lat] = (new URL(page.url()).searchParams.get("place") ?? "").split(",");
    const reach = await ask<Reach>(`/reach?area=riverside&lon=${lon}&lat=${lat}&minutes=15`);
    expect(reach.status).toBe("ok");

    const map = await screenMap(page);
    const corners = (reach.isochrone?.coordinates ?? []).flat(2).map((corner) => map.at(corner as [number, number]));
    const seen = corners.filter((point) => map.isInside(point, 60)).filter((_, k) => k % 7 === 0);
    expect(seen.length).toBeGreaterThan(20);
    const onEdge = async () => {
      const colours = await coloursAt(page, seen);
      return colours.filter((found) => difference(found, ACCENT) < 60).length / seen.length;
    };
    // Some corners lie under labels, badges and the legend.
    await expect.poll(onEdge, { timeout: 30_000 }).toBeGreaterThan(0.6);
    await keepScreenshot(page, "place-zh-wide");
    await page.keyboard.press("Escape");
    await expect.poll(onEdge, { timeout: 30_000 }).toBeLessThan(0.2);
  });

  it("paints a residence in the colour of its walk, and explains it when it is clicked", async () => {
    const gap = await worstGap("demo");
    const seconds = gap.nearest?.walk.seconds ?? Number.NaN;
    const [lon, lat] = gap.residence.position;
    const page = await open(`?area=demo&category=pharmacy&hide=facilities,gaps,units&map=${lon},${lat},16`);
    await page.locator(".headline").waitFor();
    const at = (await screenMap(page)).at([lon, lat]);
    const painted = async () => (await coloursAt(page, [at]))[0];
    const expected = colour(walkColour(Math.round((gap.nearest?.walk.totalM ?? 0) * 1000), walkClasses(15), 1200));
    await expect.poll(async () => difference(await painted(), expected), { timeout: 30_000 }).toBeLessThan(SAME);

    await page.mouse.click(...at);
    await page.locator(".card .verdict-beyond").waitFor();
    const card = await said(page, ".card");
    expect(card).toContain("未覆盖");
    expect(card).toContain(`${minutesShown(seconds, 15)} 分钟`);
    expect(card).toContain(gap.residence.name ?? "附近");
    expect(new URL(page.url()).searchParams.get("residence")).toBe(gap.residence.ref);
    await keepScreenshot(page, "residence-zh-wide");
  });

  it("repaints at once when the limit moves, without asking for new tiles", async () => {
    const gap = await worstGap("demo");
    const [lon, lat] = gap.residence.position;
    const page = await open(`?area=demo&category=pharmacy&hide=facilities,gaps,units&map=${lon},${lat},16`);
    await page.locator(".headline").waitFor();
    const at = (await screenMap(page)).at([lon, lat]);
    const mm = Math.round((gap.nearest?.walk.totalM ?? 0) * 1000);
    const shows = (minutes: number) => async () =>
      difference((await coloursAt(page, [at]))[0], colour(walkColour(mm, walkClasses(minutes), 1200)));
    await expect.poll(shows(15), { timeout: 30_000 }).toBeLessThan(SAME);
    await page.waitForLoadState("networkidle");

    const tiles: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/tiles/")) tiles.push(request.url());
    });
    await page.getByRole("slider").focus();
    await page.keyboard.press("End");
    await expect.poll(shows(30), { timeout: 30_000 }).toBeLessThan(SAME);
    expect(tiles).toEqual([]);
    await page.waitForURL(/minutes=30/);
    const { whole } = await ask<Coverage>("/coverage?area=demo&category=pharmacy&minutes=30");
    await expect.poll(() => headline(page)).toBe(`${shareShown(whole.residentShare ?? Number.NaN)}%`);
  });

  it("is worked by keyboard alone", async () => {
    const page = await open("?area=demo");
    await page.locator(".headline").waitFor();
    await page.waitForURL(/map=/);
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").innerText()).toBe("跳到地图");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").getAttribute("class")).toContain("maplibregl-canvas");
    await keepScreenshot(page, "keyboard-map-zh-wide");
    await page.keyboard.press("Enter");
    await page.locator(".card .verdict, .card .verdict-unknown").first().waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".card").waitFor({ state: "detached" });

    const first = page.locator(".rank tbody .row-button").first();
    await first.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/unit=/);
    expect(await page.locator(".rank tr.selected").count()).toBe(1);

    await page.getByLabel("查一个地点").fill("1,2,3");
    await page.keyboard.press("Enter");
    await page.getByText("请填“经度,纬度”").waitFor();
    const { bbox } = (await ask<{ items: { id: string; bbox: number[] }[] }>("/areas")).items.find(
      ({ id }) => id === "demo",
    ) ?? { bbox: [] };
    await page.getByLabel("查一个地点").fill(`${(bbox[0] + bbox[2]) / 2}，${(bbox[1] + bbox[3]) / 2}`);
    await page.keyboard.press("Enter");
    await page.locator(".card .verdict").waitFor();
  });

  it("restores the view on back and forward, and says what it could not read", async () => {
    const page = await open("?area=demo&minutes=99");
    await page.getByText("地址里的“minutes”无法识别").waitFor();
    await page.locator(".headline").waitFor();
    await page.getByText("街道", { exact: true }).click();
    await page.getByRole("button", { name: "数据", exact: true }).click();
    await page.getByRole("heading", { name: /现有数据/ }).waitFor();
    await page.goBack();
    await page.locator(".headline").waitFor();
    await page.goForward();
    await page.getByRole("heading", { name: /现有数据/ }).waitFor();
  });

  it("says so and offers another try when the service is silent", async () => {
    const page = await open("?page=data");
    await page.getByRole("heading", { name: /现有数据/ }).waitFor();
    await page.route("**/api/v1/coverage?**", (route) => route.abort());
    await page.getByRole("button", { name: "覆盖", exact: true }).click();
    await page.getByText("连不上服务").first().waitFor({ timeout: 30_000 });
    await keepScreenshot(page, "offline-zh-wide");
    await page.unroute("**/api/v1/coverage?**");
    await page.getByRole("button", { name: "重试" }).first().click();
    await page.locator(".headline").waitFor();
    for (const one of watched)
      one.faults.splice(0, one.faults.length, ...one.faults.filter((text) => !/ERR_FAILED/.test(text)));
  });

  it.each([
    ["zh", "wide", WIDE],
    ["en", "wide", WIDE],
    ["zh", "phone", PHONE],
    ["en", "phone", PHONE],
  ] as const)("has no serious fault of access: %s, %s", async (language, size, viewport) => {
    const page = await open(`?area=demo&lang=${language}`, viewport);
    await page.locator(size === "wide" ? ".headline" : ".summary-figure").waitFor();
    await page.waitForURL(/map=/);
    await page.waitForLoadState("networkidle");
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, `coverage-${language}-${size}`);

    if (size === "phone") {
      await page.locator(".sheet-handle").press("Enter");
      await page.locator(".headline").waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await keepScreenshot(page, `sheet-${language}-${size}`);
    }
    await page.locator(".gap").first().click();
    await page.locator(".card .verdict").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, `residence-${language}-${size}`);

    await page.locator(".page-link", { hasText: language === "zh" ? "数据" : "Data" }).click();
    await page.locator(".plain").waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, `data-${language}-${size}`);
  });

  it("lists gaps as the service gathers them, and opens one at the residence that stands for it", async () => {
    const { items } = await ask<GapClusterPage>("/coverage/gap-clusters?area=demo&category=pharmacy&minutes=15");
    const page = await open("?area=demo&category=pharmacy");
    const rows = page.locator(".gap");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(Math.min(10, items.length));
    for (const [k, { people, name, barriers }] of items.slice(0, 3).entries()) {
      const row = await rows.nth(k).innerText();
      expect(row).toContain(`${people.residents.toLocaleString("en-US")} 人`);
      expect(row).toContain(name);
      for (const barrier of barriers) expect(row).toContain(barrier.name);
    }
    await rows.nth(1).click();
    await page.locator(".card .verdict").waitFor();
    expect(new URL(page.url()).searchParams.get("residence")).toBe(items[1].heart);
  });

  it("asks for less than 900 kB before the first map stands", async () => {
    const page = await open("?area=demo");
    let bytes = 0;
    page.on("response", (response) => {
      if (/\.(js|mjs|css|svg)$|\/$/.test(new URL(response.url()).pathname)) {
        void response
          .request()
          .sizes()
          .then(({ responseBodySize }) => {
            bytes += responseBodySize;
          });
      }
    });
    await page.reload();
    await page.locator(".headline").waitFor();
    await page.waitForURL(/map=/);
    await page.waitForLoadState("networkidle");
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(900_000);
  });

  describeWith("shared data", "Malta", () => {
    it("draws, and its figures agree with the service", async () => {
      const form = new FormData();
      form.append("name", "Malta");
      const path = sharedData("malta/malta-2016.osm.pbf");
      if (path === null) throw new Error("no extract of Malta");
      const { openAsBlob } = await import("node:fs");
      form.append("osm", await openAsBlob(path), "malta-2016.osm.pbf");
      const started = await fetch(`${service.origin}/api/v1/areas/malta/imports`, { method: "POST", body: form });
      expect(started.status).toBe(202);
      const { id } = (await started.json()) as { id: string };
      const state = async () => (await ask<{ state: string }>(`/runs/${id}`)).state;
      await expect.poll(state, { timeout: 120_000, interval: 500 }).toBe("done");

      const page = await open("?area=malta&category=pharmacy&lang=en");
      await page.locator(".headline").waitFor();
      const { whole } = await coverageOf("malta");
      expect(await headline(page)).toBe(`${shareShown(whole.residentShare ?? Number.NaN)}%`);
      expect(await said(page, ".panel.answer")).toContain("Estimate");
      expect(await said(page, ".attribution")).toContain("© OpenStreetMap contributors");
      await page.waitForURL(/map=/);
      await page.waitForLoadState("networkidle");
      const painted: Colour[] = await coloursAt(page, [[700, 450]]);
      expect(painted).toHaveLength(1);
      await keepScreenshot(page, "malta-en-wide");
    });
  });
});
