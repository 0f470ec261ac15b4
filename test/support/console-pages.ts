/** Pages of the console for one browser suite: opened on the shared service, watched, and closed after each test. @module */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { openBrowser, openPage, type WatchedPage, WIDE } from "./browser.ts";
import "./provided.ts";

type Viewport = { readonly width: number; readonly height: number };

export interface ConsolePages {
  readonly origin: string;
  /** A page of its own. */
  open(search: string, viewport?: Viewport): Promise<Page>;
  /**
   * As {@link open}, in the page of that size that a test before it was shown: a load costs seven seconds of processor
   * time, another address one. For tests that reroute no request, and that nothing of the first load is about.
   */
  show(search: string, viewport?: Viewport): Promise<Page>;
  /** GET under `/api/v1`, which must succeed. */
  ask<T>(path: string): Promise<T>;
  /** Faults that this test brought about, and that are therefore none. */
  forgive(pattern: RegExp): void;
}

/** Registers the hooks; to be called inside `describe`. A page that reports a fault, or asks anybody else, fails its test. */
export function consolePages(originOf: () => string = sharedOrigin): ConsolePages {
  let browser: Browser;
  const watched: WatchedPage[] = [];
  /** Pages to be shown again, by size. */
  const kept = new Map<string, WatchedPage>();
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async ({ task }) => {
    const faults = watched.flatMap((one) => one.faults);
    const foreign = watched.flatMap((one) => one.foreign);
    // Nobody knows in what state a test that failed left its page: the next one is not to fail by it.
    const failed = task.result?.state === "fail" || faults.length + foreign.length > 0;
    for (const [size, one] of kept) if (failed && watched.includes(one)) kept.delete(size);
    const stays = new Set(kept.values());
    for (const one of watched) if (!stays.has(one)) await one.page.context().close();
    watched.length = 0;
    expect([faults, foreign]).toEqual([[], []]);
  });
  const load = async (search: string, viewport: Viewport): Promise<WatchedPage> => {
    const one = await openPage(browser, originOf(), viewport);
    watched.push(one);
    await one.page.goto(`${originOf()}/${search}`);
    return one;
  };
  return {
    get origin() {
      return originOf();
    },
    open: async (search, viewport = WIDE) => (await load(search, viewport)).page,
    async show(search, viewport = WIDE) {
      const size = `${viewport.width} × ${viewport.height}`;
      const known = kept.get(size);
      if (known === undefined) {
        const one = await load(search, viewport);
        kept.set(size, one);
        return one.page;
      }
      watched.push(known);
      const { page } = known;
      await page.mouse.move(0, 0);
      // By way of a page without a map: what the last test left open there goes with it.
      await goTo(page, "?page=data");
      await page.locator(".maplibregl-canvas").first().waitFor({ state: "detached" });
      await page.locator(".data-page").waitFor();
      await goTo(page, search);
      return page;
    },
    async ask(path) {
      const response = await fetch(`${originOf()}/api/v1${path}`);
      expect([path, response.status]).toEqual([path, 200]);
      return (await response.json()) as never;
    },
    forgive(pattern) {
      for (const { faults } of watched)
        faults.splice(0, faults.length, ...faults.filter((fault) => !pattern.test(fault)));
    },
  };
}

function sharedOrigin(): string {
  const origin = inject("demoOrigin");
  if (origin === null) throw new Error("no service was started: there is no Chromium");
  return origin;
}

/** Waits until the answer stands and the map has its place; drawing may still go on. */
export async function whole(page: Page, answer = ".headline"): Promise<void> {
  await page.locator(answer).first().waitFor();
  await page.waitForURL(/map=/);
}

/** Another address in the same page, as back and forward would bring it: a load costs seconds. */
export async function goTo(page: Page, search: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }, search);
}
