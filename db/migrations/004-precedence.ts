/**
 * Which rows of its datasets a release uses, said once: `set_aside` is null for those, and the reason for the others.
 * - A facilities file replaces the OSM facilities of every category that it contains, and those it repeats by ref.
 * - A residences file replaces the homes from OSM.
 * - A communities file replaces the OSM units of every level that it contains.
 * - A boundary file leaves out residences beyond it, and units whose middle lies beyond it. Facilities beyond it stay:
 *   people walk across boundaries.
 * @module
 */
import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `create view facility_precedence as
  select rd.release_id, rd.kind as dataset_kind, f.id,
    case
      when rd.kind = 'facilities_osm' and given.category is not null then 'category_in_facilities_file'
      when rd.kind = 'facilities_osm' and same.ref is not null then 'ref_in_facilities_file'
    end as set_aside
  from release_dataset rd
  join facility f on f.dataset_id = rd.dataset_id
  left join release_dataset file on file.release_id = rd.release_id and file.kind = 'facilities_file'
  left join (select distinct dataset_id, category from facility) given
    on given.dataset_id = file.dataset_id and given.category = f.category
  left join facility same on same.dataset_id = file.dataset_id and same.ref = f.ref
  where rd.kind in ('facilities_osm', 'facilities_file')`,

  `create view residence_precedence as
  select rd.release_id, rd.kind as dataset_kind, r.id,
    case
      when rd.kind = 'residences_osm' and file.kind is not null then 'residences_file_given'
      when not ST_Intersects(b.geom, r.geom) then 'outside_boundary'
    end as set_aside
  from release_dataset rd
  join residence r on r.dataset_id = rd.dataset_id
  left join release_dataset file on file.release_id = rd.release_id and file.kind = 'residences_file'
  left join release_dataset limits on limits.release_id = rd.release_id and limits.kind = 'boundary_file'
  left join boundary b on b.dataset_id = limits.dataset_id
  where rd.kind in ('residences_osm', 'residences_file')`,

  `create view unit_precedence as
  select rd.release_id, rd.kind as dataset_kind, u.id,
    case
      when rd.kind = 'communities_osm' and u.level = 'community' and given.level is not null
        then 'communities_file_given'
      when rd.kind = 'communities_osm' and given.level is not null then 'subdistricts_file_given'
      when not u.valid then 'shape_crosses_itself'
      when not ST_Intersects(b.geom, ST_PointOnSurface(u.geom)) then 'outside_boundary'
    end as set_aside
  from release_dataset rd
  join unit u on u.dataset_id = rd.dataset_id
  left join release_dataset file on file.release_id = rd.release_id and file.kind = 'communities_file'
  left join (select distinct dataset_id, level from unit) given
    on given.dataset_id = file.dataset_id and given.level = u.level
  left join release_dataset limits on limits.release_id = rd.release_id and limits.kind = 'boundary_file'
  left join boundary b on b.dataset_id = limits.dataset_id
  where rd.kind in ('communities_osm', 'communities_file')`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
