/** What goes wrong and what is dark: a slow service, one that is killed, an area without anything, the policy, the map by night. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Coverage } from "../../server/api/schemas/coverage.ts";
import type { Effect } from "../../server/api/schemas/scenario-effect.ts";
import type { Scenario } from "../../server/api/schemas/scenarios.ts";
import { PALETTE } from "../../web/map/palette.ts";
import { shareShown } from "../../web/state/figures.ts";
import { ARTIFACTS, colour, coloursAt, difference, keepScreenshot, seriousFaults } from "../support/browser.ts";
import { consolePages, goTo, whole } from "../support/console-pages.ts";
import { demoFolder } from "../support/demo-folder.ts";
import { addAt, askService, changeRows, drawn, effectShown, SOON, SOUTH, takeTool } from "../support/plan-page.ts";
import { describeWith } from "../support/requirements.ts";
import { type RunningService, startService } from "../support/running-service.ts";

const NIGHT_LAND = colour("#1b2325");

describeWith("chromium", "a service that is killed under the page", () => {
  let folder: string;
  let service: RunningService;
  beforeAll(async () => {
    folder = await demoFolder();
    service = await startService(folder);
  });
  afterAll(async () => {
    await service?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const console = consolePages(() => service.origin);

  it("is told, and once it is started again the page goes on by itself with everything that was typed", async () => {
    const page = await console.open("?area=demo&category=pharmacy&map=104.3003,38.0930,13.6&mode=what-if");
    await page.getByRole("button", { name: "新建方案" }).click();
    await page.getByLabel("方案名称").fill("南岸药店");
    await takeTool(page, "新增设施");
    await drawn(page);
    await service.kill();
    await page.getByLabel("坐标", { exact: true }).fill(SOUTH.join(","));
    await page.keyboard.press("Enter");
    await page.getByText("恢复后会自动接着读").waitFor(SOON);
    expect(await changeRows(page)).toEqual(["新增药店“新药店 1”"]);
    // A map that is moved meanwhile has holes.
    await page.locator(".maplibregl-canvas").first().focus();
    for (let k = 0; k < 4; k++) await page.keyboard.press("ArrowUp");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByText("连不上服务").nth(1).waitFor(SOON);
    await keepScreenshot(page, "killed-zh-wide");

    const tiles: number[] = [];
    page.on("response", (response) => {
      if (response.url().includes("/tiles/")) tiles.push(response.status());
    });
    service = await startService(folder, Number(new URL(service.origin).port));
    await page.getByText("恢复后会自动接着读").waitFor({ state: "detached", timeout: 60_000 });
    const changes = [addAt(SOUTH)];
    const { whole: told } = await askService<Effect>(service.origin, "/coverage/effect", {
      ...{ area: "demo", category: "pharmacy", minutes: 15, changes, by: "area" },
    });
    await effectShown(page, told.residents);
    expect(await page.getByLabel("方案名称").inputValue()).toBe("南岸药店");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByText("已保存（第 1 稿）").waitFor(SOON);
    const id = new URL(page.url()).searchParams.get("scenario");
    expect(await console.ask<Scenario>(`/scenarios/${id}`)).toMatchObject({ name: "南岸药店", changes });
    await expect.poll(() => tiles.length, SOON).toBeGreaterThan(0);
    expect(tiles.filter((status) => status !== 200)).toEqual([]);
    console.forgive(/ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|Failed to fetch/);
  });
});

describeWith("chromium", "the console when things go wrong", () => {
  const console = consolePages();

  it("keeps the figures before, dimmed, while a slow service works, and tells how long a switch took", async () => {
    const page = await console.open("?area=demo&category=pharmacy");
    await whole(page);
    const before = await page.locator(".headline > b").innerText();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/api/v1/coverage?**", async (route) => {
      await released;
      await route.continue();
    });
    await goTo(page, "?area=demo&category=clinic&minutes=5");
    await page.locator(".answer.outdated[aria-busy=true]").waitFor();
    expect(await page.locator(".headline > b").innerText()).toBe(before);
    release();
    const { whole: sums } = await console.ask<Coverage>("/coverage?area=demo&category=clinic&minutes=5");
    await expect
      .poll(() => page.locator(".headline > b").innerText(), { timeout: 30_000 })
      .toBe(`${shareShown(sums.residentShare ?? Number.NaN)}%`);
    await page.unroute("**/api/v1/coverage?**");

    // Told, not judged: machines differ.
    const took = await page.evaluate(async () => {
      const started = performance.now();
      history.pushState(null, "", "?area=demo&category=supermarket&minutes=5");
      dispatchEvent(new PopStateEvent("popstate"));
      await new Promise<void>((resolve) => {
        const look = () => {
          const isNew = document.querySelector(".headline")?.textContent?.includes("超市") === true;
          if (isNew && document.querySelector(".answer.outdated") === null) resolve();
          else requestAnimationFrame(look);
        };
        look();
      });
      const [load] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      return { switchMs: performance.now() - started, loadMs: load.loadEventEnd };
    });
    await mkdir(ARTIFACTS, { recursive: true });
    await writeFile(join(ARTIFACTS, "speed.json"), JSON.stringify(took));
  });

  it("says what an area without any facility needs", async () => {
    const page = await console.open("?page=data&area=demo");
    await page.locator(".plain").first().waitFor();
    await page.route("**/api/v1/areas/demo/categories", (route) => route.fulfill({ json: { items: [] } }));
    await page.getByRole("button", { name: "覆盖", exact: true }).click();
    await page.getByText("这个区域还没有设施").waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, "empty-zh-wide");
    await page.getByRole("button", { name: "导入数据" }).click();
    await page.locator(".plain").first().waitFor();
  });

  it("runs no script but its own", async () => {
    const page = await console.open("?page=data&area=demo");
    await page.locator(".plain").first().waitFor();
    const policy = (await page.request.get(console.origin)).headers()["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("object-src 'none'");
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.strayed = true";
      document.body.append(script);
      return "strayed" in window;
    });
    expect(ran).toBe(false);
    console.forgive(/Content Security Policy/);
  });

  it("turns the map dark and pale again, and keeps it in the address", async () => {
    const page = await console.open("?area=demo&ground=night");
    await whole(page);
    const canvas = await page.locator(".maplibregl-canvas").boundingBox();
    if (canvas === null) throw new Error("no map");
    const corner = [canvas.x + 30, canvas.y + 30] as const;
    const shows = (wanted: readonly [number, number, number]) => async () =>
      difference((await coloursAt(page, [corner]))[0], wanted);
    await expect.poll(shows(NIGHT_LAND), { timeout: 30_000 }).toBeLessThan(6);
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, "night-zh-wide");
    await page.getByRole("button", { name: "浅色底图" }).click();
    await expect.poll(shows(colour(PALETTE.land)), { timeout: 30_000 }).toBeLessThan(6);
    expect(page.url()).not.toContain("ground=");
  });
});
