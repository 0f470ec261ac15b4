/** Facilities of a release, after precedence: pages, one, those near a point, and columns for the engine. @module */
import { type Kysely, sql } from "kysely";
import type { BBox } from "../base/lon-lat.ts";
import type { Database } from "./database.ts";
import { readPacked, readTexts } from "./packed.ts";
import { type Page, pointInBox } from "./pages.ts";

export interface FacilityFilter extends Page {
  readonly category?: string;
  readonly bbox?: BBox;
}

export function facilities(db: Kysely<Database>, releaseId: number) {
  return db
    .selectFrom("release_facility as rf")
    .innerJoin("facility as f", "f.id", "rf.facility_id")
    .leftJoin("unit as c", "c.id", "rf.community_id")
    .leftJoin("unit as s", "s.id", "rf.subdistrict_id")
    .select([
      "f.id",
      "f.ref",
      "f.name",
      "f.category",
      "f.lon",
      "f.lat",
      "f.original_x as originalX",
      "f.original_y as originalY",
      "f.original_crs as originalCrs",
      "f.source",
      "f.address",
      "f.phone",
      "f.opening_hours as openingHours",
      "f.capacity",
      "f.opened_on as openedOn",
      "f.closed_on as closedOn",
      "f.position_source as positionSource",
      "f.position_accuracy_m as positionAccuracyM",
      "c.ref as communityRef",
      "c.name as communityName",
      "s.ref as subdistrictRef",
      "s.name as subdistrictName",
    ])
    .where("rf.release_id", "=", releaseId);
}

/** In the order of ids; the next page begins `after` the last id of this one. */
export function facilityPage(
  db: Kysely<Database>,
  releaseId: number,
  { category, bbox, after, limit }: FacilityFilter,
) {
  let page = facilities(db, releaseId).where("rf.facility_id", ">", after).orderBy("rf.facility_id").limit(limit);
  if (category !== undefined) page = page.where("f.category", "=", category);
  if (bbox !== undefined) page = page.where(pointInBox("f", bbox));
  return page;
}

export function facilityByRef(db: Kysely<Database>, releaseId: number, ref: string) {
  return facilities(db, releaseId).where("f.ref", "=", ref);
}

export function facilitiesByIds(db: Kysely<Database>, releaseId: number, ids: readonly number[]) {
  return facilities(db, releaseId).where("rf.facility_id", "in", ids);
}

export interface Circle {
  readonly lon: number;
  readonly lat: number;
  readonly radiusM: number;
}

/** Facilities within a straight-line radius, nearest first, ties by id. A first filter only: walking time is decided by `reach`. */
export function facilitiesNear(db: Kysely<Database>, releaseId: number, { lon, lat, radiusM }: Circle) {
  const centre = sql`ST_SetSRID(ST_MakePoint(${lon}::float8, ${lat}::float8), 4326)::geography`;
  const distance = sql<number>`ST_Distance(f.geom::geography, ${centre})`;
  return facilities(db, releaseId)
    .select(distance.as("distanceM"))
    .where(sql<boolean>`f.geom && ST_Buffer(${centre}, ${radiusM * 1.01 + 1})::geometry`)
    .where(distance, "<=", radiusM)
    .orderBy(distance)
    .orderBy("f.id");
}

/** Number of facilities by category. */
export function facilityCounts(db: Kysely<Database>, releaseId: number) {
  return db
    .selectFrom("release_facility as rf")
    .innerJoin("facility as f", "f.id", "rf.facility_id")
    .select(({ fn }) => ["f.category", fn.countAll<number>().as("count")])
    .where("rf.release_id", "=", releaseId)
    .groupBy("f.category")
    .orderBy(sql`f.category collate "C"`);
}

