/** A folder with the demo town in its store, from a copy: an import takes ten times as long. @module */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "../../server/store/embedded/open.ts";
import { demoTemplate } from "./demo-town.ts";
import { CACHE } from "./embedded-template.ts";
import { type RunningService, startService } from "./running-service.ts";

/** Whoever asks for it removes it. */
export async function demoFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "yikezhong-browser-"));
  await (await openEmbedded({ dataDir: folder, template: await demoTemplate(), partsFolder: CACHE })).close();
  return folder;
}

/** A service of a suite's own on such a folder, which goes with it. */
export async function startDemoService(): Promise<RunningService> {
  const folder = await demoFolder();
  const service = await startService(folder);
  const stop = async () => {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...service, stop };
}
