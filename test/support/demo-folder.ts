/** A folder with the demo town in its store, from a copy: an import takes ten times as long. @module */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "../../server/store/embedded/open.ts";
import { demoTemplate } from "./demo-town.ts";
import { CACHE } from "./embedded-template.ts";

/** Whoever asks for it removes it. */
export async function demoFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "yikezhong-browser-"));
  await (await openEmbedded({ dataDir: folder, template: await demoTemplate(), partsFolder: CACHE })).close();
  return folder;
}
