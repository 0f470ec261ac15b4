/** Worker entry: reads the files of one import away from the thread that answers requests. @module */
import { parentPort, workerData } from "node:worker_threads";
import { DomainError, toWire, type WireError, type Words } from "../base/errors.ts";
import { readSnapshot } from "../network/snapshot.ts";
import type { ImportFiles } from "./files.ts";
import { type Prepared, prepareImport } from "./prepare.ts";

export interface PrepareOrder {
  readonly files: ImportFiles;
  /** Snapshot of the area's present network, where the import brings no OSM extract. */
  readonly snapshot: Uint8Array | null;
}
export type PrepareMessage =
  | { readonly kind: "progress"; readonly fraction: number; readonly step: Words }
  | { readonly kind: "done"; readonly result: Prepared }
  | { readonly kind: "refused"; readonly error: WireError }
  | { readonly kind: "fault"; readonly message: string; readonly stack: string };

const { files, snapshot } = workerData as PrepareOrder;
const say = (message: PrepareMessage) => parentPort?.postMessage(message);

try {
  const result = await prepareImport(files, snapshot && readSnapshot(snapshot), (fraction, step) =>
    say({ kind: "progress", fraction, step }),
  );
  say({ kind: "done", result });
} catch (error) {
  if (error instanceof DomainError) say({ kind: "refused", error: toWire(error) });
  else say({ kind: "fault", message: String(error), stack: error instanceof Error ? (error.stack ?? "") : "" });
}
