/** Gates of the console: an area seen for the first time, and another category shown. @module */
import type { Page } from "playwright-core";
import { type Gate, milliseconds } from "./support/gates.ts";
import { median } from "./support/timing.ts";

export interface Views {
  readonly origin: string;
  readonly area: string;
  /** Codes; the first is seen first, every other is switched to once, so that the service has not answered about it before. */
  readonly categories: readonly [string, ...string[]];
  /** The area, in words. */
  readonly size: string;
}

const FIRST_VIEW_MS = 2000;
const SWITCH_MS = 150;

export async function openingAndSwitching(page: Page, { origin, area, categories, size }: Views): Promise<Gate[]> {
  const [first, ...others] = categories;
  await page.goto(`${origin}/?area=${area}&category=${first}&lang=en`);
  const painted = await paintedAfter(page, 0);
  const loaded = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return entry.loadEventEnd;
  });
  await page.waitForURL(/map=/);
  await settled(page);
  const switches: number[] = [];
  for (const category of others) {
    const asked = await showCategory(page, category);
    switches.push((await paintedAfter(page, asked)) - asked);
    await settled(page);
  }
  const [view, switched] = [painted - loaded, median(switches)];
  return [
    {
      what: `first view of ${size}: from the loaded page to all of it painted`,
      ours: milliseconds(view),
      peer: milliseconds(FIRST_VIEW_MS),
      ratio: view / FIRST_VIEW_MS,
      bound: { most: 1 },
    },
    {
      what: `another of ${categories.length} categories, none asked about before: from the address to all of it painted`,
      ours: milliseconds(switched),
      peer: milliseconds(SWITCH_MS),
      ratio: switched / SWITCH_MS,
      bound: { most: 1 },
    },
  ];
}

/** Milliseconds of the page's clock at which the whole map stood painted, the first time after a moment. */
export async function paintedAfter(page: Page, moment: number): Promise<number> {
  const read = await page.waitForFunction(
    (since) => performance.getEntriesByName("painted whole").find(({ startTime }) => startTime > since)?.startTime,
    moment,
    { polling: 20 },
  );
  return (await read.jsonValue()) as number;
}

/** As back and forward would bring it; says when. */
function showCategory(page: Page, category: string): Promise<number> {
  return page.evaluate((code) => {
    const address = new URL(location.href);
    address.searchParams.set("category", code);
    const now = performance.now();
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
    return now;
  }, category);
}

/** Lists, charts and tiles of the neighbourhood have come too. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1000);
}
