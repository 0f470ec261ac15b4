/** Waits for a worker thread that reads files: its answer, its error, or its end when nobody waits any more. @module */
import type { Worker } from "node:worker_threads";
import { DomainError, fromWire, toWire, type WireError, type Words } from "../base/errors.ts";
import { intakeError } from "./files.ts";

export type ApartMessage<Result> =
  | { readonly kind: "progress"; readonly fraction: number; readonly step: Words }
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "refused"; readonly error: WireError }
  | { readonly kind: "fault"; readonly message: string; readonly stack: string };

/** Throws what the worker refused with, and `import_cancelled` once the signal is aborted; the worker is then gone. */
export function workApart<Result>(
  start: () => Worker,
  progress: (fraction: number, step: Words) => void,
  signal: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(intakeError("import_cancelled"));
      return;
    }
    const worker = start();
    const cancel = () => end(() => reject(intakeError("import_cancelled")));
    const end = (settle: () => void) => {
      signal.removeEventListener("abort", cancel);
      settle();
      worker.terminate().catch(reject);
    };
    signal.addEventListener("abort", cancel);
    worker.on("message", (message: ApartMessage<Result>) => {
      if (message.kind === "progress") progress(message.fraction, message.step);
      else if (message.kind === "done") end(() => resolve(message.result));
      else if (message.kind === "refused") end(() => reject(fromWire(message.error)));
      else end(() => reject(new Error(message.message, { cause: message.stack })));
    });
    worker.on("error", (error) => end(() => reject(error)));
    worker.on("exit", (code) => end(() => reject(new Error(`the import worker ended by itself with code ${code}`))));
  });
}

/** In the worker: the answer of its work, or why there is none. */
export async function messageOf<Result>(work: () => Promise<Result>): Promise<ApartMessage<Result>> {
  try {
    return { kind: "done", result: await work() };
  } catch (error) {
    if (error instanceof DomainError) return { kind: "refused", error: toWire(error) };
    return { kind: "fault", message: String(error), stack: error instanceof Error ? (error.stack ?? "") : "" };
  }
}
