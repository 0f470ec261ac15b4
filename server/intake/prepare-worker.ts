/** Worker entry: reads the files of one import away from the thread that answers requests. @module */
import { parentPort, workerData } from "node:worker_threads";
import { readSnapshot } from "../network/snapshot.ts";
import type { ImportFiles } from "./files.ts";
import { prepareImport } from "./prepare.ts";
import { checkedFiles } from "./summary.ts";
import { messageOf } from "./work-apart.ts";

export interface PrepareOrder {
  readonly files: ImportFiles;
  /** Snapshot of the area's present network, where the import brings no OSM extract. */
  readonly snapshot: Uint8Array | null;
  /** False where only the counts and the refusals are wanted. */
  readonly rows: boolean;
}

const { files, snapshot, rows } = workerData as PrepareOrder;

parentPort?.postMessage(
  await messageOf(async () => {
    const prepared = await prepareImport(files, snapshot && readSnapshot(snapshot), (fraction, step) =>
      parentPort?.postMessage({ kind: "progress", fraction, step }),
    );
    return rows ? prepared : checkedFiles(prepared);
  }),
);
