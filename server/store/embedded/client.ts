/** The embedded database as seen from the main thread: statements in, answers out, one worker. @module */
import { Worker } from "node:worker_threads";
import { LostStatementError } from "../errors.ts";
import type { Answer, Failure, Reply, Request, Statement, WorkerSetup } from "./messages.ts";

/** An error that the embedded database raised; `code` is its SQLSTATE, as with the other store. */
export class EmbeddedDatabaseError extends Error {
  readonly code: string | null;
  readonly detail: string | null;
  readonly constraint: string | null;

  constructor({ message, code, detail, constraint }: Failure, statement: string) {
    super(message);
    this.name = "EmbeddedDatabaseError";
    this.code = code;
    this.detail = detail;
    this.constraint = constraint;
    if (statement !== "") this.cause = statement;
  }
}

export interface EmbeddedClient {
  run(statement: Statement): Promise<Answer>;
  /** @returns the folder of the database as an uncompressed tar */
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface Pending {
  readonly statement: string;
  resolve(answer: Answer | Uint8Array | null): void;
  reject(error: Error): void;
}

type Ask = { readonly do: "run"; readonly statement: Statement } | { readonly do: "dump" } | { readonly do: "close" };

export async function startEmbedded(setup: WorkerSetup): Promise<EmbeddedClient> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: setup, execArgv: [] });
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let ended: Error | null = null;

  function end(error: Error): void {
    ended ??= error;
    for (const { reject } of pending.values()) reject(ended);
    pending.clear();
  }

  function ask(request: Ask): Promise<Answer | Uint8Array | null> {
    if (ended) return Promise.reject(ended);
    return new Promise((resolve, reject) => {
      const id = ++lastId;
      pending.set(id, { statement: request.do === "run" ? request.statement.sql : request.do, resolve, reject });
      worker.postMessage({ ...request, id } satisfies Request);
    });
  }

  function receive(reply: Reply): void {
    if ("ready" in reply) return;
    const waiter = pending.get(reply.id);
    if (!waiter) return;
    pending.delete(reply.id);
    if ("failure" in reply) waiter.reject(errorOf(reply.failure, waiter.statement));
    else waiter.resolve(reply.answer);
  }

  const exited = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  worker.on("error", (error) => end(error as Error));
  worker.on("exit", () => end(new Error("the embedded store is closed")));
  await new Promise<void>((resolve, reject) => {
    worker.once("message", (reply: Reply) => {
      if ("failure" in reply) reject(errorOf(reply.failure, ""));
      else resolve();
    });
    worker.once("error", reject);
  });
  worker.on("message", receive);

  return {
    run: (statement) => ask({ do: "run", statement }) as Promise<Answer>,
    dump: () => ask({ do: "dump" }) as Promise<Uint8Array>,
    async close() {
      if (!ended) await ask({ do: "close" });
      await exited;
    },
  };
}

function errorOf(failure: Failure, statement: string): Error {
  return failure.lost ? new LostStatementError(statement) : new EmbeddedDatabaseError(failure, statement);
}
