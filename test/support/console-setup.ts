/** One Chromium for every browser suite, and one service with the demo town and the built console for those that change neither. @module */
import { rm } from "node:fs/promises";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { buildConsole, consoleState } from "../../scripts/console-build.ts";
import { ARGUMENTS, findChromium } from "./chromium.ts";
import { demoFolder } from "./demo-folder.ts";
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
  const folder = await demoFolder();
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
