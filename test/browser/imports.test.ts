/** Areas that come in by files: a district and Malta, on a service of their own. */
import { openAsBlob } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Coverage } from "../../server/api/schemas/coverage.ts";
import type { Effect } from "../../server/api/schemas/scenario-effect.ts";
import type { Scenario } from "../../server/api/schemas/scenarios.ts";
import type { Reach } from "../../server/api/schemas/walks.ts";
import { countShown, shareShown } from "../../web/state/figures.ts";
import { colour, coloursAt, difference, keepScreenshot } from "../support/browser.ts";
import { consolePages, goTo } from "../support/console-pages.ts";
import { addAt, askService, SOUTH } from "../support/plan-page.ts";
import { describeWith } from "../support/requirements.ts";
import { type RunningService, startService } from "../support/running-service.ts";
import { screenMap } from "../support/screen-map.ts";
import { sharedData } from "../support/shared-data.ts";

const ACCENT = colour("#0b5c5e");

/** The town's table of homes with one column more: every fifth is 65 or older, and of every tenth home nobody knows. */
function withAges(homes: string): string {
  const [heads, ...rows] = homes.trimEnd().split("\r\n");
  const more = rows.map((row, k) => `${row},${k % 10 === 9 ? "" : Math.floor(Number(row.split(",")[5]) / 5)}`);
  return [`${heads},65岁及以上`, ...more, ""].join("\r\n");
}

describeWith("chromium", "areas brought in, in a browser", () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service?.stop());
  const console = consolePages(() => service.origin);
  const coverageOf = (area: string) => console.ask<Coverage>(`/coverage?area=${area}&category=pharmacy&minutes=15`);
  const headline = (page: Page) => page.locator(".headline > b").innerText();
  const said = async (page: Page, selector: string) => (await page.locator(selector).innerText()).replace(/\s+/g, " ");

  const rowOf = (page: Page, table: string) =>
    page
      .getByRole("table", { name: table })
      .getByRole("row", { name: /65 岁及以上老年人/ })
      .getByRole("cell")
      .allInnerTexts();

  /** As any client sends them; the page that does so has a suite of its own. */
  async function bringIn(area: string, form: FormData): Promise<void> {
    const started = await fetch(`${service.origin}/api/v1/areas/${area}/imports`, { method: "POST", body: form });
    expect(started.status).toBe(202);
    const { id } = (await started.json()) as { id: string };
    const state = async () => (await console.ask<{ state: string }>(`/runs/${id}`)).state;
    await expect.poll(state, { timeout: 120_000, interval: 500 }).toBe("done");
  }

  it("shows the map of an area that was brought in, and the reach of a clicked point in real pixels", async () => {
    const form = new FormData();
    form.append("name", "河畔");
    for (const [part, file, crs] of [
      ["osm", "streets.osm", null],
      ["facilities", "facilities.csv", "gcj02"],
      ["communities", "communities.geojson", "wgs84"],
    ] as const) {
      if (crs !== null) form.append(`${part}Crs`, crs);
      form.append(part, await openAsBlob(join(service.dataDir, "demo", file)), file);
    }
    const homes = await readFile(join(service.dataDir, "demo", "residences.csv"), "utf8");
    form.append("residencesCrs", "bd09");
    form.append("residences", new Blob([withAges(homes)]), "residences.csv");
    await bringIn("riverside", form);
    const page = await console.open("?area=riverside");

    await page.locator(".headline").waitFor();
    const { whole } = await coverageOf("riverside");
    expect(await headline(page)).toBe(`${shareShown(whole.residentShare ?? Number.NaN)}%`);
    const old = whole.ages.from_65;
    expect(await rowOf(page, "按年龄")).toEqual([
      shareShown(old.covered / (old.covered + old.uncovered)),
      countShown(old.uncovered),
      countShown(old.unknown),
    ]);
    await page.getByText(`最多 ${countShown(old.unknownResidences)} 处居住地没有分年龄人数`).waitFor();
    expect(await said(page, ".figures >> nth=0")).toContain(`${countShown(whole.residents.uncovered)} 人`);
    await page.waitForURL(/map=/);
    await keepScreenshot(page, "coverage-zh-wide");

    const box = await page.locator(".maplibregl-canvas").boundingBox();
    if (box === null) throw new Error("no map");
    await page.mouse.click(box.x + box.width * 0.45, box.y + box.height * 0.45);
    await page.locator(".card .verdict").waitFor();
    const [lon, lat] = (new URL(page.url()).searchParams.get("place") ?? "").split(",");
    const reach = await console.ask<Reach>(`/reach?area=riverside&lon=${lon}&lat=${lat}&minutes=15`);
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

    const changes = [addAt(SOUTH)];
    const { id } = await askService<Scenario>(service.origin, "/scenarios", {
      area: "riverside",
      name: "南岸",
      changes,
    });
    await goTo(page, `?area=riverside&category=pharmacy&mode=what-if&scenario=${id}`);
    await page.getByRole("table", { name: "按年龄看变化" }).waitFor();
    const asked = { area: "riverside", category: "pharmacy", minutes: 15, changes, by: "area" };
    const effect = await askService<Effect>(service.origin, "/coverage/effect", asked);
    const { before, after, gained, lost } = effect.whole.ages.from_65.residents;
    expect(gained).toBeGreaterThan(0);
    const [was, is] = [before, after].map(({ covered, uncovered }) => shareShown(covered / (covered + uncovered)));
    expect(await rowOf(page, "按年龄看变化")).toEqual([countShown(gained), countShown(lost), was, is]);
    await keepScreenshot(page, "ages-zh-wide");
  });

  describeWith("shared data", "Malta", () => {
    it("draws, and its figures agree with the service", async () => {
      const form = new FormData();
      form.append("name", "Malta");
      const path = sharedData("malta/malta-2016.osm.pbf");
      if (path === null) throw new Error("no extract of Malta");
      form.append("osm", await openAsBlob(path), "malta-2016.osm.pbf");
      await bringIn("malta", form);

      const page = await console.open("?area=malta&category=pharmacy&lang=en");
      await page.locator(".headline").waitFor();
      const { whole } = await coverageOf("malta");
      expect(await headline(page)).toBe(`${shareShown(whole.residentShare ?? Number.NaN)}%`);
      expect(await said(page, ".panel.answer")).toContain("Estimate");
      expect(await said(page, ".attribution")).toContain("© OpenStreetMap contributors");
      await page.waitForURL(/map=/);
      await page.waitForLoadState("networkidle");
      await keepScreenshot(page, "malta-en-wide");
    });
  });
});
