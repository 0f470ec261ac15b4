/** The panels of the coverage page: charts, search and drawn polygons tell what the service tells. */
import { expect, it } from "vitest";
import type { CoverageMinutes, PolygonCoverage } from "../../server/api/schemas/coverage.ts";
import type { SearchAnswer } from "../../server/api/schemas/search.ts";
import { countShown, shareShown } from "../../web/state/figures.ts";
import { readPolygon } from "../../web/state/polygon.ts";
import { colour, coloursAt, difference, keepScreenshot, PHONE, seriousFaults } from "../support/browser.ts";
import { consolePages, whole } from "../support/console-pages.ts";
import { describeWith } from "../support/requirements.ts";
import { screenMap } from "../support/screen-map.ts";

const QUESTION = "area=demo&category=pharmacy&minutes=15";
const DRAWN = colour("#5b2a86");

describeWith("chromium", "the panels in a browser", () => {
  const console = consolePages();

  it("draws walks by minute as the service counts them, of the area and of a picked community", async () => {
    const page = await console.show(`?${QUESTION}`);
    await page.locator(".chart").nth(1).waitFor();
    const told = async (query: string) => console.ask<CoverageMinutes>(`/coverage/minutes?${QUESTION}${query}`);
    const area = await told("");
    const bars = await page.locator(".chart").first().locator(".chart-within, .chart-beyond").all();
    expect(bars.length).toBe(area.items.length + 1);
    const heights = await Promise.all(bars.slice(0, -1).map(async (bar) => Number(await bar.getAttribute("height"))));
    const most = Math.max(...area.items.map(({ walks }) => walks.residents));
    for (const [k, { walks }] of area.items.entries())
      expect(heights[k] / Math.max(...heights)).toBeCloseTo(walks.residents / most, 6);
    await page.getByText("逐分钟数字").click();
    const rows = await page.locator(".chart-figures tbody tr").allInnerTexts();
    expect(rows.map((row) => row.split("\t"))).toEqual([
      ...area.items.map(({ fromMinutes, toMinutes, walks, residents: { covered, uncovered } }) => [
        `${fromMinutes}–${toMinutes}`,
        countShown(walks.residents),
        shareShown(covered / (covered + uncovered)),
      ]),
      ["超过 30", countShown(area.farther.residents), "–"],
      ["走不到", countShown(area.without.residents), "–"],
      ["未知", countShown(area.unknown.residents), "–"],
    ]);
    const label = await page.locator(".chart").first().getAttribute("aria-label");
    expect(label).toContain(countShown(area.unknown.residents));

    await page.locator(".rank tbody .row-button").first().click();
    await page.waitForURL(/unit=/);
    const unit = new URL(page.url()).searchParams.get("unit") ?? "";
    const part = await told(`&unit=${encodeURIComponent(unit)}`);
    await page
      .locator("#walks-title ~ .hint, .section-head .hint")
      .getByText(part.unit?.name ?? "–")
      .waitFor();
    await expect
      .poll(() => page.locator(".chart-figures tbody tr").nth(19).innerText(), { timeout: 30_000 })
      .toContain(countShown(part.items[19].walks.residents));
    expect(await seriousFaults(page)).toEqual([]);
  });

  it("finds places by initials, by keyboard alone, and shows them", async () => {
    const page = await console.show(`?${QUESTION}`);
    await whole(page);
    const { items } = await console.ask<SearchAnswer>("/areas/demo/search?q=nhsq");
    await page.keyboard.press("/");
    await page.keyboard.type("nhsq");
    await page.getByRole("option").first().waitFor();
    expect(await page.getByRole("option").first().innerText()).toContain("南环社区");
    expect(await page.getByRole("option").count()).toBe(items.length);
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, "search-zh-wide");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("unit") === items[0].ref);
    expect(await page.locator(".rank tr.selected").innerText()).toContain("南环社区");

    const [home] = (await console.ask<SearchAnswer>("/areas/demo/search?q=wenchangyuan")).items;
    await page.keyboard.press("/");
    await page.keyboard.type("wenchangyuan");
    // At once, before any answer is there.
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("residence") === home.ref);
    await expect.poll(() => page.locator(".card h2").innerText(), { timeout: 30_000 }).toBe(home.name);
    const [lon, lat] = (new URL(page.url()).searchParams.get("map") ?? "").split(",").map(Number);
    expect([lon.toFixed(4), lat.toFixed(4)]).toEqual(home.position.map((degrees) => degrees.toFixed(4)));

    await page.keyboard.press("/");
    await page.keyboard.type("qqqqqq");
    await page.getByText("没有找到").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("combobox", { name: "按名称搜索地点" }).inputValue()).toBe("");
    expect(await page.locator(".card").count()).toBe(1);
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get("unit") === items[0].ref && !url.searchParams.has("residence"));
  });

  it("draws a polygon, tells its figures, keeps it in the address, and gives it as a file", async () => {
    const page = await console.show(`?${QUESTION}`);
    await whole(page);
    const canvas = await page.locator(".maplibregl-canvas").boundingBox();
    if (canvas === null) throw new Error("no map");
    const at = (x: number, y: number): [number, number] => [canvas.x + canvas.width * x, canvas.y + canvas.height * y];
    await page.getByRole("button", { name: "画一片范围" }).click();
    for (const corner of [at(0.3, 0.3), at(0.7, 0.3), at(0.7, 0.6)]) await page.mouse.click(...corner);
    await page.getByText("已有 3 个角").waitFor();
    await page.keyboard.press("Backspace");
    await page.getByText("已有 2 个角").waitFor();
    await page.mouse.click(...at(0.65, 0.65));
    await page.mouse.dblclick(...at(0.3, 0.6));
    await page.locator(".card .headline").waitFor();
    const corners = readPolygon(new URL(page.url()).searchParams.get("polygon") ?? "") ?? [];
    expect(corners).toHaveLength(4);
    const response = await fetch(`${console.origin}/api/v1/coverage/polygon`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        area: "demo",
        category: "pharmacy",
        minutes: 15,
        polygon: { type: "Polygon", coordinates: [[...corners, corners[0]]] },
      }),
    });
    const { inside } = (await response.json()) as PolygonCoverage;
    const card = (await page.locator(".card").innerText()).replace(/\s+/g, " ");
    expect(card).toContain(shareShown(inside.residentShare ?? Number.NaN));
    for (const part of ["covered", "uncovered", "unknown"] as const)
      expect(card).toContain(`${countShown(inside.residents[part])} 人`);
    expect(card).toContain(`${inside.facilities} 处`);
    const border = (await screenMap(page)).at([
      (corners[0][0] + corners[1][0]) / 2,
      (corners[0][1] + corners[1][1]) / 2,
    ]);
    await expect
      .poll(async () => difference((await coloursAt(page, [border]))[0], DRAWN), { timeout: 30_000 })
      .toBeLessThan(60);
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, "polygon-zh-wide");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Excel" }).click(),
    ]);
    expect(file.suggestedFilename()).toContain("所画范围");

    await page.keyboard.press("Escape");
    await page.locator(".card").waitFor({ state: "detached" });
    await page.goBack();
    await page.locator(".card .headline").waitFor();
  });

  it("says that a polygon crosses itself, and takes one drawn by keyboard", async () => {
    const crossed = "104.29,38.09_104.31,38.1_104.31,38.09_104.29,38.1";
    const page = await console.show(`?${QUESTION}&polygon=${crossed}`);
    await page.locator(".card-failed").waitFor();
    expect(await page.locator(".card-failed").innerText()).toContain("多边形有误");
    await page.getByRole("button", { name: "重新画" }).click();
    const canvas = page.locator(".maplibregl-canvas");
    await canvas.focus();
    for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft"]) {
      await page.keyboard.press("Space");
      const before = page.url();
      await page.keyboard.press(key);
      await page.waitForURL((url) => String(url) !== before);
    }
    await page.getByText("已有 3 个角").waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".card .headline, .card .notice").first().waitFor();
    expect(readPolygon(new URL(page.url()).searchParams.get("polygon") ?? "")).toHaveLength(3);
    console.forgive(/400/);
  });

  it("on a phone: searches over the whole bar, draws by taps and buttons", async () => {
    const page = await console.show(`?${QUESTION}`, PHONE);
    await whole(page, ".summary-figure");
    await page.getByRole("button", { name: "按名称搜索地点" }).click();
    await page.keyboard.type("bhl");
    await page.getByRole("option").first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, "search-zh-phone");
    await page
      .getByRole("option", { name: /北环路/ })
      .first()
      .click();
    await page.locator(".card .verdict, .card .reach-told").first().waitFor();
    await page.getByRole("button", { name: "画一片范围" }).click();
    await page.locator(".sheet-handle").press("ArrowDown");
    for (const [x, y] of [
      [80, 250],
      [250, 240],
      [200, 420],
    ] as const)
      await page.mouse.click(x, y);
    await keepScreenshot(page, "drawing-zh-phone");
    await page.getByRole("button", { name: "完成" }).click();
    await page.locator(".card .headline, .card .notice").first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, "polygon-zh-phone");
  });
});
