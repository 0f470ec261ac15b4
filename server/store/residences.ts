/** Residences of a release, after precedence: pages, one, and columns for the engine. @module */
import { type Kysely, sql } from "kysely";
import type { BBox } from "../base/lon-lat.ts";
import type { Database } from "./database.ts";
import { readPacked, readTexts } from "./packed.ts";
import { type Page, pointInBox } from "./pages.ts";

export interface ResidenceFilter extends Page {
  readonly bbox?: BBox;
}

/** From the footprint: neither a file nor the map counts them. */
const HOUSEHOLDS_ESTIMATED = sql<boolean>`r.estimated and not r.flats_counted and rr.households is not null`;
/** Some group that is known is not the home's own; one that was only set aside is no estimate. */
const AGES_SHARED = sql<boolean>`coalesce(not rr.ages <@ coalesce(r.ages, '{}'), false)`;

export function residences(db: Kysely<Database>, releaseId: number) {
  return db
    .selectFrom("release_people as rr")
    .innerJoin("residence as r", "r.id", "rr.residence_id")
    .leftJoin("unit as c", "c.id", "rr.community_id")
    .leftJoin("unit as s", "s.id", "rr.subdistrict_id")
    .select([
      "r.id",
      "r.ref",
      "r.name",
      "r.kind",
      "r.lon",
      "r.lat",
      "r.original_x as originalX",
      "r.original_y as originalY",
      "r.original_crs as originalCrs",
      "r.source",
      "r.address",
      "rr.households",
      "rr.residents",
      "rr.ages",
      "rr.people_source as peopleSource",
      HOUSEHOLDS_ESTIMATED.as("householdsEstimated"),
      AGES_SHARED.as("agesEstimated"),
      "c.ref as communityRef",
      "c.name as communityName",
      "s.ref as subdistrictRef",
      "s.name as subdistrictName",
    ])
    .where("rr.release_id", "=", releaseId);
}

/** In the order of ids; the next page begins `after` the last id of this one. */
export function residencePage(db: Kysely<Database>, releaseId: number, { bbox, after, limit }: ResidenceFilter) {
  const page = residences(db, releaseId).where("rr.residence_id", ">", after).orderBy("rr.residence_id").limit(limit);
  return bbox === undefined ? page : page.where(pointInBox("r", bbox));
}

export function residenceByRef(db: Kysely<Database>, releaseId: number, ref: string) {
  return residences(db, releaseId).where("r.ref", "=", ref);
}

export function residencesByRefs(db: Kysely<Database>, releaseId: number, refs: readonly string[]) {
  return residences(db, releaseId).where("r.ref", "in", refs);
}

export function residencesByIds(db: Kysely<Database>, releaseId: number, ids: readonly number[]) {
  return residences(db, releaseId).where("rr.residence_id", "in", ids);
}

/** All residences of a release, one entry each in every column, in the order of ids. */
export interface ResidenceColumns {
  readonly count: number;
  readonly ids: Float64Array;
  readonly refs: readonly string[];
  readonly names: readonly (string | null)[];
  /** Shape [2 n]. Lon, lat in degrees. */
  readonly lonLat: Float64Array;
  /** −1 where nobody gave or estimated a number, as with `residents`. */
  readonly households: Int32Array;
  readonly residents: Int32Array;
  /** Residents by age group, −1 where unknown; groups of which nothing is known are not there. */
  readonly ages: ReadonlyMap<string, Int32Array>;
  /** Lon, lat of one entrance after the other; null where nothing is known of them, empty where all are closed. */
  readonly entrances: readonly (readonly number[] | null)[];
  /** Sums of {@link ResidenceFlag}. */
  readonly flags: Int32Array;
  /** Id of the unit, −1 where the place lies in none. */
  readonly communityIds: Int32Array;
  readonly subdistrictIds: Int32Array;
}

