/** One Chromium for every browser suite, and one service with the demo town and the built console for those that change neither. @module */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { buildConsole, consoleState } from "../../scripts/console-build.ts";
import { openEmbedded } from "../../server/store/embedded/open.ts";
import { ARGUMENTS, findChromium } from "./chromium.ts";
import { demoTemplate } from "./demo-town.ts";
import { CACHE } from "./embedded-template.ts";
import "./provided.ts";
import { startService } from "./running-service.ts";

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium();
  if (executablePath === null) {
    project.provide("demoOrigin", null);
    project.provide("browserEndpoint", null);
    return async () => {};
  }
  if (consoleState() !== "current") await buildConsole();
  const folder = await mkdtemp(join(tmpdir(), "yikezhong-browser-"));
  // From a copy, not by an import: that takes ten times as long.
  await (await openEmbedded({ dataDir: folder, template: await demoTemplate(), partsFolder: CACHE })).close();
  const service = await startService(folder);
  project.provide("demoOrigin", service.origin);
  // Started once: a page in a browser that has just started takes three times the processor time of the next.
  const browser = await chromium.launchServer({ executablePath, args: ARGUMENTS });
  project.provide("browserEndpoint", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