/** All facilities of a release, one entry each in every column, in the order of ids. */
export interface FacilityColumns {
  readonly count: number;
  readonly ids: Float64Array;
  readonly refs: readonly string[];
  readonly names: readonly (string | null)[];
  /** Codes of the category catalogue. */
  readonly categories: readonly string[];
  /** As written. */
  readonly openingHours: readonly (string | null)[];
  /** −1 where unknown. */
  readonly capacities: Int32Array;
  /** Shape [2 n]. Lon, lat in degrees. */
  readonly lonLat: Float64Array;
  /** Id of the unit, −1 where the place lies in none. */
  readonly communityIds: Int32Array;
  readonly subdistrictIds: Int32Array;
  /** 1 where it stands beyond the boundary file; null where none does. */
  readonly beyond: Uint8Array | null;
}

export async function facilityColumns(db: Kysely<Database>, releaseId: number): Promise<FacilityColumns> {
  const { rows } = await sql<{
    packed: Uint8Array | null;
    refs: string;
    names: string;
    categories: string;
    hours: string;
  }>`
    select
      string_agg(
        float8send(id) || float8send(lon) || float8send(lat) || int4send(community_id) || int4send(subdistrict_id)
          || int4send(capacity) || int4send(beyond),
        ''::bytea order by id) as packed,
      coalesce(json_agg(ref order by id), '[]')::text as refs,
      coalesce(json_agg(name order by id), '[]')::text as names,
      coalesce(json_agg(category order by id), '[]')::text as categories,
      coalesce(json_agg(opening_hours order by id), '[]')::text as hours
    from (
      select f.id, f.lon, f.lat, f.ref, f.name, f.category, f.opening_hours, coalesce(f.capacity, -1) as capacity,
        coalesce(rf.community_id, -1)::int4 as community_id, coalesce(rf.subdistrict_id, -1)::int4 as subdistrict_id,
        rf.beyond_boundary::int4 as beyond
      from release_facility rf join facility f on f.id = rf.facility_id where rf.release_id = ${releaseId}
    ) place`.execute(db);
  const [{ packed, refs, names, categories, hours }] = rows;
  const record = readPacked(packed, ["float64", "float64", "float64", "int32", "int32", "int32", "int32"]);
  const beyond = Uint8Array.from(record.int32(6));
  return {
    beyond: beyond.includes(1) ? beyond : null,
    count: record.count,
    ids: record.float64(0),
    refs: readTexts(refs),
    names: readTexts(names),
    categories: readTexts(categories),
    openingHours: readTexts<string | null>(hours),
    capacities: record.int32(5),
    lonLat: record.float64(1, 2),
    communityIds: record.int32(3),
    subdistrictIds: record.int32(4),
  };
}

/** What rules of spacing ask of every facility, one entry each in every column, in the order of ids. */
export interface FacilityRegister {
  readonly refs: readonly string[];
  readonly openedOn: readonly (string | null)[];
  readonly closedOn: readonly (string | null)[];
  readonly positionSources: readonly (string | null)[];
  /** Metres; null where no file states it. */
  readonly accuraciesM: readonly (number | null)[];
  readonly originalCrs: readonly string[];
}

export async function facilityRegister(db: Kysely<Database>, releaseId: number): Promise<FacilityRegister> {
  const { rows } = await sql<Record<"refs" | "opened" | "closed" | "sources" | "accuracies" | "crs", string>>`
    select
      coalesce(json_agg(ref order by id), '[]')::text as refs,
      coalesce(json_agg(opened_on order by id), '[]')::text as opened,
      coalesce(json_agg(closed_on order by id), '[]')::text as closed,
      coalesce(json_agg(position_source order by id), '[]')::text as sources,
      coalesce(json_agg(position_accuracy_m order by id), '[]')::text as accuracies,
      coalesce(json_agg(original_crs order by id), '[]')::text as crs
    from facility f join release_facility rf on rf.facility_id = f.id
    where rf.release_id = ${releaseId}`.execute(db);
  const [{ refs, opened, closed, sources, accuracies, crs }] = rows;
  return {
    refs: readTexts(refs),
    openedOn: readTexts<string | null>(opened),
    closedOn: readTexts<string | null>(closed),
    positionSources: readTexts<string | null>(sources),
    accuraciesM: JSON.parse(accuracies) as (number | null)[],
    originalCrs: readTexts(crs),
  };
}
