/** Settles a new release from its datasets: which rows it uses, the units they fall in, its sums. One statement each. @module */
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Counts, Database } from "../database.ts";

/** Units of the release; a community's subdistrict is the one that it names, else the one under a point on its surface. */
export function settleUnits(releaseId: number): RawBuilder<unknown> {
  return sql`
    insert into release_unit (release_id, unit_id, parent_unit_id)
    with used as (
      select u.* from unit_precedence p join unit u on u.id = p.id
      where p.release_id = ${releaseId} and p.set_aside is null
    )
    select ${releaseId}::int8, c.id,
      case when c.level = 'community' then coalesce(
        (select s.id from used s where s.level = 'subdistrict' and s.name = c.parent_name
          order by s.ref collate "C" limit 1),
        (select s.id from used s where s.level = 'subdistrict' and ST_Intersects(s.geom, ST_PointOnSurface(c.geom))
          order by s.ref collate "C" limit 1))
      end
    from used c`;
}

/**
 * Facilities or residences of the release with the community and subdistrict that each falls in.
 * A point on a shared border belongs to the unit with the lowest ref. The subdistrict is that of its community;
 * where it lies in none, the subdistrict that contains it.
 * Units stand outermost, so that PostGIS prepares each shape once for all its points. The datasets are an array, so
 * that rows of older releases are passed over before their positions are looked at.
 */
export function settlePlaces(releaseId: number, kind: "facility" | "residence"): RawBuilder<unknown> {
  const table = sql.table(kind);
  const view = sql.table(`${kind}_precedence`);
  return sql`
    insert into ${sql.table(`release_${kind}`)} (release_id, ${sql.ref(`${kind}_id`)}, community_id, subdistrict_id)
    with used as materialized (
      select id from ${view} where release_id = ${releaseId} and set_aside is null
    ),
    inside as materialized (
      select u.id as unit_id, u.ref, u.level, ru.parent_unit_id, place.id
      from release_unit ru
      join unit u on u.id = ru.unit_id
      cross join lateral (
        select p.id from ${table} p
        where p.dataset_id = any (array(select dataset_id from release_dataset where release_id = ${releaseId}))
          and ST_Intersects(u.geom, p.geom)
        offset 0
      ) place
      where ru.release_id = ${releaseId}
    ),
    community as (
      select distinct on (id) id, unit_id, parent_unit_id from inside where level = 'community'
      order by id, ref collate "C", unit_id
    ),
    subdistrict as (
      select distinct on (id) id, unit_id from inside where level = 'subdistrict'
      order by id, ref collate "C", unit_id
    )
    select ${releaseId}::int8, used.id, community.unit_id, coalesce(community.parent_unit_id, subdistrict.unit_id)
    from used
    left join community on community.id = used.id
    left join subdistrict on subdistrict.id = used.id
    order by used.id`;
}

/** Marks the facilities that stand beyond the boundary file: people walk to them, and they are no facilities of the area. */
export function settleBeyond(releaseId: number): RawBuilder<unknown> {
  return sql`
    update release_facility rf set beyond_boundary = true
    from facility f, release_dataset rd, boundary b
    where rf.release_id = ${releaseId} and f.id = rf.facility_id
      and rd.release_id = ${releaseId} and rd.kind = 'boundary_file' and b.dataset_id = rd.dataset_id
      and not ST_Intersects(b.geom, f.geom)`;
}

/** Rows that were taken but are not part of the release, by kind and reason. */
export function setAsideCounts(db: Kysely<Database>, releaseId: number) {
  return db
    .selectFrom(
      db
        .selectFrom("facility_precedence")
        .select(["dataset_kind", "set_aside"])
        .where("release_id", "=", releaseId)
        .where("set_aside", "is not", null)
        .unionAll(
          db
            .selectFrom("residence_precedence")
            .select(["dataset_kind", "set_aside"])
            .where("release_id", "=", releaseId)
            .where("set_aside", "is not", null),
        )
        .unionAll(
          db
            .selectFrom("unit_precedence")
            .select(["dataset_kind", "set_aside"])
            .where("release_id", "=", releaseId)
            .where("set_aside", "is not", null),
        )
        .as("aside"),
    )
    .select(({ fn }) => ["dataset_kind", "set_aside", fn.countAll<number>().as("rows")])
    .groupBy(["dataset_kind", "set_aside"])
    .orderBy(sql`dataset_kind collate "C"`)
    .orderBy(sql`set_aside collate "C"`);
}

export interface ReleaseSums extends Omit<Counts, "streetsKm" | "junctions"> {
  readonly peopleEstimated: boolean;
}

export function releaseSums(releaseId: number): RawBuilder<ReleaseSums> {
  return sql<ReleaseSums>`
    select
      (select count(*) from release_facility where release_id = ${releaseId}) as facilities,
      people.*,
      units.*
    from (
      select count(*) as residences, coalesce(sum(households), 0) as households,
        coalesce(sum(residents), 0) as residents, coalesce(bool_or(estimated), false) as "peopleEstimated"
      from release_people where release_id = ${releaseId}
    ) people, (
      select count(*) filter (where u.level = 'community') as communities,
        count(*) filter (where u.level = 'subdistrict') as subdistricts
      from release_unit ru join unit u on u.id = ru.unit_id where ru.release_id = ${releaseId}
    ) units`;
}

/**
 * The box of the boundary where there is one; else of streets, residences, facilities and units together.
 * Null where a release has nothing at all that could be drawn.
 */
export function releaseBBox(releaseId: number): RawBuilder<{ readonly bbox: number[] | null }> {
  return sql<{ readonly bbox: number[] | null }>`
    with limits as (
      select ST_Extent(b.geom)::geometry as box from release_dataset rd join boundary b on b.dataset_id = rd.dataset_id
      where rd.release_id = ${releaseId}
        and (rd.kind = 'boundary_file' or not exists (
          select from release_dataset f where f.release_id = ${releaseId} and f.kind = 'boundary_file'))
    ), contents as (
      select ST_Extent(box)::geometry as box from (
        select ST_Extent(f.geom)::geometry as box from release_dataset rd
        join base_feature f on f.dataset_id = rd.dataset_id and f.layer = 'street'
        where rd.release_id = ${releaseId} and rd.kind = 'streets'
        union all
        select ST_Extent(r.geom)::geometry from release_residence rr join residence r on r.id = rr.residence_id
        where rr.release_id = ${releaseId}
        union all
        select ST_Extent(f.geom)::geometry from release_facility rf join facility f on f.id = rf.facility_id
        where rf.release_id = ${releaseId}
        union all
        select ST_Extent(u.geom)::geometry from release_unit ru join unit u on u.id = ru.unit_id
        where ru.release_id = ${releaseId}
      ) boxes
    ), whole as (
      select coalesce(limits.box, contents.box) as box from limits, contents
    )
    select case when box is not null then array[ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)] end as bbox
    from whole`;
}
