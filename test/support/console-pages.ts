/** Pages of the console for one browser suite: opened on the shared service, watched, and closed after each test. @module */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { openBrowser, openPage, type PHONE, type WatchedPage, WIDE } from "./browser.ts";
import "./provided.ts";

export interface ConsolePages {
  readonly origin: string;
  open(search: string, viewport?: typeof WIDE | typeof PHONE): Promise<Page>;
  /** GET under `/api/v1`, which must succeed. */
  ask<T>(path: string): Promise<T>;
  /** Faults that this test brought about, and that are therefore none. */
  forgive(pattern: RegExp): void;
}

/** Registers the hooks; to be called inside `describe`. A page that reports a fault, or asks anybody else, fails its test. */
export function consolePages(originOf: () => string = sharedOrigin): ConsolePages {
  let browser: Browser;
  const watched: WatchedPage[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    const faults = watched.flatMap((one) => one.faults);
    const foreign = watched.flatMap((one) => one.foreign);
    for (const { page } of watched) await page.context().close();
    watched.length = 0;
    expect([faults, foreign]).toEqual([[], []]);
  });
  return {
    get origin() {
      return originOf();
    },
    async open(search, viewport = WIDE) {
      const one = await openPage(browser, originOf(), viewport);
      watched.push(one);
      await one.page.goto(`${originOf()}/${search}`);
      return one.page;
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
