/** Which pages a browser suite shows again, with pages that only count what is done to them. */
import type { Page } from "playwright-core";
import { describe, expect, it, vi } from "vitest";
import { consolePages } from "../../support/console-pages.ts";

const opened = vi.hoisted((): { closed: boolean; faults: string[] }[] => []);

vi.mock(import("../../support/browser.ts"), async (original) => ({
  ...(await original()),
  openBrowser: () => Promise.resolve({ close: () => Promise.resolve() } as never),
  openPage: () => {
    const state = { closed: false, faults: [] as string[] };
    opened.push(state);
    const done = () => Promise.resolve();
    const locator = { first: () => locator, waitFor: done };
    const close = () => {
      state.closed = true;
      return done();
    };
    const context = { close };
    const page = { goto: done, mouse: { move: done }, evaluate: done, locator: () => locator, context: () => context };
    return Promise.resolve({ page: page as unknown as Page, faults: state.faults, foreign: [] });
  },
}));

describe("pages of a suite", () => {
  const pages = consolePages(() => "http://127.0.0.1");
  const PHONE = { width: 390, height: 844 };
  const closed = () => opened.map((one) => one.closed);

  it("are opened once a size", async () => {
    await pages.show("?a");
    await pages.show("?b", PHONE);
    expect(opened).toHaveLength(2);
  });

  it("are shown again after a test that passed, beside one that is a test's own", async () => {
    await pages.show("?c");
    await pages.open("?d");
    expect(closed()).toEqual([false, false, false]);
  });

  it.fails("are left as they are by a test that fails", async () => {
    await pages.show("?e");
    throw new Error("as it is meant to");
  });

  it("are opened anew after it, where it had them", async () => {
    expect(closed()).toEqual([true, false, true]);
    await pages.show("?f");
    await pages.show("?g", PHONE);
    expect(closed()).toEqual([true, false, true, false]);
  });

  it("keep none of the faults that were forgiven", async () => {
    await pages.show("?h");
    opened[3].faults.push("GET 404");
    pages.forgive(/404/);
    await pages.show("?i");
    expect(opened).toHaveLength(4);
  });
});
