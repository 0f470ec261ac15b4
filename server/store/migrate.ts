/** Brings the schema of a store up to date. @module */
import { type Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { MIGRATIONS } from "../../db/migrations/index.ts";
import type { Database } from "./database.ts";
import { storeError } from "./errors.ts";

/** All or nothing. @returns names of the migrations that ran */
export async function migrate(db: Kysely<Database>): Promise<readonly string[]> {
  const done = await migrationsDone(db);
  refuseNewer(done);
  // The migrator reads the catalogue thrice before it finds nothing to do, half a second on the embedded store.
  if (done.length === Object.keys(MIGRATIONS).length) return [];
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** Names of the migrations that the store went through; none where it is new. */
async function migrationsDone(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ known: boolean }>`select to_regclass('kysely_migration') is not null as known`.execute(
    db,
  );
  if (!rows[0].known) return [];
  const done = await db.selectFrom("kysely_migration").select("name").orderBy("name").execute();
  return done.map(({ name }) => name);
}

/** A store that a later version has changed must not be opened as if it were ours. */
function refuseNewer(done: readonly string[]): void {
  const newer = done.find((name) => !(name in MIGRATIONS));
  if (newer !== undefined)
    throw storeError("store_newer", { found: newer, known: Object.keys(MIGRATIONS).sort().at(-1) ?? "" });
}
