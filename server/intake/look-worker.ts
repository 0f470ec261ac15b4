/** Worker entry: looks at files, one after the other, away from the thread that answers requests. @module */
import { parentPort } from "node:worker_threads";
import { type LookOrder, lookAt } from "./look.ts";
import { messageOf } from "./work-apart.ts";

parentPort?.on("message", (order: LookOrder) => {
  void messageOf(() => lookAt(order)).then((message) => parentPort?.postMessage(message));
});
