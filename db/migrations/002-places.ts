/** What the datasets hold: networks, base map, facilities, residences, units, boundaries. Positions are WGS 84. @module */
import { type Kysely, sql } from "kysely";

// Tables of many rows carry no foreign keys: rows are written in the transaction that writes their dataset, never
// change after it, and checking each would cost as much again as writing it.
const STATEMENTS = [
  `create table network_snapshot (
    dataset_id bigint primary key references dataset,
    format_version integer not null,
    sha256 text not null,
    summary jsonb not null,
    block bytea not null
  )`,
  `comment on column network_snapshot.sha256 is 'of block, hexadecimal'`,
  // Typed arrays hardly compress; uncompressed they are read three times faster.
  `alter table network_snapshot alter column block set storage external`,

  `create table base_feature (
    id bigint generated always as identity primary key,
    dataset_id bigint not null,
    layer text not null,
    kind text not null,
    name text,
    geom geometry(Geometry, 4326) not null
  )`,
  `create index base_feature_geom on base_feature using gist (geom)`,
  `create index base_feature_dataset on base_feature (dataset_id, layer)`,

  `create table facility (
    id bigint generated always as identity primary key,
    dataset_id bigint not null,
    ref text not null,
    name text,
    category text not null,
    lon float8 not null check (lon between -180 and 180),
    lat float8 not null check (lat between -90 and 90),
    geom geometry(Point, 4326) not null generated always as (ST_SetSRID(ST_MakePoint(lon, lat), 4326)) stored,
    original_x float8 not null,
    original_y float8 not null,
    original_crs text not null,
    source text not null check (source in ('osm', 'file')),
    address text,
    phone text,
    opening_hours text,
    unique (dataset_id, ref)
  )`,
  `create index facility_geom on facility using gist (geom)`,
  `create index facility_category on facility (dataset_id, category)`,

  `create table residence (
    id bigint generated always as identity primary key,
    dataset_id bigint not null,
    ref text not null,
    name text,
    kind text not null check (kind in ('building', 'compound')),
    lon float8 not null check (lon between -180 and 180),
    lat float8 not null check (lat between -90 and 90),
    geom geometry(Point, 4326) not null generated always as (ST_SetSRID(ST_MakePoint(lon, lat), 4326)) stored,
    original_x float8 not null,
    original_y float8 not null,
    original_crs text not null,
    source text not null check (source in ('osm', 'file')),
    address text,
    households integer check (households >= 0),
    residents integer check (residents >= 0),
    estimated boolean not null,
    unique (dataset_id, ref)
  )`,
  `create index residence_geom on residence using gist (geom)`,
  `comment on column residence.estimated is 'true where households and residents were estimated from the footprint'`,

  `create table unit (
    id bigint generated always as identity primary key,
    dataset_id bigint not null references dataset,
    ref text not null,
    name text not null,
    level text not null check (level in ('subdistrict', 'community')),
    parent_name text,
    derived boolean not null default false,
    valid boolean not null generated always as (ST_IsValid(geom)) stored,
    geom geometry(MultiPolygon, 4326) not null,
    unique (dataset_id, ref)
  )`,
  `create index unit_geom on unit using gist (geom)`,
  `comment on column unit.derived is 'true for a subdistrict that the file names but does not draw: the union of its communities'`,

  `create table boundary (
    dataset_id bigint primary key references dataset,
    geom geometry(MultiPolygon, 4326) not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