/** Bits of {@link ResidenceColumns.flags}. */
export const ResidenceFlag = {
  /** Its own residents are estimates; it may have them from a population file all the same. */
  ESTIMATED: 1,
  /** A compound, not a single building. */
  COMPOUND: 2,
  /** From a file of the district, not from OSM. */
  FROM_FILE: 4,
  /** The residents are a share of a raster. */
  FROM_RASTER: 8,
  /** The residents are a share of a table of cells. */
  FROM_CELLS: 16,
  /** Some age group is a share of a table of cells. */
  AGES_ESTIMATED: 32,
  /** The households are estimated from the footprint. */
  HOUSEHOLDS_ESTIMATED: 64,
} as const;

export async function residenceColumns(db: Kysely<Database>, releaseId: number): Promise<ResidenceColumns> {
  const groups = await ageGroups(db, releaseId);
  const sendAges = groups.map((group) => sql`|| int4send(coalesce((ages ->> ${sql.lit(group)})::int4, -1))`);
  const { rows } = await sql<{
    packed: Uint8Array | null;
    refs: string;
    names: string;
    entrances: string;
  }>`
    select
      string_agg(
        float8send(id) || float8send(lon) || float8send(lat) || int4send(households) || int4send(residents)
          || int4send(flags) || int4send(community_id) || int4send(subdistrict_id) ${sql.join(sendAges, sql` `)},
        ''::bytea order by id) as packed,
      coalesce(json_agg(ref order by id), '[]')::text as refs,
      coalesce(json_agg(name order by id), '[]')::text as names,
      coalesce(json_agg(json_build_array(id, entrances) order by id) filter (where entrances is not null), '[]')::text
        as entrances
    from (
      select r.id, r.lon, r.lat, r.ref, r.name, r.entrances, rr.ages,
        coalesce(rr.households, -1) as households, coalesce(rr.residents, -1) as residents,
        case when r.estimated then ${sql.lit(ResidenceFlag.ESTIMATED)} else 0 end
          + case when r.kind = 'compound' then ${sql.lit(ResidenceFlag.COMPOUND)} else 0 end
          + case when r.source = 'file' then ${sql.lit(ResidenceFlag.FROM_FILE)} else 0 end
          + case rr.people_source
            when 'raster' then ${sql.lit(ResidenceFlag.FROM_RASTER)}
            when 'cells' then ${sql.lit(ResidenceFlag.FROM_CELLS)} else 0 end
          + case when ${AGES_SHARED} then ${sql.lit(ResidenceFlag.AGES_ESTIMATED)} else 0 end
          + case when ${HOUSEHOLDS_ESTIMATED} then ${sql.lit(ResidenceFlag.HOUSEHOLDS_ESTIMATED)} else 0 end as flags,
        coalesce(rr.community_id, -1)::int4 as community_id, coalesce(rr.subdistrict_id, -1)::int4 as subdistrict_id
      from release_people rr join residence r on r.id = rr.residence_id where rr.release_id = ${releaseId}
    ) place`.execute(db);
  const [{ packed, refs, names, entrances }] = rows;
  const fixed = ["float64", "float64", "float64", "int32", "int32", "int32", "int32", "int32"] as const;
  const record = readPacked(packed, [...fixed, ...groups.map(() => "int32" as const)]);
  const ids = record.float64(0);
  return {
    count: record.count,
    ids,
    refs: readTexts(refs),
    names: readTexts<string | null>(names),
    lonLat: record.float64(1, 2),
    entrances: entrancesOf(ids, entrances),
    households: record.int32(3),
    residents: record.int32(4),
    ages: new Map(groups.map((group, g) => [group, record.int32(fixed.length + g)])),
    flags: record.int32(5),
    communityIds: record.int32(6),
    subdistrictIds: record.int32(7),
  };
}

/** Groups of which anything is known in the release, by code. */
async function ageGroups(db: Kysely<Database>, releaseId: number): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct jsonb_object_keys(ages) collate "C" as code from release_people
    where release_id = ${releaseId} and ages is not null order by code`.execute(db);
  return rows.map(({ code }) => code);
}

/** Few residences have entrances: only theirs are sent, with their ids. */
function entrancesOf(ids: Float64Array, json: string): (readonly number[] | null)[] {
  const byId = new Map(JSON.parse(json) as [number, number[]][]);
  return Array.from(ids, (id) => byId.get(id) ?? null);
}
