/** One service with the demo town and one built console for every browser suite that changes neither. @module */
import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { buildConsole, consoleState } from "../../scripts/console-build.ts";
import { findChromium } from "./chromium.ts";
import { demoFolder } from "./demo-folder.ts";
import "./provided.ts";
import { startService } from "./running-service.ts";

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  if (findChromium() === null) {
    project.provide("demoOrigin", null);
    return async () => {};
  }
  if (consoleState() !== "current") await buildConsole();
  const folder = await demoFolder();
  const service = await startService(folder);
  project.provide("demoOrigin", service.origin);
  return async () => {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
