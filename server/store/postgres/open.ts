/** Opens a PostgreSQL server with PostGIS, its values arriving exactly as those of the embedded store. @module */
import { Kysely } from "kysely";
import { PostgresJSDialect } from "kysely-postgres-js";
import postgres from "postgres";
import type { Database } from "../database.ts";
import { storeError } from "../errors.ts";
import { jsonText, Oid, PARSERS } from "../values.ts";

/** Requests that read at once; an import holds one more. */
const MAX_CONNECTIONS = 8;
const CONNECT_TIMEOUT_S = 10;

export interface Server {
  readonly db: Kysely<Database>;
  /** `host:port/database`, without user and password. */
  readonly place: string;
  close(): Promise<void>;
}

export async function openPostgres(url: string): Promise<Server> {
  const sql = postgres(url, {
    max: MAX_CONNECTIONS,
    connect_timeout: CONNECT_TIMEOUT_S,
    onnotice: () => {},
    // Arrays have readers of ours, and are written as text.
    fetch_types: false,
    types: Object.fromEntries(Object.entries(PARSERS).map(([oid, parse]) => [oid, typeOf(Number(oid), parse)])),
    connection: { application_name: "yikezhong", TimeZone: "UTC", jit: "off" },
  });
  const { host, port, database } = sql.options;
  try {
    await sql`select 1`;
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw storeError("store_unreachable", {
      host: `${host}:${port}`,
      database: database ?? "",
      reason: reasonOf(error),
    });
  }
  const db = new Kysely<Database>({ dialect: new PostgresJSDialect({ postgres: sql }) });
  return {
    db,
    place: `${host}:${port}/${database}`,
    async close() {
      await db.destroy();
      await sql.end();
    },
  };
}

function typeOf(oid: number, parse: (text: string) => unknown): postgres.PostgresType {
  return { to: oid, from: [oid], serialize: serializerOf(oid), parse };
}

function serializerOf(oid: number): (value: unknown) => string {
  if (oid === Oid.JSON || oid === Oid.JSONB) return jsonText;
  if (oid === Oid.BYTEA) return (bytes) => `\\x${Buffer.from(bytes as Uint8Array).toString("hex")}`;
  return String;
}

/** Several addresses that all refuse come as one error without a message of its own. */
function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return message !== undefined && message !== "" ? message : (code ?? String(error));
}
