/** Thread that owns the embedded database: PGlite blocks whoever runs it, so it never runs beside requests. @module */
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { jsonText, Oid, PARSERS } from "../values.ts";
import { leanPostgis } from "./lean-postgis.ts";
import type { Answer, Failure, Reply, Request, Statement, WorkerSetup } from "./messages.ts";

class LostStatement extends Error {}

const { folder, template, partsFolder } = workerData as WorkerSetup;
const port = parentPort!;

try {
  const db = await open();
  port.on("message", (request: Request) => void handle(db, request));
  reply({ ready: true });
} catch (error) {
  reply({ ready: false, failure: failureOf(error) });
  port.close();
}

function open(): Promise<PGlite> {
  return PGlite.create({
    dataDir: folder ?? "memory://",
    ...(template === null ? {} : { loadDataDir: new Blob([template as Uint8Array<ArrayBuffer>]) }),
    extensions: { postgis: leanPostgis(partsFolder) },
    // Bytes go over in binary, and strings given for json are JSON text already.
    serializers: { [Oid.BYTEA]: (bytes) => bytes, [Oid.JSON]: jsonText, [Oid.JSONB]: jsonText },
  });
}

/** Requests arrive one at a time: the client holds the mutex. */
async function handle(db: PGlite, request: Request): Promise<void> {
  const { id } = request;
  try {
    if (request.do === "run") {
      const answer = await run(db, request.statement);
      port.postMessage({ id, answer } satisfies Reply, ownedBuffers(answer));
    } else if (request.do === "dump") {
      const tar = await db.dumpDataDir("none");
      reply({ id, answer: new Uint8Array(await tar.arrayBuffer()) });
    } else {
      await db.close();
      reply({ id, answer: null });
      port.close();
    }
  } catch (error) {
    reply({ id, failure: failureOf(error) });
  }
}

async function run(db: PGlite, { sql, parameters, alone }: Statement): Promise<Answer> {
  if (!alone) return answerOf(db, sql, parameters);
  await db.query("begin");
  try {
    const answer = await answerOf(db, sql, parameters);
    await db.query("commit");
    return answer;
  } catch (error) {
    await db.query("rollback");
    throw error;
  }
}

async function answerOf(db: PGlite, sql: string, parameters: readonly unknown[]): Promise<Answer> {
  const result = await db.query<unknown[]>(sql, [...parameters], { rowMode: "array", parsers: { ...PARSERS } });
  const { command } = result;
  // Seen of lost statements: no command at all, and `???`, the tag of a command that PostgreSQL does not know to have ended.
  if (command === undefined || !/^[A-Z]/.test(command)) {
    await abort(db);
    throw new LostStatement("lost");
  }
  const columns = result.fields.map((field) => field.name);
  return { columns, rows: result.rows, command, affectedRows: result.affectedRows ?? 0 };
}

/**
 * After a lost statement the transaction would go on, and commit what the statement wrote up to then.
 * An ordinary error brings the session back into order and leaves the transaction fit for rollback alone.
 */
async function abort(db: PGlite): Promise<void> {
  await db.query("select 1 / 0").catch(() => undefined);
}

function reply(message: Reply): void {
  port.postMessage(message);
}

/** Bytes in the answer are handed over, not copied: {@link parseBytes} gives each a buffer of its own. */
function ownedBuffers({ rows }: Answer): ArrayBuffer[] {
  const buffers: ArrayBuffer[] = [];
  for (const row of rows) {
    for (const value of row) if (value instanceof Uint8Array) buffers.push(value.buffer as ArrayBuffer);
  }
  return buffers;
}

function failureOf(error: unknown): Failure {
  const { message, code, detail, constraint } = error as Partial<Failure>;
  return {
    message: message ?? String(error),
    code: code ?? null,
    detail: detail ?? null,
    constraint: constraint ?? null,
    lost: error instanceof LostStatement,
  };
}
