/** Looks at files in worker threads that stay for a while: somebody who corrects a column sees the effect at once. @module */
import { Worker } from "node:worker_threads";
import { fromWire } from "../base/errors.ts";
import { intakeError } from "./files.ts";
import type { Look, LookOrder } from "./look.ts";
import type { ApartMessage } from "./work-apart.ts";

/** A look reads a file whole: more at once would only be slower, and take the memory of each. */
const AT_ONCE = 2;
/** Then a thread that nobody asks anything goes, and the memory of the last file with it. */
const IDLE_MS = 60_000;

interface Idle {
  readonly worker: Worker;
  readonly leave: NodeJS.Timeout;
}

export class Looks {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly idle: Idle[] = [];

  /** Waits for its turn. Throws what `lookAt` throws, and `import_cancelled` once the signal is aborted. */
  async look(order: LookOrder, signal: AbortSignal): Promise<Look> {
    if (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running++;
    try {
      return await this.ask(order, signal);
    } finally {
      // The turn goes to the next in line, or is free again.
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }

  async close(): Promise<void> {
    const all = this.idle.splice(0);
    for (const { leave } of all) clearTimeout(leave);
    await Promise.all(all.map(({ worker }) => worker.terminate()));
  }

  private ask(order: LookOrder, signal: AbortSignal): Promise<Look> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(intakeError("import_cancelled"));
        return;
      }
      const worker = this.take();
      const settle = (stays: boolean, answer: () => void) => {
        signal.removeEventListener("abort", cancel);
        worker.off("message", answered);
        worker.off("error", failed);
        worker.off("exit", exited);
        if (stays) this.keep(worker);
        else worker.terminate().catch(reject);
        answer();
      };
      const cancel = () => settle(false, () => reject(intakeError("import_cancelled")));
      const answered = (message: ApartMessage<Look>) => {
        if (message.kind === "done") settle(true, () => resolve(message.result));
        else if (message.kind === "refused") settle(true, () => reject(fromWire(message.error)));
        else if (message.kind === "fault")
          settle(false, () => reject(new Error(message.message, { cause: message.stack })));
      };
      const failed = (error: Error) => settle(false, () => reject(error));
      const exited = (code: number) =>
        settle(false, () => reject(new Error(`the look ended by itself with code ${code}`)));
      signal.addEventListener("abort", cancel);
      worker.on("message", answered);
      worker.on("error", failed);
      worker.on("exit", exited);
      worker.postMessage(order);
    });
  }

  private take(): Worker {
    const known = this.idle.pop();
    // The reader of GeoTIFF looks into `workerData` when it is loaded, and fails where there is none.
    if (known === undefined) return new Worker(new URL("./look-worker.ts", import.meta.url), { workerData: {} });
    clearTimeout(known.leave);
    known.worker.ref();
    return known.worker;
  }

  private keep(worker: Worker): void {
    const leave = setTimeout(() => {
      const at = this.idle.findIndex((one) => one.worker === worker);
      if (at >= 0) this.idle.splice(at, 1);
      void worker.terminate();
    }, IDLE_MS).unref();
    worker.unref();
    this.idle.push({ worker, leave });
  }
}
