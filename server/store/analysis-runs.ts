/** Analyses that stay: asked, computed, kept with every walk, compared, deleted. @module */
import { type Kysely, sql } from "kysely";
import type { WireError } from "../base/errors.ts";
import { arrayLiteral, arrayOf } from "./array-parameters.ts";
import type { AnalysisRunPins, AnalysisRunQuestion, Database } from "./database.ts";

export type AnalysisRunState = "waiting" | "running" | "done" | "failed" | "cancelled" | "interrupted";

export interface NewAnalysisRun {
  readonly id: string;
  readonly areaId: string;
  readonly releaseId: number;
  readonly question: AnalysisRunQuestion;
  readonly pins: AnalysisRunPins;
}

/** Lists of one run share the order of residences. */
export interface RunPlaces {
  /** refs */
  readonly residence: readonly string[];
  /** refs; null outside all of them */
  readonly community: readonly (string | null)[];
  /** null where unknown */
  readonly households: readonly (number | null)[];
  readonly residents: readonly (number | null)[];
  /** refs of the area's facilities, which walks count from 0 */
  readonly facility: readonly string[];
}

export interface RunWalks {
  readonly profile: string;
  readonly category: string;
  /** Minutes → a letter a residence: c covered, u uncovered, - unknown. */
  readonly verdicts: Readonly<Record<string, string>>;
  /** null where no walk is known or none leads there */
  readonly totalMm: readonly (number | null)[];
  readonly facility: readonly (number | null)[];
}

/** A run that nobody keeps alive for this long was left by a service that ended. */
const DEAD_AFTER = "60 seconds";

export function insertRun(db: Kysely<Database>, { id, areaId, releaseId, question, pins }: NewAnalysisRun) {
  return db.insertInto("analysis_run").values({
    id,
    area_id: areaId,
    release_id: releaseId,
    question: JSON.stringify(question),
    pins: JSON.stringify(pins),
    state: "waiting",
  });
}

/** Only a run that is not over yet: what was cancelled stays so. */
export function keepAlive(db: Kysely<Database>, id: string, state: "waiting" | "running") {
  return db
    .updateTable("analysis_run")
    .set({ state, alive_at: sql`now()` })
    .where("id", "=", id)
    .where("state", "in", ["waiting", "running"]);
}

export function endRun(
  db: Kysely<Database>,
  id: string,
  end: { readonly state: "failed" | "cancelled"; readonly problem: WireError | null },
) {
  return db
    .updateTable("analysis_run")
    .set({ state: end.state, problem: end.problem && JSON.stringify(end.problem), ended_at: sql`now()` })
    .where("id", "=", id)
    .where("state", "in", ["waiting", "running"]);
}

/** All of a result or nothing of it. */
export function saveRun(
  db: Kysely<Database>,
  id: string,
  places: RunPlaces,
  walks: readonly RunWalks[],
  result: { readonly text: string; readonly sha256: string },
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto("analysis_run_place")
      .values({
        run_id: id,
        residence: arrayOf<string[]>("text", places.residence),
        community: arrayOf<(string | null)[]>("text", places.community),
        households: arrayOf<(number | null)[]>("int4", places.households),
        residents: arrayOf<(number | null)[]>("int4", places.residents),
        facility: arrayOf<string[]>("text", places.facility),
      })
      .execute();
    await sql`insert into analysis_run_walk (run_id, profile, category, verdicts, total_mm, facility)
      select ${id}, profile, category, verdicts::jsonb, total_mm::int4[], facility::int4[]
      from unnest(${arrayOf("text", column(walks, "profile"))}, ${arrayOf("text", column(walks, "category"))},
        ${arrayOf(
          "text",
          walks.map(({ verdicts }) => JSON.stringify(verdicts)),
        )},
        ${arrayOf(
          "text",
          walks.map(({ totalMm }) => arrayLiteral(totalMm)),
        )},
        ${arrayOf(
          "text",
          walks.map(({ facility }) => arrayLiteral(facility)),
        )}) as w (profile, category, verdicts, total_mm, facility)`.execute(trx);
    await trx
      .updateTable("analysis_run")
      .set({ state: "done", result: result.text, result_sha256: result.sha256, ended_at: sql`now()` })
      .where("id", "=", id)
      .execute();
  });
}

function column(walks: readonly RunWalks[], name: "profile" | "category"): string[] {
  return walks.map((walk) => walk[name]);
}

export function runById(db: Kysely<Database>, id: string) {
  return runs(db).where("r.id", "=", id);
}

/** Newest first. */
export function runsOfArea(db: Kysely<Database>, areaId: string, { offset, limit }: { offset: number; limit: number }) {
  return runs(db)
    .where("r.area_id", "=", areaId)
    .orderBy("r.created_at", "desc")
    .orderBy("r.id")
    .offset(offset)
    .limit(limit);
}

function runs(db: Kysely<Database>) {
  return db
    .selectFrom("analysis_run as r")
    .innerJoin("release as e", "e.id", "r.release_id")
    .select([
      "r.id",
      "r.area_id as areaId",
      "e.number as release",
      "r.question",
      "r.pins",
      sql<AnalysisRunState>`case when r.state in ('waiting', 'running') and r.alive_at < now() - interval ${sql.lit(DEAD_AFTER)}
        then 'interrupted' else r.state end`.as("state"),
      "r.created_at as createdAt",
      "r.ended_at as endedAt",
      "r.problem",
      "r.result_sha256 as sha256",
    ]);
}

export function runResult(db: Kysely<Database>, id: string) {
  return db.selectFrom("analysis_run").select(["result", "result_sha256 as sha256"]).where("id", "=", id);
}

export function runPlaces(db: Kysely<Database>, id: string) {
  return db
    .selectFrom("analysis_run_place")
    .select(["residence", "community", "households", "residents", "facility"])
    .where("run_id", "=", id);
}

export function runWalks(db: Kysely<Database>, id: string, profile: string, category: string) {
  return db
    .selectFrom("analysis_run_walk")
    .select(["verdicts", "total_mm as totalMm", "facility"])
    .where("run_id", "=", id)
    .where("profile", "=", profile)
    .where("category", "=", category);
}

export function deleteRun(db: Kysely<Database>, id: string) {
  return db.deleteFrom("analysis_run").where("id", "=", id);
}
