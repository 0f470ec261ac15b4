/** The whole service as a user starts it: a process of its own, an empty folder, a free port. @module */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");

export interface RunningService {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** Holds the demo town's files under `demo/`, unless it was filled before. */
  readonly dataDir: string;
  stop(): Promise<void>;
  /** Ends it as a power cut would: nothing is written any more, the folder stays. */
  kill(): Promise<void>;
}

/**
 * Starts on the embedded store, which it fills with the demo town first.
 *
 * @param filled folder of a store that has its areas already, and stays
 * @param port 0 for any that is free
 */
export async function startService(filled?: string, port = 0): Promise<RunningService> {
  const dataDir = filled ?? (await mkdtemp(join(tmpdir(), "yikezhong-service-")));
  const child = spawn(process.execPath, [join(ROOT, "server", "main.ts")], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: undefined, HOST: "127.0.0.1", PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const discarded = filled === undefined ? dataDir : null;
  try {
    const origin = await addressOf(child);
    return { origin, dataDir, stop: () => end(child, "SIGTERM", discarded), kill: () => end(child, "SIGKILL", null) };
  } catch (error) {
    await end(child, "SIGTERM", discarded);
    throw error;
  }
}

/** The line that the service writes once it answers. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = "";
    child.stderr?.on("data", (text) => {
      told += text;
    });
    child.stdout?.on("data", (text) => {
      const found = /http:\/\/\S+/.exec(String(text));
      if (found !== null) resolve(found[0]);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the service ended with code ${code}:\n${told}`)));
  });
}

async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL", discarded: string | null): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }
  if (discarded !== null) await rm(discarded, { recursive: true, force: true });
}
