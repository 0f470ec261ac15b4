/** The web console as built files: whether they still match their sources, and how to make them anew. @module */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { firstLoads, MOST_BYTES } from "./console-size.ts";

const ROOT = join(import.meta.dirname, "..");
const SOURCES = join(ROOT, "web");
const BUILT = join(ROOT, "dist", "web");
/** Beside the built files, not among them: `vite build` empties their folder, and the server offers all of it. */
const STAMP = join(ROOT, "dist", "web.stamp");
/** Of the files built last. */
const MANIFEST = join(ROOT, "dist", "web.manifest.json");

export type ConsoleState =
  /** Built from the sources as they are, or shipped without sources. */
  | "current"
  /** Built from other sources, or never. */
  | "stale"
  /** As stale, but there is nothing to build with: a production install that was changed afterwards. */
  | "stale, no builder";

export function consoleState(): ConsoleState {
  const isBuilt = existsSync(join(BUILT, "index.html"));
  if (isBuilt && (!existsSync(SOURCES) || readStamp() === sourcesHash())) return "current";
  return viteProgram() === null ? "stale, no builder" : "stale";
}

/** Runs Vite in a process of its own, whose memory is given back before the server starts. Progress goes to standard error. */
export async function buildConsole(): Promise<void> {
  const vite = viteProgram();
  if (vite === null) throw new Error("the console cannot be built: vite is not installed (npm ci installs it)");
  // Taken before the build: a source saved while it runs makes the result stale, not current.
  const hash = sourcesHash();
  rmSync(STAMP, { force: true });
  await run(process.execPath, [vite, "build", "--logLevel", "warn"]);
  if (!existsSync(join(BUILT, "index.html"))) throw new Error("vite build ended without dist/web/index.html");
  renameSync(join(BUILT, "manifest.json"), MANIFEST);
  const { coverage, data } = consoleSizes();
  const kB = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  console.error(
    `console: first load compressed: ${kB(coverage)} with the map (at most ${kB(MOST_BYTES)}), data page ${kB(data)}`,
  );
  writeFileSync(STAMP, hash);
}

/** Compressed bytes before a page stands, of the files as they are built. */
export function consoleSizes(): ReturnType<typeof firstLoads> {
  return firstLoads(BUILT, MANIFEST);
}

/** Everything that decides what the built console is: its sources, its settings, the libraries bundled into it. */
function sourcesHash(): string {
  const hash = createHash("sha256");
  const sources = readdirSync(SOURCES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of [...sources, join(ROOT, "vite.config.ts"), join(ROOT, "package-lock.json")].sort()) {
    if (existsSync(file)) hash.update(file.slice(ROOT.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function readStamp(): string | null {
  return existsSync(STAMP) ? readFileSync(STAMP, "utf8") : null;
}

function viteProgram(): string | null {
  try {
    const manifest = createRequire(import.meta.url).resolve("vite/package.json");
    return join(dirname(manifest), "bin", "vite.js");
  } catch {
    return null;
  }
}

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Whoever runs tests has another NODE_ENV, and React would be bundled with all that helps its developers.
    const env = { ...process.env, NODE_ENV: "production" };
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ["ignore", process.stderr, process.stderr] });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`vite build ended with ${signal ?? `code ${code}`}`));
    });
  });
}
