/** Chromium for tests: pages that note every fault and every foreign request, screenshots kept, and the colours of their pixels. @module */
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page, type Request } from "playwright-core";
import { expect, inject } from "vitest";
import { ARGUMENTS } from "./chromium.ts";
import { readPng } from "./png.ts";
import "./provided.ts";

/** Where pictures and figures of a run are kept, to be looked at. */
export const ARTIFACTS = join(import.meta.dirname, "..", "..", "test-artifacts");
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export const WIDE = { width: 1440, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

export type Colour = readonly [red: number, green: number, blue: number];

export interface WatchedPage {
  readonly page: Page;
  /** Console errors, exceptions, and answers of 400 and above. */
  readonly faults: string[];
  /** Addresses asked for outside the service. */
  readonly foreign: string[];
}

/** What each page has asked for and has no answer to yet. */
const PENDING = new WeakMap<Page, ReadonlySet<Request>>();
const QUIET_MS = 500;

/** Nothing was asked for in the last half second, as `networkidle` means it, which holds for the first address of a page alone. */
export async function quiet(page: Page): Promise<void> {
  const pending = PENDING.get(page) ?? new Set();
  let since = Date.now();
  const noise = () => {
    since = Date.now();
  };
  page.on("request", noise);
  try {
    const isQuiet = () => pending.size === 0 && Date.now() - since >= QUIET_MS;
    await expect.poll(isQuiet, { timeout: 60_000, interval: 50 }).toBe(true);
  } finally {
    page.off("request", noise);
  }
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = inject("chromiumPath");
  if (executablePath === null) throw new Error("no Chromium was found");
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

export async function openPage(
  browser: Browser,
  origin: string,
  viewport: { readonly width: number; readonly height: number },
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  const page = await context.newPage();
  const faults: string[] = [];
  const foreign: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  const pending = new Set<Request>();
  PENDING.set(page, pending);
  page.on("requestfinished", (request) => pending.delete(request));
  page.on("requestfailed", (request) => pending.delete(request));
  page.on("request", (request) => {
    pending.add(request);
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith("data:") && !url.startsWith(`blob:${origin}/`))
      foreign.push(url);
  });
  return { page, faults, foreign };
}

/** Kept under `test-artifacts/`, to be opened and judged. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await mkdir(ARTIFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTIFACTS, `${name}.png`) });
}

/** Colours of the page as painted, at points in CSS pixels. */
export async function coloursAt(page: Page, points: readonly (readonly [x: number, y: number])[]): Promise<Colour[]> {
  const [left, top] = [0, 1].map((axis) => Math.floor(Math.min(...points.map((point) => point[axis]))));
  const [right, bottom] = [0, 1].map((axis) => Math.ceil(Math.max(...points.map((point) => point[axis]))));
  // Only what is looked at: a whole page takes a second to pack and unpack.
  const clip = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  const { width, channels, bytes } = readPng(await page.screenshot({ clip }));
  return points.map(([x, y]) => {
    const at = (Math.round(y - top) * width + Math.round(x - left)) * channels;
    return [bytes[at], bytes[at + 1], bytes[at + 2]] as const;
  });
}

/** Greatest difference in any channel, 0 … 255. */
export function difference(a: Colour, b: Colour): number {
  return Math.max(...a.map((part, k) => Math.abs(part - b[k])));
}

export function colour(hex: string): Colour {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
}

/** Faults that axe calls serious or critical. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's own policy would refuse that.
  await page.evaluate(await readAxe());
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

async function readAxe(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  return readFile(AXE, "utf8");
}
