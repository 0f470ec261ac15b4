/** Reads the elements of an OSM file; what kind of file it is follows from its content, not from its name. @module */
import { basename } from "node:path";
import { EXPECTED_KIND, type OnBytes, openBytes } from "./byte-source.ts";
import type { ElementVisitor, ReadTotals } from "./elements.ts";
import { osmError } from "./errors.ts";
import { looksLikePbf, readPbf } from "./pbf.ts";
import { looksLikeXml, readXml } from "./xml.ts";

/** @param file as messages call it: an upload lies under another name than its own */
export async function readElements(
  path: string,
  visitor: ElementVisitor,
  onBytes: OnBytes = () => {},
  file: string = basename(path),
): Promise<ReadTotals> {
  const source = await openBytes(path, onBytes, file);
  try {
    const start = await source.peek(256);
    if (start.length === 0) throw osmError("osm_file_empty", { file, expected: EXPECTED_KIND });
    if (looksLikeXml(start)) return await readXml(source, visitor);
    if (looksLikePbf(start)) {
      await readPbf(source, visitor);
      return { deleted: 0 };
    }
    throw osmError("osm_kind_unknown", { file, value: describe(start), expected: EXPECTED_KIND });
  } finally {
    source.close();
  }
}

/** Kinds of file that people bring by mistake, told by their first bytes. */
function describe(start: Buffer): string {
  const text = start.toString("latin1", 0, 4);
  if (text.startsWith("BZh")) return "bzip2 (unpack it first)";
  if (text.startsWith("PK")) return "zip (unpack it first)";
  if (text.startsWith("\xff\xe0")) return "o5m (convert it to .osm.pbf)";
  if (/^\s*[{[]/.test(start.toString("utf8"))) return "JSON (export OSM XML or PBF instead)";
  return `bytes ${start.subarray(0, 8).toString("hex")}`;
}
