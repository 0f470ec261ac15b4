/**
 * People by age group, population from rasters and cells, and the people that each residence of a release holds:
 * its own figures, or its share of a population file. The share is settled anew for every release.
 * @module
 */
import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table dataset drop constraint dataset_kind_check`,
  `alter table dataset add constraint dataset_kind_check check (kind in (
    'streets', 'facilities_osm', 'facilities_file', 'residences_osm', 'residences_file',
    'communities_osm', 'communities_file', 'boundary_osm', 'boundary_file', 'population_file'))`,

  `alter table residence add column ages jsonb`,
  `comment on column residence.ages is 'age group to residents; null where no group is given'`,

  `create table population (
    dataset_id bigint primary key references dataset,
    block bytea not null
  )`,
  `comment on table population is 'figures of a raster or of H3 cells, as written by server/import/population'`,
  `alter table population alter column block set storage external`,

  `alter table release_residence add column residents integer check (residents >= 0),
    add column ages jsonb,
    add column people_source text check (people_source in ('raster', 'cells'))`,
  `comment on column release_residence.residents is 'share of the population file; null where the residence keeps its own figure, and people_source with it'`,
  `comment on column release_residence.ages is 'age groups with their share of the population file; null where the residence keeps its own'`,

  `alter table release add column people jsonb`,
  `comment on column release.people is 'residents by source, and how the population file was shared out; null in releases older than this column'`,

  `create view release_people as
  select rr.release_id, rr.residence_id, rr.community_id, rr.subdistrict_id, r.households,
    coalesce(rr.residents, r.residents) as residents,
    coalesce(rr.ages, r.ages) as ages,
    coalesce(rr.people_source, case when r.residents is not null then
      case when r.estimated then 'footprint' else 'given' end end) as people_source,
    r.estimated or rr.people_source is not null as estimated
  from release_residence rr join residence r on r.id = rr.residence_id`,
  `comment on view release_people is 'people_source: given, footprint, raster, cells; null where residents are unknown'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
