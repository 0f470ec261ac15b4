/** Modules once read are kept compiled for the next start, and for threads: stripping types is a third to a half of starting. @module */
import { enableCompileCache } from "node:module";

/**
 * Does nothing where NODE_COMPILE_CACHE already names a folder, or NODE_DISABLE_COMPILE_CACHE is set.
 *
 * @param folder made where it is missing; the machine's temporary folder where none is named
 */
export function keepCompiled(folder?: string): void {
  const { directory } = enableCompileCache(folder);
  // Threads take no part in what is enabled by call: they read their surroundings.
  if (directory !== undefined) process.env.NODE_COMPILE_CACHE ??= folder ?? directory;
}
