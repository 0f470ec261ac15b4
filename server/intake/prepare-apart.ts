/** Runs `prepareImport` in a worker thread of its own, so that the service goes on answering. @module */
import { Worker } from "node:worker_threads";
import { fromWire } from "../base/errors.ts";
import { intakeError } from "./files.ts";
import type { Prepared, Progress } from "./prepare.ts";
import type { PrepareMessage, PrepareOrder } from "./prepare-worker.ts";

/** Throws what `prepareImport` throws, and `import_cancelled` once the signal is aborted. */
export function prepareApart(order: PrepareOrder, progress: Progress, signal: AbortSignal): Promise<Prepared> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(intakeError("import_cancelled"));
      return;
    }
    const worker = new Worker(new URL("./prepare-worker.ts", import.meta.url), { workerData: order });
    const cancel = () => end(() => reject(intakeError("import_cancelled")));
    const end = (settle: () => void) => {
      signal.removeEventListener("abort", cancel);
      settle();
      worker.terminate().catch(reject);
    };
    signal.addEventListener("abort", cancel);
    worker.on("message", (message: PrepareMessage) => {
      if (message.kind === "progress") progress(message.fraction, message.step);
      else if (message.kind === "done") end(() => resolve(message.result));
      else if (message.kind === "refused") end(() => reject(fromWire(message.error)));
      else end(() => reject(new Error(message.message, { cause: message.stack })));
    });
    worker.on("error", (error) => end(() => reject(error)));
    worker.on("exit", (code) => end(() => reject(new Error(`the import worker ended by itself with code ${code}`))));
  });
}
