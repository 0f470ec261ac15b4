/** Scenarios as they were written. Whether their changes still apply is not known here. @module */
import { type Kysely, sql } from "kysely";
import type { Change } from "../coverage/scenario/change.ts";
import type { Database } from "./database.ts";
import type { Page } from "./pages.ts";

/** What a scenario says, and the release that its changes were held against. */
export interface ScenarioDraft {
  readonly name: string;
  readonly changes: readonly Change[];
  readonly release: number;
  readonly streetsVersion: number;
}

const COLUMNS = [
  "id",
  "area_id as areaId",
  "name",
  "changes",
  "release",
  "streets_version as streetsVersion",
  "revision",
  "created_at as createdAt",
  "updated_at as updatedAt",
] as const;

export type StoredScenario = Awaited<ReturnType<ReturnType<typeof scenarioById>["execute"]>>[number];

export function scenarioById(db: Kysely<Database>, id: number) {
  return db.selectFrom("scenario").select(COLUMNS).where("id", "=", id);
}

/** In the order in which they were made; the next page begins `after` the last id of this one. */
export function scenarioPage(db: Kysely<Database>, areaId: string, { after, limit }: Page) {
  return db
    .selectFrom("scenario")
    .select(COLUMNS)
    .where("area_id", "=", areaId)
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit);
}

export function insertScenario(db: Kysely<Database>, areaId: string, draft: ScenarioDraft) {
  return db
    .insertInto("scenario")
    .values({ area_id: areaId, ...columnsOf(draft) })
    .returning(COLUMNS);
}

/** Writes nothing where the scenario is at another revision by now, or gone: then no row is returned. */
export function updateScenario(db: Kysely<Database>, id: number, revision: number, draft: ScenarioDraft) {
  return db
    .updateTable("scenario")
    .set({ ...columnsOf(draft), revision: revision + 1, updated_at: sql`now()` })
    .where("id", "=", id)
    .where("revision", "=", revision)
    .returning(COLUMNS);
}

/** As {@link updateScenario}. */
export function deleteScenario(db: Kysely<Database>, id: number, revision: number) {
  return db.deleteFrom("scenario").where("id", "=", id).where("revision", "=", revision).returning("id");
}

function columnsOf({ name, changes, release, streetsVersion }: ScenarioDraft) {
  return { name, changes: JSON.stringify(changes), release, streets_version: streetsVersion };
}
