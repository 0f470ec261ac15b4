/** The page of what-ifs as tests work it and read it. @module */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Change } from "../../server/api/schemas/scenarios.ts";
import { signedCount } from "../../web/state/signed.ts";

/** A busy machine draws slowly. */
export const SOON = { timeout: 20_000 };

/** South of the demo town's river, where it has no pharmacy. */
export const SOUTH = [104.298, 38.083] as const;

/** The change that a first click with "add" makes. */
export function addAt([lon, lat]: readonly [number, number]): Change {
  return { kind: "add_facility", ref: "new-1", category: "pharmacy", name: "新药店 1", position: [lon, lat] };
}

/** The changes that the window holds, read where a reload would find them. */
export async function draftOf(page: Page): Promise<Change[]> {
  const [id, version] = (new URL(page.url()).searchParams.get("draft") ?? "").split(".");
  const text = await page.evaluate((key) => sessionStorage.getItem(key), `draft ${id}`);
  return (JSON.parse(text ?? "null") as { versions: { changes: Change[] }[] }).versions[Number(version)].changes;
}

export function changeRows(page: Page): Promise<string[]> {
  return page.locator(".change-words button").allInnerTexts();
}

/** Waits for these two figures, of the effect that belongs to the changes in the list. */
export async function effectShown(page: Page, { gained, lost }: { gained: number; lost: number }): Promise<void> {
  await page.locator("[data-effect=now]").waitFor();
  const shown = () => page.locator(".turned dd b").allInnerTexts();
  await expect.poll(shown, SOON).toEqual([signedCount(gained), signedCount(-lost)]);
}

/** A click on the map does nothing before its layers are drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.locator(".maplibregl-canvas").first().waitFor();
  await page.waitForLoadState("networkidle");
}

/** All is loaded, and a phone's sheet is open. */
export async function settled(page: Page, isPhone: boolean): Promise<void> {
  if (isPhone) await page.locator(".sheet").waitFor();
  if (isPhone && (await page.locator(".sheet-folded").count()) > 0)
    await page.locator(".sheet-handle").press("ArrowUp");
  await page.waitForLoadState("networkidle");
}

export function takeTool(page: Page, name: string): Promise<void> {
  return page.locator(".tool").getByText(name, { exact: true }).click();
}

/** An answer that must be a good one. */
export async function askService<T>(
  origin: string,
  path: string,
  body?: object,
  method: "POST" | "PUT" = "POST",
): Promise<T> {
  const headers = { "content-type": "application/json" };
  const init = body === undefined ? {} : { method, headers, body: JSON.stringify(body) };
  const response = await fetch(`${origin}/api/v1${path}`, init);
  expect(response.ok).toBe(true);
  return (await response.json()) as T;
}
