/** The standards' register of an area as it stood at a version. @module */
import { type Kysely, sql } from "kysely";
import type { Database } from "../database.ts";

/** Versions of the register, the newest first. */
export function registerVersions(db: Kysely<Database>, areaId: string) {
  return db
    .selectFrom("register_version")
    .select([
      "number",
      "made_at as madeAt",
      "office",
      "action",
      "pack",
      "file",
      "file_sha256 as sha256",
      "changed",
      "restored",
    ])
    .where("area_id", "=", areaId)
    .orderBy("number", "desc");
}
export type RegisterVersion = Awaited<ReturnType<ReturnType<typeof registerVersions>["execute"]>>[number];

/** Number of the newest version; 0 where nothing was ever registered. */
export async function newestRegister(db: Kysely<Database>, areaId: string): Promise<number> {
  const { newest } = await db
    .selectFrom("register_version")
    .select(({ fn }) => fn.max("number").as("newest"))
    .where("area_id", "=", areaId)
    .executeTakeFirstOrThrow();
  return newest ?? 0;
}

/** Of a row that versions begin and end. */
function countsAt(version: number) {
  return sql<boolean>`from_version <= ${version} and (until_version is null or until_version > ${version})`;
}

/** Facts that counted at a version, in an order that is the same on both stores. */
export function registerFacts(db: Kysely<Database>, areaId: string, version: number) {
  return db
    .selectFrom("register_fact as f")
    .select([
      "f.id",
      "f.unit",
      "f.kind",
      "f.place",
      "f.form",
      "f.fact",
      "f.since",
      "f.value",
      "f.from_version as version",
    ])
    .where("f.area_id", "=", areaId)
    .where(countsAt(version))
    .orderBy(sql`f.unit collate "C", f.kind collate "C", f.place collate "C", f.fact collate "C", f.since collate "C"`);
}
export type RegisterFact = Awaited<ReturnType<ReturnType<typeof registerFacts>["execute"]>>[number];

export function registerWaivers(db: Kysely<Database>, areaId: string, version: number) {
  return db
    .selectFrom("register_waiver as w")
    .select([
      "w.id",
      "w.pack",
      "w.unit",
      "w.requirement",
      "w.reason",
      "w.office",
      "w.valid_from as from",
      "w.valid_until as until",
      "w.from_version as version",
    ])
    .where("w.area_id", "=", areaId)
    .where(countsAt(version))
    .orderBy("w.id");
}
export type RegisterWaiver = Awaited<ReturnType<ReturnType<typeof registerWaivers>["execute"]>>[number];

export function registerAliases(db: Kysely<Database>, areaId: string, version: number) {
  return db
    .selectFrom("register_alias as a")
    .select(["a.street", "a.written", "a.unit", "a.office", "a.from_version as version"])
    .where("a.area_id", "=", areaId)
    .where(countsAt(version))
    .orderBy("a.id");
}
export type RegisterAlias = Awaited<ReturnType<ReturnType<typeof registerAliases>["execute"]>>[number];

/** The version in which the office of the row set it: where it counts again after a way back, the one that it was copied from. */
const SET_IN = sql<number>`(with recursive origin(number) as (
  select s.from_version
  union all
  select e.from_version from origin o
    join register_version r on r.area_id = s.area_id and r.number = o.number and r.restored is not null
    join register_setting e on e.area_id = s.area_id and e.pack = s.pack and e.parameter = s.parameter
      and e.from_version <= r.restored and e.until_version > r.restored
) select min(number) from origin)`;

/** Parameters of packs as the district has set them, with office, version and time of the setting itself. */
export function registerSettings(db: Kysely<Database>, areaId: string, version: number) {
  return db
    .selectFrom("register_setting as s")
    .innerJoin("register_version as v", (join) => join.onRef("v.area_id", "=", "s.area_id").on("v.number", "=", SET_IN))
    .select(["s.pack", "s.parameter", "s.value", "s.office", "v.number as version", "v.made_at as madeAt"])
    .where("s.area_id", "=", areaId)
    .where(countsAt(version))
    .orderBy(sql`s.pack collate "C", s.parameter collate "C"`);
}
export type RegisterSetting = Awaited<ReturnType<ReturnType<typeof registerSettings>["execute"]>>[number];

/** Names that tables brought and nobody has decided about, in the order in which they came. */
export function registerNames(db: Kysely<Database>, areaId: string) {
  return db
    .selectFrom("register_name")
    .select(["street", "written", "file", "row", "asked_at as askedAt"])
    .where("area_id", "=", areaId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("register_alias as a")
            .select("a.id")
            .whereRef("a.area_id", "=", "register_name.area_id")
            .whereRef("a.street", "=", "register_name.street")
            .whereRef("a.written", "=", "register_name.written")
            .where("a.until_version", "is", null),
        ),
      ),
    )
    .orderBy("asked_at")
    .orderBy(sql`street collate "C", written collate "C"`);
}
