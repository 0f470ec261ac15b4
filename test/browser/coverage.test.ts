/** The coverage page on the demo town: what is painted, told and worked by keys is what the service answers. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { Coverage, Gap } from "../../server/api/schemas/coverage.ts";
import type { GapClusterPage } from "../../server/api/schemas/gaps.ts";
import { UNKNOWN_COLOUR, walkClasses, walkColour } from "../../web/map/ramp.ts";
import { countShown, minutesShown, shareShown } from "../../web/state/figures.ts";
import {
  colour,
  coloursAt,
  difference,
  keepScreenshot,
  PHONE,
  quiet,
  seriousFaults,
  WIDE,
} from "../support/browser.ts";
import { consolePages, goTo, whole } from "../support/console-pages.ts";
import { SOON } from "../support/plan-page.ts";
import { describeWith } from "../support/requirements.ts";
import { screenMap } from "../support/screen-map.ts";

/** Painting and anti-aliasing move a channel by a few steps. */
const SAME = 14;

describeWith("chromium", "the console in a browser", () => {
  const console = consolePages();
  const worstGap = async () =>
    (await console.ask<{ items: Gap[] }>("/coverage/gaps?area=demo&category=pharmacy&minutes=15&limit=1")).items[0];
  const headline = (page: Page) => page.locator(".headline > b").innerText();
  const said = async (page: Page, selector: string) => (await page.locator(selector).innerText()).replace(/\s+/g, " ");

  it("paints a residence in the colour of its walk, explains it, and repaints when the limit moves, without new tiles", async () => {
    const gap = await worstGap();
    const seconds = gap.nearest?.walk.seconds ?? Number.NaN;
    const [lon, lat] = gap.residence.position;
    const page = await console.show(`?area=demo&category=pharmacy&hide=facilities,gaps,units&map=${lon},${lat},16`);
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
    await page.keyboard.press("Escape");
    await page.locator(".card").waitFor({ state: "detached" });

    const mm = Math.round((gap.nearest?.walk.totalM ?? 0) * 1000);
    const shows = (minutes: number) => async () =>
      difference(await painted(), colour(walkColour(mm, walkClasses(minutes), 1200)));
    await quiet(page);

    const tiles: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/tiles/")) tiles.push(request.url());
    });
    await page.getByRole("slider").focus();
    await page.keyboard.press("End");
    await expect.poll(shows(30), { timeout: 30_000 }).toBeLessThan(SAME);
    expect(tiles).toEqual([]);
    await page.waitForURL(/minutes=30/);
    const { whole: sums } = await console.ask<Coverage>("/coverage?area=demo&category=pharmacy&minutes=30");
    await expect.poll(() => headline(page)).toBe(`${shareShown(sums.residentShare ?? Number.NaN)}%`);
  });

  it("asks about an hour: whose clinic is surely open then, and whose cover hangs on hours that nobody knows", async () => {
    const asked = "area=demo&category=clinic&minutes=15";
    const page = await console.show(`?${asked}`);
    await whole(page);
    const always = await headline(page);
    await page.getByLabel("时刻", { exact: true }).click();
    await page.locator(".ant-select-item-option", { hasText: "周三" }).click();
    await page.waitForURL((url) => url.searchParams.get("at") === "We 22:00");
    const then = await console.ask<Coverage>(`/coverage?${asked}&at=We%2022:00`);
    const share = shareShown(then.whole.residentShare ?? Number.NaN);
    await expect.poll(() => headline(page), { timeout: 30_000 }).toBe(`${share}%`);
    expect(`${share}%`).not.toBe(always);
    const told = await said(page, ".panel.answer");
    expect(told).toContain("可到诊所（周三 22:00 营业）");
    const { open = 0, closed = 0, unknown = 0 } = then.facilityHours ?? {};
    expect(unknown).toBeGreaterThan(0);
    expect(told).toContain(`${open} 处营业，${closed} 处歇业，${unknown} 处时间未知`);
    expect(await said(page, ".figures >> nth=0")).toContain(`未知 ${countShown(then.whole.residents.unknown)} 人`);
    expect(then.whole.unknownReasons.hours_unknown).toBeGreaterThan(0);
    expect(told).toContain(`附近设施的营业时间未知 ${countShown(then.whole.unknownReasons.hours_unknown)} 处`);
    expect(await page.locator(".legend").innerText()).toContain("未知（含时间未知）");

    const rows = await console.ask<{ items: { ref: string; position: [number, number]; reason: string | null }[] }>(
      `/coverage/residences?${asked}&at=We%2022:00&limit=1000`,
    );
    const unsure = rows.items.filter(({ reason }) => reason === "hours_unknown");
    const [lon, lat] = unsure[0].position;
    await goTo(page, `?${asked}&at=We%2022:00&hide=facilities,gaps,units,cells&map=${lon},${lat},17`);
    const dot = (await screenMap(page)).at([lon, lat]);
    const steps = [-4, -3, -2, -1, 0, 1, 2, 3, 4];
    const within = steps.flatMap((x) => steps.map((y) => [dot[0] + x, dot[1] + y] as const));
    // Hatched: grey beside white, and no colour among them.
    const hatched = async () => {
      const seen = await coloursAt(page, within);
      const near = (tone: string, by: number) => seen.filter((one) => difference(one, colour(tone)) < by).length;
      const coloured = seen.filter((one) => Math.max(...one) - Math.min(...one) > 24).length;
      return { grey: near(UNKNOWN_COLOUR, 60) > 8, white: near("#ffffff", 30) > 8, coloured };
    };
    await expect.poll(hatched, { timeout: 30_000 }).toEqual({ grey: true, white: true, coloured: 0 });
    await keepScreenshot(page, "hour-zh-wide");

    await page.getByLabel("钟点").click();
    await page.keyboard.type("10:00");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("at") === "We 10:00");
    const { whole: morning } = await console.ask<Coverage>(`/coverage?${asked}&at=We%2010:00`);
    await expect
      .poll(() => headline(page), { timeout: 30_000 })
      .toBe(`${shareShown(morning.residentShare ?? Number.NaN)}%`);
  });

  it("is worked by keyboard alone", async () => {
    const page = await console.open("?area=demo");
    await whole(page);
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
    const { bbox } = (await console.ask<{ items: { id: string; bbox: number[] }[] }>("/areas")).items.find(
      ({ id }) => id === "demo",
    ) ?? { bbox: [] };
    await page.getByLabel("查一个地点").fill(`${(bbox[0] + bbox[2]) / 2}，${(bbox[1] + bbox[3]) / 2}`);
    await page.keyboard.press("Enter");
    await page.locator(".card .verdict").waitFor();
  });

  it("restores the view on back and forward, and says what it could not read", async () => {
    const page = await console.open("?area=demo&minutes=99");
    await page.getByText("地址里的“minutes”无法识别").waitFor();
    await whole(page);
    await page.getByText("街道", { exact: true }).click();
    await page.waitForURL(/by=subdistrict/);
    const left = new URL(page.url()).searchParams;
    const camera = left.get("map") ?? "";
    await page.getByRole("button", { name: "间距", exact: true }).click();
    await page.waitForURL(/page=spacing/);
    await page.locator(".maplibregl-canvas").first().focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => new URL(page.url()).searchParams.get("map"), SOON).not.toBe(camera);
    await page.getByRole("button", { name: "数据", exact: true }).click();
    await page.getByRole("heading", { name: /现有数据/ }).waitFor();
    // The map is one for all pages: it must not carry its last place into an address that names another.
    await page.goBack();
    await page.waitForURL(/page=spacing/);
    const moved = new URL(page.url()).searchParams.get("map");
    expect(moved).not.toBe(camera);
    await page.goBack();
    await page.locator(".headline").waitFor();
    expect([...new URL(page.url()).searchParams]).toEqual([...left]);
    await page.goForward();
    await page.waitForURL(/page=spacing/);
    expect(new URL(page.url()).searchParams.get("map")).toBe(moved);
    await page.goForward();
    await page.getByRole("heading", { name: /现有数据/ }).waitFor();
    await goTo(page, `?${left}`);
    await page.locator(".headline").waitFor();
    // The middle of the map is where the address says.
    await page.locator(".maplibregl-canvas").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/place=/);
    const [lon, lat] = (new URL(page.url()).searchParams.get("place") ?? "").split(",").map(Number);
    const middle = camera.split(",").map(Number);
    expect(lon).toBeCloseTo(middle[0], 3);
    expect(lat).toBeCloseTo(middle[1], 3);
  });

  it("says so and offers another try when the service is silent", async () => {
    const page = await console.open("?page=data");
    await page.getByRole("heading", { name: /现有数据/ }).waitFor();
    await page.route("**/api/v1/coverage?**", (route) => route.abort());
    await page.getByRole("button", { name: "覆盖", exact: true }).click();
    await page.getByText("连不上服务").first().waitFor({ timeout: 30_000 });
    await keepScreenshot(page, "offline-zh-wide");
    await page.getByRole("button", { name: "重试" }).first().waitFor();
    await page.unroute("**/api/v1/coverage?**");
    // By itself, unless somebody presses that first.
    await page.locator(".headline").waitFor();
    console.forgive(/ERR_FAILED/);
  });

  it.each([
    ["wide", WIDE],
    ["phone", PHONE],
  ] as const)("has no serious fault of access in either language: %s", async (size, viewport) => {
    const page = await console.show("?area=demo", viewport);
    for (const language of ["zh", "en"] as const) {
      if (language === "en") await goTo(page, "?area=demo&lang=en");
      await whole(page, size === "wide" ? ".headline" : ".summary-figure");
      await quiet(page);
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
      await quiet(page);
      expect(await seriousFaults(page)).toEqual([]);
      await keepScreenshot(page, `residence-${language}-${size}`);

      await page.locator(".page-link", { hasText: language === "zh" ? "数据" : "Data" }).click();
      await page.locator(".plain").nth(1).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await keepScreenshot(page, `data-${language}-${size}`);
    }
  });

  it("lists gaps as the service gathers them, and opens one at the residence that stands for it", async () => {
    const { items } = await console.ask<GapClusterPage>(
      "/coverage/gap-clusters?area=demo&category=pharmacy&minutes=15",
    );
    const page = await console.show("?area=demo&category=pharmacy");
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
});
