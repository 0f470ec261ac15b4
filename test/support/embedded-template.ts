/** A database folder with the schema in it, built once and kept: an embedded store starts from it in 2–3 s instead of 10 s. @module */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openEmbedded } from "../../server/store/embedded/open.ts";
import { migrate } from "../../server/store/migrate.ts";

const TOP = fileURLToPath(new URL("../../", import.meta.url));
/** What tests keep from one run to the next. */
export const CACHE = join(TOP, "node_modules/.cache/yikezhong");
const MIGRATIONS = join(TOP, "db/migrations");

export async function embeddedTemplate(): Promise<Uint8Array> {
  const path = join(CACHE, `pglite-template-${versions()}.tar`);
  if (existsSync(path)) return readFileSync(path);
  const store = await openEmbedded({ dataDir: null, partsFolder: CACHE });
  try {
    await migrate(store.db);
    const template = await store.client.dump();
    mkdirSync(CACHE, { recursive: true });
    // Several suites may build it at once: each writes a file of its own, and the last one to finish is kept.
    writeFileSync(`${path}.${process.pid}`, template);
    renameSync(`${path}.${process.pid}`, path);
    return template;
  } finally {
    await store.close();
  }
}

/** Of the packages and of every migration: a template of other ones is never used. */
function versions(): string {
  const hash = createHash("sha256");
  for (const name of ["pglite", "pglite-postgis"]) {
    hash.update(readFileSync(join(TOP, "node_modules/@electric-sql", name, "package.json")));
  }
  for (const file of readdirSync(MIGRATIONS).sort()) hash.update(file).update(readFileSync(join(MIGRATIONS, file)));
  return hash.digest("hex").slice(0, 16);
}
