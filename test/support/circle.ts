/** The `circle` command as a user runs it: a process of its own. @module */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CACHE } from "./embedded-template.ts";

export const CIRCLE = fileURLToPath(new URL("../../server/cli/main.ts", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param env beside the surroundings: `DATA_DIR`, `DATABASE_URL` … */
export function circle(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CIRCLE, ...args], {
      // Each is a process of its own; what they compile of the same modules is kept for the next.
      env: { ...process.env, NODE_COMPILE_CACHE: join(CACHE, "code"), CIRCLE_LANG: "en", ...env },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
