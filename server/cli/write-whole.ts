/** A file that is there whole or not at all. @module */
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { cliError } from "./errors.ts";

/** Written beside its place and moved there at the end, over a file of that name. Throws `file_not_writable`. */
export async function writeWhole(path: string, bytes: AsyncIterable<Uint8Array | string>): Promise<void> {
  const unfinished = `${path}.${process.pid}.part`;
  try {
    await pipeline(bytes, createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (isOfPath(error, unfinished)) throw cliError("file_not_writable", { file: path });
    throw error;
  }
}

/** A missing folder, one without leave to write, or a folder of that very name. */
function isOfPath(error: unknown, path: string): boolean {
  return error instanceof Error && "path" in error && error.path === path;
}
