/** How much a browser fetches before a page of the console stands: compressed bytes of the built files, by page. @module */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Of Vite: one entry a chunk, by the path of its source. */
interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  /** Fetched with it, by key. */
  readonly imports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

/** First load of a page with a map, compressed, its worker included. */
export const MOST_BYTES = 900_000;
const PAGES = { coverage: true, data: false } as const;

/** @param built folder of the built files; @param manifest path of what Vite tells of them */
export function firstLoads(built: string, manifest: string): Readonly<Record<keyof typeof PAGES, number>> {
  const chunks = JSON.parse(readFileSync(manifest, "utf8")) as Manifest;
  const worker = readdirSync(join(built, "assets")).filter((name) => /worker.*\.js$/.test(name));
  if (worker.length !== 1) throw new Error(`expected one worker among the built files, found ${worker.length}`);
  const sizeOf = (files: ReadonlySet<string>) =>
    [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0);
  const bytes = (page: string, hasMap: boolean) => {
    const files = new Set(["index.html", ...(hasMap ? worker.map((name) => `assets/${name}`) : [])]);
    const sources = ["index.html", `pages/${page}/page.tsx`, ...(hasMap ? ["map/open-map.ts"] : [])];
    for (const source of sources) collect(chunks, source, files);
    return sizeOf(files);
  };
  return { coverage: bytes("coverage", PAGES.coverage), data: bytes("data", PAGES.data) };
}

function collect(chunks: Manifest, key: string, files: Set<string>): void {
  const chunk = chunks[key];
  if (chunk === undefined) throw new Error(`the manifest of the build has no ${key}`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const other of chunk.imports ?? []) collect(chunks, other, files);
}
