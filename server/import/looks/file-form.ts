/** What form a file has, told by its first bytes alone. @module */
import { stat } from "node:fs/promises";
import { importError } from "../errors.ts";
import { openBytes } from "../osm/byte-source.ts";
import { looksLikePbf } from "../osm/pbf.ts";
import { isTiff } from "../population/read-population.ts";

export type FileForm = "osm" | "raster" | "table";

/** Comments and a declaration may stand before the root. */
const HEAD_BYTES = 4096;
const FORMS = "OSM, CSV, XLSX, GeoJSON, GeoTIFF";

/** A form of `table` says only that it is neither of the others. @throws ImportError `file_empty`, `file_missing` */
export async function fileForm(path: string, file: string): Promise<FileForm> {
  if (await isTiff(path, file)) return "raster";
  if ((await stat(path)).size === 0) throw importError("file_empty", { file, expected: FORMS });
  const source = await openBytes(path, () => {}, file);
  try {
    const start = await source.peek(HEAD_BYTES);
    return looksLikePbf(start) || /<osm[\s>]/.test(start.toString("utf8")) ? "osm" : "table";
  } finally {
    source.close();
  }
}
