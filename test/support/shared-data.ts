/** Real extracts and instances that tests read where they lie, beside the checkout, and that are never copied into the project. @module */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** `SHARED_DATA` names another folder; otherwise `../shared/data`, seen from the top of the checkout. */
export const SHARED_DATA_FOLDER = resolve(
  process.env.SHARED_DATA ?? join(import.meta.dirname, "..", "..", "..", "shared", "data"),
);

/**
 * @param relativePath inside the folder, such as `malta/malta-2016.osm.pbf`
 * @returns the absolute path, or null where the file is missing
 * @throws where it is missing and `REQUIRE_ALL=1` demands every suite
 */
export function sharedData(relativePath: string): string | null {
  const path = join(SHARED_DATA_FOLDER, relativePath);
  if (existsSync(path)) return path;
  if (process.env.REQUIRE_ALL === "1") throw new Error(`REQUIRE_ALL=1, and shared data ${path} was not found`);
  return null;
}

/** Papers of the programmes, beside the shared data; null where they are missing. */
export function sharedStandard(relativePath: string): string | null {
  return sharedData(join("..", "standards", relativePath));
}
