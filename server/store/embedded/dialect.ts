/** Kysely over the embedded database: one session, shared by a mutex that a transaction holds to its end. @module */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import { storeError } from "../errors.ts";
import type { EmbeddedClient } from "./client.ts";
import type { Answer } from "./messages.ts";
import { type Mutex, mutex, type Release } from "./mutex.ts";

/** Longer than the longest import; a statement that waits longer is one that waits for itself. */
const WAIT_MS = 300_000;
const CHANGES = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

export function embeddedDialect(client: EmbeddedClient, waitMs = WAIT_MS): Dialect {
  return {
    createDriver: () => new EmbeddedDriver(client, waitMs),
    createAdapter: () => new EmbeddedAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  };
}

/** The migrator keeps the only session from start to end, so its lock would guard against nobody. */
class EmbeddedAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

class EmbeddedDriver implements Driver {
  readonly #client: EmbeddedClient;
  readonly #waitMs: number;
  readonly #mutex: Mutex = mutex();
  #holder: EmbeddedConnection | null = null;

  constructor(client: EmbeddedClient, waitMs: number) {
    this.#client = client;
    this.#waitMs = waitMs;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<EmbeddedConnection> {
    const release = await this.#mutex.acquire(this.#waitMs, () => this.#busy());
    this.#holder = new EmbeddedConnection(this.#client, release);
    return this.#holder;
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#holder = null;
    (connection as EmbeddedConnection).release();
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const modes = [
      settings.isolationLevel ? `isolation level ${settings.isolationLevel}` : "",
      settings.accessMode ?? "",
    ].filter((mode) => mode !== "");
    await (connection as EmbeddedConnection).begin(["start transaction", modes.join(", ")].join(" ").trim());
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const command = await (connection as EmbeddedConnection).end("commit");
    if (command !== "COMMIT") throw new Error("the transaction was rolled back: a statement in it had failed");
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as EmbeddedConnection).end("rollback");
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`savepoint "${name}"`));
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`rollback to "${name}"`));
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`release "${name}"`));
  }

  /** Waits for what is running. */
  async destroy(): Promise<void> {
    const release = await this.#mutex.acquire(this.#waitMs, () => this.#busy());
    await this.#client.close();
    release();
  }

  #busy(): Error {
    return storeError("store_busy", { seconds: this.#waitMs / 1000, statement: this.#holder?.statement ?? "" });
  }
}

class EmbeddedConnection implements DatabaseConnection {
  /** The last statement, to say what holds the store. */
  statement = "";
  readonly release: Release;
  readonly #client: EmbeddedClient;
  #inTransaction = false;

  constructor(client: EmbeddedClient, release: Release) {
    this.#client = client;
    this.release = release;
  }

  async executeQuery<Row>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<Row>> {
    this.statement = sql.slice(0, 200);
    // A plain select that is lost has written nothing, so it needs no transaction of its own.
    const readsOnly = query.kind === "SelectQueryNode" && query.with === undefined;
    const alone = !this.#inTransaction && !readsOnly;
    const answer = await this.#client.run({ sql, parameters, alone });
    const rows = answer.rows.map((values) => rowOf(answer.columns, values) as Row);
    return CHANGES.has(answer.command) ? { rows, numAffectedRows: BigInt(answer.affectedRows) } : { rows };
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it; nothing here reads by stream
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("the embedded store does not stream: read by pages");
  }

  async begin(statement: string): Promise<void> {
    await this.#bare(statement);
    this.#inTransaction = true;
  }

  /** @returns the command that the database carried out, `ROLLBACK` where it could not commit */
  async end(statement: "commit" | "rollback"): Promise<string> {
    const { command } = await this.#bare(statement);
    this.#inTransaction = false;
    return command;
  }

  #bare(sql: string): Promise<Answer> {
    return this.#client.run({ sql, parameters: [], alone: false });
  }
}

function rowOf(columns: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < columns.length; i++) row[columns[i]] = values[i];
  return row;
}
