/** Analyses that stay: asked, computed, kept with every walk, compared, deleted. @module */
import { type Kysely, sql } from "kysely";
import type { WireError } from "../base/errors.ts";
import { UNREACHED } from "../base/units.ts";
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
  /** −1 where unknown */
  readonly households: Int32Array;
  readonly residents: Int32Array;
  /** refs of the area's facilities, which walks count from 0 */
  readonly facility: readonly string[];
}

export interface RunWalks {
  readonly profile: string;
  readonly category: string;
  /** Minutes → a letter a residence: c covered, u uncovered, - unknown. */
  readonly verdicts: Readonly<Record<string, string>>;
  /** UNREACHED where no walk is known or none leads there */
  readonly totalMm: Int32Array;
  /** −1 likewise */
  readonly facility: Int32Array;
}

/** Lengths of one statement, each of up to a dozen characters: a run of every category in a city does not fit into one text. */
const LENGTHS_AT_ONCE = 2_000_000;

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
        households: arrayOf<(number | null)[]>("int4", unless(-1, places.households)),
        residents: arrayOf<(number | null)[]>("int4", unless(-1, places.residents)),
        facility: arrayOf<string[]>("text", places.facility),
      })
      .execute();
    const atOnce = Math.max(1, Math.floor(LENGTHS_AT_ONCE / Math.max(1, places.residence.length)));
    for (let from = 0; from < walks.length; from += atOnce) await saveWalks(trx, id, walks.slice(from, from + atOnce));
    await trx
      .updateTable("analysis_run")
      .set({ state: "done", result: result.text, result_sha256: result.sha256, ended_at: sql`now()` })
      .where("id", "=", id)
      .execute();
  });
}

async function saveWalks(trx: Kysely<Database>, id: string, walks: readonly RunWalks[]): Promise<void> {
  const texts = (of: (walk: RunWalks) => string) => arrayOf("text", walks.map(of));
  await sql`insert into analysis_run_walk (run_id, profile, category, verdicts, total_mm, facility)
    select ${id}, profile, category, verdicts::jsonb, total_mm::int4[], facility::int4[]
    from unnest(${texts(({ profile }) => profile)}, ${texts(({ category }) => category)},
      ${texts(({ verdicts }) => JSON.stringify(verdicts))},
      ${texts(({ totalMm }) => arrayLiteral(unless(UNREACHED, totalMm)))},
      ${texts(({ facility }) => arrayLiteral(unless(-1, facility)))})
      as w (profile, category, verdicts, total_mm, facility)`.execute(trx);
}

function* unless(missing: number, column: Int32Array): Generator<number | null> {
  for (const value of column) yield value === missing ? null : value;
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
