/** What goes wrong and what is dark: a slow service, one that dies, an area without anything, the policy, the map by night. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Coverage } from "../../server/api/schemas/coverage.ts";
import { PALETTE } from "../../web/map/palette.ts";
import { shareShown } from "../../web/state/figures.ts";
import { ARTIFACTS, colour, coloursAt, difference, keepScreenshot, seriousFaults } from "../support/browser.ts";
import { consolePages, goTo, whole } from "../support/console-pages.ts";
import { describeWith } from "../support/requirements.ts";

const NIGHT_LAND = colour("#1b2325");

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

  it("says that the service is gone when it dies during a request, and goes on when it is back", async () => {
    const page = await console.open("?area=demo");
    await whole(page);
    await page.route("**/api/v1/**", (route) => route.abort("connectionreset"));
    await page.locator(".rank tbody .row-button").first().click();
    await page.getByText("连不上服务").first().waitFor({ timeout: 30_000 });
    await page.unroute("**/api/v1/**");
    await page.getByRole("button", { name: "重试" }).first().click();
    await page.getByText("连不上服务").first().waitFor({ state: "detached" });
    console.forgive(/ERR_CONNECTION_RESET|Failed to fetch/);
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
