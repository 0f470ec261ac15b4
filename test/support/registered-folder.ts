/** A folder with the demo town and its register in its store, as a service that starts on nothing makes them. @module */
import { Desk } from "../../server/analysis/desk.ts";
import { loadProfiles } from "../../server/analysis/profiles.ts";
import { RuleBook } from "../../server/analysis/spacing-rules.ts";
import { loadCatalogue } from "../../server/import/categories.ts";
import { openEmbedded } from "../../server/store/embedded/open.ts";
import { storeOver } from "../../server/store/open.ts";
import { demoFolder } from "./demo-folder.ts";
import { CACHE } from "./embedded-template.ts";
import { fillDemoRegister } from "./service.ts";

/** Whoever asks for it removes it. */
export async function registeredFolder(): Promise<string> {
  const folder = await demoFolder();
  const opened = await openEmbedded({ dataDir: folder, partsFolder: CACHE });
  const store = storeOver(opened, "embedded");
  const catalogue = await loadCatalogue();
  const desk = new Desk(store, await loadProfiles(), catalogue);
  try {
    await fillDemoRegister({ store, desk, rules: new RuleBook((code) => catalogue.byCode.has(code), null) });
  } finally {
    await desk.close();
    await opened.close();
  }
  return folder;
}
