/** The Chromium that tests and benchmarks drive: where it is, and how it is started. @module */
import { accessSync, constants } from "node:fs";

/** Quiet: nothing that a browser does on its own account may look like a request of ours. */
export const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** `CHROMIUM_PATH` names one, and must then be right; otherwise the places where distributions put it. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== "") {
    if (!canStart(given)) throw new Error(`CHROMIUM_PATH is ${given}, which is no program that can be started`);
    return given;
  }
  return ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(canStart) ?? null;
}

function canStart(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
