/** Results on standard output, words and progress on standard error. @module */
import { once } from "node:events";
import type { Words } from "../base/errors.ts";
import { speaks } from "./language.ts";

export function say(message: string): void {
  process.stderr.write(`circle: ${message}\n`);
}

/** A reader that has seen enough, such as `head`, is no fault: the rest is not written. */
let readerLeft = false;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  readerLeft = true;
});

/** Waits where the reader is slower than we are. */
export async function write(chunk: string | Uint8Array): Promise<void> {
  if (readerLeft || process.stdout.write(chunk)) return;
  await once(process.stdout, "drain").catch((error: unknown) => {
    if (!readerLeft) throw error;
  });
}

export async function writeJson(value: unknown): Promise<void> {
  await write(`${JSON.stringify(value, null, 2)}\n`);
}

const BAR_MS = 200;

/** A line of progress that rewrites itself on a terminal, and a line a step elsewhere. */
export function progressLine(): (fraction: number, step: Words) => void {
  let lastStep = "";
  let lastAt = 0;
  return (fraction, words) => {
    const step = words[speaks()];
    const now = performance.now();
    if (process.stderr.isTTY) {
      if (now - lastAt < BAR_MS && fraction < 1 && step === lastStep) return;
      process.stderr.write(`\r\u001b[K${step} ${Math.round(fraction * 100)} %`);
      if (fraction >= 1) process.stderr.write("\n");
    } else if (step !== lastStep) say(`${Math.round(fraction * 100)} % ${step}`);
    lastStep = step;
    lastAt = now;
  };
}
