/** Opens the embedded store: a folder under `DATA_DIR`, its lock, its worker, its dialect. @module */
import { join, resolve } from "node:path";
import { Kysely } from "kysely";
import type { Database } from "../database.ts";
import { type EmbeddedClient, startEmbedded } from "./client.ts";
import { embeddedDialect } from "./dialect.ts";
import { lockFolder } from "./folder-lock.ts";

export interface EmbeddedPlace {
  /** Null keeps the database in memory: nothing outlives the process. */
  readonly dataDir: string | null;
  /** Tar to start from where the folder holds no database yet. */
  readonly template?: Uint8Array | null;
  /** Where what every opening needs is kept ready, see `leanPostgis`: inside `dataDir` unless said otherwise. */
  readonly partsFolder?: string | null;
}

export interface Embedded {
  readonly db: Kysely<Database>;
  readonly client: EmbeddedClient;
  /** The folder of the database, or `memory`. */
  readonly place: string;
  close(): Promise<void>;
}

export async function openEmbedded({
  dataDir,
  template = null,
  partsFolder = dataDir === null ? null : join(resolve(dataDir), "compiled"),
}: EmbeddedPlace): Promise<Embedded> {
  const unlock = dataDir === null ? () => {} : lockFolder(resolve(dataDir));
  try {
    const folder = dataDir === null ? null : join(resolve(dataDir), "postgres");
    const client = await startEmbedded({ folder, template, partsFolder });
    const db = new Kysely<Database>({ dialect: embeddedDialect(client) });
    return {
      db,
      client,
      place: folder ?? "memory",
      async close() {
        await db.destroy();
        await client.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
