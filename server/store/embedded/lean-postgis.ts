/**
 * PostGIS for the embedded database without what is never used of it.
 *
 * The package brings rasters, topology and every upgrade script: 110 MB that each opening would unpack and compile
 * again. The geometry half alone opens in 0.45 of the processor time. It is made once and kept beside the database.
 * @module
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Extension } from "@electric-sql/pglite";
import { postgis } from "@electric-sql/pglite-postgis";

/** The code, the coordinate systems, and what `create extension` reads. */
const NEEDED =
  /^(lib\/postgresql\/postgis-3\.so|share\/proj\/proj\.db|share\/postgresql\/extension\/postgis(\.control|--\d+\.\d+\.\d+\.sql))$/;
const BLOCK = 512;
/** Type of an entry that is a folder, in the header of a tar. */
const FOLDER = "5".charCodeAt(0);

/** @param folder where the smaller bundle is kept, made if it is not there; null uses the package's own */
export function leanPostgis(folder: string | null): Extension {
  if (folder === null) return postgis;
  return {
    ...postgis,
    async setup(database, options) {
      const result = await postgis.setup(database, options);
      if (result.bundlePath === undefined) throw new Error("the package of PostGIS names no bundle");
      return { ...result, bundlePath: pathToFileURL(await leanBundle(result.bundlePath, folder)) };
    },
  };
}

async function leanBundle(whole: URL, folder: string): Promise<string> {
  const manifest = await readFile(new URL("../package.json", whole));
  const path = join(folder, `postgis-${createHash("sha256").update(manifest).digest("hex").slice(0, 16)}.tar.gz`);
  if (existsSync(path)) return path;
  const kept = entriesOf(await promisify(gunzip)(await readFile(whole)));
  await mkdir(folder, { recursive: true });
  // Another process may be making it too: each writes a file of its own, and whole files take its name.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, await promisify(gzip)(Buffer.concat([...kept, Buffer.alloc(2 * BLOCK)])));
  await rename(draft, path);
  return path;
}

/** Entries of a tar that are {@link NEEDED}, headers included, and all folders. */
function entriesOf(tar: Buffer): Buffer[] {
  const kept: Buffer[] = [];
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const name = tar.toString("latin1", at, tar.indexOf(0, at));
    const size = Number.parseInt(tar.toString("latin1", at + 124, at + 136), 8);
    const end = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (tar[at + 156] === FOLDER || NEEDED.test(name)) kept.push(tar.subarray(at, end));
    at = end;
  }
  return kept;
}
