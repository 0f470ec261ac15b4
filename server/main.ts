/** Composition root: settings, store, demo town, desk, imports, service. Starts when it is loaded. @module */
import { existsSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { StandardsHands } from "./analysis/register/open-findings.ts";
import type { Words } from "./base/errors.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { keepCompiled } from "./keep-compiled.ts";
import { listAreas } from "./store/areas.ts";
import { openStore, type Store } from "./store/open.ts";

const DEMO_AREA = "demo";
const WEB_ROOT = fileURLToPath(new URL("../dist/web", import.meta.url));

async function start(config: Config): Promise<void> {
  tell({ zh: "打开数据库", en: "Opening the store" });
  // Modules once read are kept compiled. The embedded store opens in its own thread while the rest is loaded in this one.
  keepCompiled(join(config.dataDir, "compiled"));
  const [
    store,
    { Desk },
    { loadProfiles },
    { buildApp },
    { loadCatalogue },
    { importArea },
    { checkArea },
    { ImportRuns },
    { Uploads },
    { CoverageRuns },
    { RuleBook },
    { SitingRuns },
  ] = await Promise.all([
    openStore(config.store),
    import("./analysis/desk.ts"),
    import("./analysis/profiles.ts"),
    import("./api/app.ts"),
    import("./import/categories.ts"),
    import("./intake/import-area.ts"),
    import("./intake/check-area.ts"),
    import("./intake/runs.ts"),
    import("./intake/uploads.ts"),
    import("./runs/coverage-runs.ts"),
    import("./analysis/spacing-rules.ts"),
    import("./runs/siting-runs.ts"),
  ]);
  const isEmpty = (await listAreas(store.db)).length === 0;
  if (isEmpty) await importDemoTown(store, config.dataDir);
  const profiles = await loadProfiles();
  const catalogue = await loadCatalogue();
  const desk = new Desk(store, profiles, catalogue);
  const onFault = (error: unknown) => process.stderr.write(`${stackOf(error)}\n`);
  const coverageRuns = new CoverageRuns(store, desk, onFault);
  const sitingRuns = new SitingRuns(desk, onFault);
  const imports = new ImportRuns(
    async (files, progress, signal) => {
      const imported = await importArea(store, files, progress, signal);
      desk.refresh(files.areaId);
      return imported;
    },
    checkArea.bind(null, store),
    onFault,
  );
  const uploads = new Uploads();
  const webRoot = existsSync(join(WEB_ROOT, "index.html")) ? WEB_ROOT : null;
  const spacingRules = new RuleBook((code) => catalogue.byCode.has(code), config.spacingRules);
  if (isEmpty) await fillDemoRegister({ desk, store, rules: spacingRules });
  const services = {
    store,
    desk,
    profiles,
    catalogue,
    imports,
    uploads,
    coverageRuns,
    sitingRuns,
    spacingRules,
    webRoot,
  };
  const app = await buildApp(services, config.logLevel);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // Closed first: an upload that ends meanwhile must not start an import that nobody cancels.
    await app.close();
    await imports.cancelAll();
    await coverageRuns.cancelAll();
    await sitingRuns.cancelAll();
    await uploads.close();
    await desk.close();
    await store.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => void stop().then(() => process.exit(0)));
  try {
    const address = await app.listen({ host: config.host, port: config.port });
    process.stdout.write(`一刻钟 Yikezhong: ${address}\n`);
    flushCompileCache();
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The town goes through the very import that a district would use. */
async function importDemoTown(store: Store, dataDir: string): Promise<void> {
  tell({ zh: "数据库是空的：生成虚构的演示区", en: "The store is empty: making the invented demo town" });
  const [{ buildDemoTown }, { importArea }] = await Promise.all([
    import("../data/demo/build.ts"),
    import("./intake/import-area.ts"),
  ]);
  const { areaId, areaName, files } = await buildDemoTown(join(dataDir, "demo"));
  const stated = ({ path, crs }: { path: string; crs: string }) => ({
    path,
    crs,
    file: path.split(/[\\/]/).at(-1) ?? path,
  });
  let last = "";
  await importArea(
    store,
    {
      areaId,
      areaName,
      demo: true,
      osm: stated(files.streets),
      boundary: stated(files.boundary),
      residences: stated(files.residences),
      facilities: stated(files.facilities),
      communities: stated(files.communities),
      population: null,
    },
    (_, step) => {
      if (step.en !== last) tell(step);
      last = step.en;
    },
    new AbortController().signal,
  );
}

/** Units and tables of the recipe go through the imports that offices use. */
async function fillDemoRegister(hands: StandardsHands): Promise<void> {
  tell({ zh: "登记演示区的台账", en: "Filling in the register of the demo town" });
  const [{ seedRegister }, { demoRegister }] = await Promise.all([
    import("./analysis/register/seed-register.ts"),
    import("../data/demo/register.ts"),
  ]);
  await seedRegister(hands, DEMO_AREA, demoRegister());
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function tell({ zh, en }: Words): void {
  process.stderr.write(`${zh} · ${en}\n`);
}

try {
  await start(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : stackOf(error)}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
}
