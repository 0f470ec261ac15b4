/** The `circle` command as a user runs it: a process of its own. @module */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

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
      env: { ...process.env, CIRCLE_LANG: "en", ...env },
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
