/** The one door to the store: embedded by default, a PostGIS server where its address is given. @module */
import { type Kysely, sql } from "kysely";
import type { Database } from "./database.ts";
import { openEmbedded } from "./embedded/open.ts";
import { migrate } from "./migrate.ts";
import { openPostgres } from "./postgres/open.ts";

export type StoreSettings =
  | { readonly kind: "embedded"; readonly dataDir: string }
  | { readonly kind: "postgres"; readonly url: string };

export interface StoreDescription {
  readonly kind: StoreSettings["kind"];
  /** Folder of the database, or `host:port/database`; never a password. */
  readonly place: string;
  readonly postgres: string;
  readonly postgis: string;
  /** The last migration that ran. */
  readonly schema: string;
}

export interface Store {
  readonly db: Kysely<Database>;
  readonly kind: StoreSettings["kind"];
  /** Lets running statements end first. */
  close(): Promise<void>;
  describe(): Promise<StoreDescription>;
}

/** Opens, and brings the schema up to date. A new embedded store takes about 10 s, a known one about 2 s. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const opened =
    settings.kind === "embedded" ? await openEmbedded({ dataDir: settings.dataDir }) : await openPostgres(settings.url);
  try {
    await migrate(opened.db);
  } catch (error) {
    await opened.close();
    throw error;
  }
  return storeOver(opened, settings.kind);
}

/** A store over a database that is open and has the schema in it. */
export function storeOver(
  { db, place, close }: { readonly db: Kysely<Database>; readonly place: string; close(): Promise<void> },
  kind: Store["kind"],
): Store {
  return { db, kind, close, describe: () => describe(db, kind, place) };
}

async function describe(db: Kysely<Database>, kind: StoreSettings["kind"], place: string): Promise<StoreDescription> {
  const { rows } = await sql<Omit<StoreDescription, "kind" | "place">>`
    select
      current_setting('server_version') as postgres,
      postgis_lib_version() as postgis,
      (select max(name) from kysely_migration) as schema`.execute(db);
  return { kind, place, ...rows[0] };
}
