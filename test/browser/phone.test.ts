/** What-ifs with a finger on a phone, in English: taps and drags as the touch screen sends them. */
import type { CDPSession } from "playwright-core";
import { expect, it } from "vitest";
import type { Effect } from "../../server/api/schemas/scenario-effect.ts";
import { signedCount } from "../../web/state/signed.ts";
import { keepScreenshot, PHONE, seriousFaults } from "../support/browser.ts";
import { consolePages } from "../support/console-pages.ts";
import { askService, changeRows, draftOf, drawn, SOON, SOUTH, settled, takeTool } from "../support/plan-page.ts";
import { describeWith } from "../support/requirements.ts";
import { screenMap } from "../support/screen-map.ts";

type Point = readonly [x: number, y: number];
const QUESTION = { area: "demo", category: "pharmacy", minutes: 15, by: "area" } as const;

describeWith("chromium", "a phone in a browser", () => {
  const console = consolePages();

  it("adds a facility by a tap, drags it, and leaves the map to a bare finger and to two", async () => {
    const page = await console.open("?area=demo&lang=en&mode=what-if&map=104.298,38.086,13.6", PHONE);
    await settled(page, true);
    await page.getByRole("button", { name: "New scenario" }).click();
    await takeTool(page, "Add");
    await page.locator(".sheet-handle").press("ArrowDown");
    await drawn(page);
    const finger = await page.context().newCDPSession(page);
    const shown = async () => {
      const { whole } = await askService<Effect>(console.origin, "/coverage/effect", {
        ...QUESTION,
        changes: await draftOf(page),
      });
      const { gained, lost } = whole.residents;
      await expect.poll(() => page.locator(".summary-figure").innerText(), SOON).toBe(signedCount(gained - lost));
      return gained;
    };

    const at = (await screenMap(page)).at(SOUTH);
    await stroke(finger, [at]);
    await page.waitForURL(/draft=\w+\.1/);
    const [{ position = [0, 0] }] = await draftOf(page);
    expect([position[0].toFixed(3), position[1].toFixed(3)]).toEqual(SOUTH.map((degrees) => degrees.toFixed(3)));
    expect(await shown()).toBeGreaterThan(1000);

    await page.locator(".sheet-handle").press("ArrowUp");
    await takeTool(page, "Move");
    await page.locator(".sheet-handle").press("ArrowDown");
    await expect.poll(async () => (await page.locator(".sheet").boundingBox())?.y ?? 0, SOON).toBeGreaterThan(700);
    const from = (await screenMap(page)).at(SOUTH);
    // Two fingers mean the map: what the first had taken up is let go.
    await touch(finger, "touchStart", [from]);
    await touch(finger, "touchMove", [[from[0] + 12, from[1]]]);
    await page.locator(".drag-ghost").waitFor();
    await touch(finger, "touchStart", [
      [from[0] + 12, from[1]],
      [from[0] - 60, from[1] - 90],
    ]);
    await page.locator(".drag-ghost").waitFor({ state: "detached" });
    await touch(finger, "touchEnd", []);
    expect(new URL(page.url()).searchParams.get("draft")).toMatch(/\.1$/);

    const before = await screenMap(page);
    const start = before.at(SOUTH);
    await stroke(finger, [start, [start[0] + 20, start[1] - 10], [start[0] + 60, start[1] - 30]]);
    await page.waitForURL(/draft=\w+\.2/);
    const [moved] = await draftOf(page);
    const landed = before.at(moved.position ?? [0, 0]);
    expect(Math.hypot(landed[0] - start[0] - 60, landed[1] - start[1] + 30)).toBeLessThan(3);
    expect(await changeRows(page)).toEqual(["Add Pharmacy “New Pharmacy 1”"]);
    await shown();

    const camera = new URL(page.url()).searchParams.get("map");
    await stroke(finger, [
      [190, 330],
      [160, 300],
      [120, 260],
    ]);
    await page.waitForURL((url) => url.searchParams.get("map") !== camera);
    expect(new URL(page.url()).searchParams.get("draft")).toMatch(/\.2$/);

    await keepScreenshot(page, "what-if-finger-en-phone");
    await page.locator(".sheet-handle").press("ArrowUp");
    await page.locator("[data-effect=now]").waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    await keepScreenshot(page, "what-if-effect-en-phone");
  });
});

/** A finger put down at the first point, led over the others, and lifted. */
async function stroke(finger: CDPSession, [from, ...over]: readonly Point[]): Promise<void> {
  await touch(finger, "touchStart", [from]);
  for (const point of over) await touch(finger, "touchMove", [point]);
  await touch(finger, "touchEnd", []);
}

async function touch(
  finger: CDPSession,
  type: "touchStart" | "touchMove" | "touchEnd",
  points: readonly Point[],
): Promise<void> {
  await finger.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
}
