/** Areas, the datasets that were imported for them, and releases: fixed sets of datasets that readers read. @module */
import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `create extension if not exists postgis`,

  `create table area (
    id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name text not null,
    demo boolean not null,
    created_at timestamptz not null default now(),
    current_release_id bigint
  )`,

  // Rows of a dataset never change: importing again makes the next version.
  `create table dataset (
    id bigint generated always as identity primary key,
    area_id text not null references area,
    kind text not null check (kind in (
      'streets', 'facilities_osm', 'facilities_file', 'residences_osm', 'residences_file',
      'communities_osm', 'communities_file', 'boundary_osm', 'boundary_file')),
    version integer not null check (version > 0),
    file text not null,
    file_sha256 text not null,
    crs text not null,
    imported_at timestamptz not null default now(),
    taken integer not null check (taken >= 0),
    refused integer not null check (refused >= 0),
    refused_by jsonb not null,
    estimated boolean not null,
    unique (area_id, kind, version)
  )`,
  `comment on column dataset.crs is 'as stated for the file; positions are stored in WGS 84 beside the original pair'`,
  `comment on column dataset.refused_by is 'reason to number of rows'`,
  `comment on column dataset.estimated is 'true where households or residents of some rows are estimates'`,

  `create table release (
    id bigint generated always as identity primary key,
    area_id text not null references area,
    number integer not null check (number > 0),
    released_at timestamptz not null default now(),
    bbox float8[],
    counts jsonb,
    people_estimated boolean,
    set_aside jsonb,
    unique (area_id, number)
  )`,
  `comment on column release.bbox is 'west, south, east, north, in degrees; null until the release is complete, as are the columns after it'`,
  `comment on column release.set_aside is 'kind of dataset to reason to number of rows that were taken but are not part of the release'`,
  `alter table area add foreign key (current_release_id) references release`,

  `create table release_dataset (
    release_id bigint not null references release,
    kind text not null,
    dataset_id bigint not null references dataset,
    primary key (release_id, kind)
  )`,

  `create table refusal (
    dataset_id bigint not null references dataset,
    seq integer not null,
    file text not null,
    "row" integer,
    ref text,
    reason text not null,
    field text,
    value text,
    expected text,
    primary key (dataset_id, seq)
  )`,
  `comment on column refusal."row" is 'line in the table, from 1, header included; null for OSM objects, which have a ref'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
