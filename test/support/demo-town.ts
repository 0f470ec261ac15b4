/** The demo town as an import states it, and databases that hold it already: importing it takes 10 s, opening a copy 3 s or less. @module */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDemoTown } from "../../data/demo/build.ts";
import type { ImportFiles } from "../../server/intake/files.ts";
import { importArea } from "../../server/intake/import-area.ts";
import { openEmbedded } from "../../server/store/embedded/open.ts";
import { type Store, storeOver } from "../../server/store/open.ts";
import { CACHE, embeddedTemplate } from "./embedded-template.ts";
import { databaseLike, databaseToRead, type FreshDatabase } from "./stores.ts";

const TOP = fileURLToPath(new URL("../../", import.meta.url));
const PREFIX = "pglite-demo-";
/** What the imported rows depend on. */
const SOURCES = ["data", "db", "server/base", "server/import", "server/network", "server/intake", "server/store"];
const DAY_MS = 24 * 60 * 60 * 1000;

/** Writes the town's files into a folder. */
export async function demoFiles(folder: string): Promise<ImportFiles> {
  const { areaId, areaName, files } = await buildDemoTown(folder);
  const stated = <Crs extends string>({ path, crs }: { path: string; crs: Crs }) => ({
    path,
    crs,
    file: basename(path),
  });
  return {
    areaId,
    areaName,
    demo: true,
    osm: stated(files.streets),
    boundary: stated(files.boundary),
    residences: stated(files.residences),
    facilities: stated(files.facilities),
    communities: stated(files.communities),
    population: null,
  };
}

export async function importDemoTown(store: Store): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "circle-demo-"));
  try {
    await importArea(store, await demoFiles(folder), () => {}, new AbortController().signal);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A database of its own on the server of the tests, with the town in it. */
export function demoDatabase(): Promise<FreshDatabase> {
  return databaseLike("circle_demo", importDemoTown);
}

/** Address of one more, for all who only read it. */
export function demoDatabaseToRead(): Promise<string> {
  return databaseToRead("circle_demo", importDemoTown);
}

/** Tar of an embedded database with the town in it, kept until anything that it depends on changes. */
export async function demoTemplate(): Promise<Uint8Array> {
  const path = join(CACHE, `${PREFIX}${fingerprint()}.tar`);
  if (existsSync(path)) return readFileSync(path);
  const opened = await openEmbedded({ dataDir: null, template: await embeddedTemplate(), partsFolder: CACHE });
  try {
    await importDemoTown(storeOver(opened, "embedded"));
    const template = await opened.client.dump();
    mkdirSync(CACHE, { recursive: true });
    removeOld();
    writeFileSync(`${path}.${process.pid}`, template);
    renameSync(`${path}.${process.pid}`, path);
    return template;
  } finally {
    await opened.close();
  }
}

/** Each is some 70 MB, and another checkout or run may still read a young one. */
function removeOld(): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (name.startsWith(PREFIX) && Date.now() - statSync(path).mtimeMs > DAY_MS) rmSync(path, { force: true });
  }
}

function fingerprint(): string {
  const hash = createHash("sha256").update(readFileSync(join(TOP, "package-lock.json")));
  for (const folder of SOURCES) {
    const names = readdirSync(join(TOP, folder), { recursive: true, encoding: "utf8" }).sort();
    for (const name of names) {
      if (/\.(ts|json)$/.test(name)) hash.update(`${folder}/${name}\0`).update(readFileSync(join(TOP, folder, name)));
    }
  }
  return hash.digest("hex").slice(0, 16);
}
