/** Brings the schema of a store up to date. @module */
import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { MIGRATIONS } from "../../db/migrations/index.ts";
import type { Database } from "./database.ts";
import { storeError } from "./errors.ts";

/** All or nothing. @returns names of the migrations that ran */
export async function migrate(db: Kysely<Database>): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  await refuseNewer(db);
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** A store that a later version has changed must not be opened as if it were ours. */
async function refuseNewer(db: Kysely<Database>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === "kysely_migration")) return;
  const done = await db.selectFrom("kysely_migration").select("name").orderBy("name").execute();
  const newer = done.find(({ name }) => !(name in MIGRATIONS));
  if (newer) {
    throw storeError("store_newer", { found: newer.name, known: Object.keys(MIGRATIONS).sort().at(-1) ?? "" });
  }
}
