/** One service with the demo town and one built console for every browser suite that changes neither. @module */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildConsole, consoleState } from "../../scripts/console-build.ts";
import { openEmbedded } from "../../server/store/embedded/open.ts";
import { findChromium } from "./chromium.ts";
import { demoTemplate } from "./demo-town.ts";
import { CACHE } from "./embedded-template.ts";
import "./provided.ts";
import { startService } from "./running-service.ts";

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  if (findChromium() === null) {
    project.provide("demoOrigin", null);
    return async () => {};
  }
  if (consoleState() !== "current") await buildConsole();
  const folder = await mkdtemp(join(tmpdir(), "yikezhong-browser-"));
  // From a copy, not by an import: that takes ten times as long.
  await (await openEmbedded({ dataDir: folder, template: await demoTemplate(), partsFolder: CACHE })).close();
  const service = await startService(folder);
  project.provide("demoOrigin", service.origin);
  return async () => {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
