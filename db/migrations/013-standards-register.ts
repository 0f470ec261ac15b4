/**
 * The register that standards are held against: facts of units and their facilities, waivers, confirmed spellings, and
 * names that wait for a person. Nothing is ever overwritten: each row says from which version of the register it counts
 * and from which it counts no more, so that a finding can name the version that it rests on.
 * @module
 */
import { type Kysely, sql } from "kysely";

const DAY = "'^\\d{4}-\\d{2}-\\d{2}$'";
const VERSIONS = `from_version integer not null check (from_version > 0),
    until_version integer check (until_version > from_version)`;

const STATEMENTS = [
  `create table register_version (
    area_id text not null references area,
    number integer not null check (number > 0),
    made_at timestamptz not null default now(),
    office text check (length(office) between 1 and 100),
    action text not null check (action in ('units', 'facts', 'change', 'waiver', 'name', 'restore')),
    pack text,
    file text,
    file_sha256 text,
    changed integer not null check (changed >= 0),
    primary key (area_id, number)
  )`,
  `comment on column register_version.office is 'label of the office that made it, as typed; never the name of a person; null where nothing was typed'`,
  `comment on column register_version.changed is 'facts, waivers or names that it added, replaced or withdrew'`,

  `create table register_fact (
    id bigint generated always as identity primary key,
    area_id text not null references area,
    ${VERSIONS},
    unit text not null,
    kind text not null,
    place text not null,
    form text not null,
    fact text not null,
    since text not null check (since = '' or since ~ ${DAY}),
    value jsonb not null
  )`,
  `comment on column register_fact.unit is 'key of the unit: * for the district, 街道, 街道/社区, as names are compared'`,
  `comment on column register_fact.kind is 'kind of facility; of work, inspections and surveys the item; empty for a fact of the unit itself'`,
  `comment on column register_fact.place is 'name of the facility; empty for the only one of its kind'`,
  `comment on column register_fact.since is 'day from which it holds; empty where nobody said'`,
  `comment on column register_fact.until_version is 'version that replaced or withdrew it; null while it counts'`,
  `create unique index register_fact_current on register_fact (area_id, unit, kind, place, fact, since) where until_version is null`,
  `create index register_fact_versions on register_fact (area_id, from_version)`,

  `create table register_waiver (
    id bigint generated always as identity primary key,
    area_id text not null references area,
    ${VERSIONS},
    pack text not null,
    unit text not null,
    requirement text not null,
    reason text not null check (reason ~ '\\S'),
    office text not null check (office ~ '\\S'),
    valid_from text not null check (valid_from ~ ${DAY}),
    valid_until text check (valid_until ~ ${DAY} and valid_until >= valid_from)
  )`,
  `comment on column register_waiver.office is 'the body that allowed it, never a person'`,
  `create index register_waiver_area on register_waiver (area_id, pack)`,

  `create table register_alias (
    id bigint generated always as identity primary key,
    area_id text not null references area,
    ${VERSIONS},
    street text not null,
    written text not null,
    unit text,
    office text
  )`,
  `comment on column register_alias.street is 'as written; empty where none was'`,
  `comment on column register_alias.unit is 'key of the unit that the spelling means; null: it is none of the register'`,
  `create unique index register_alias_current on register_alias (area_id, street, written) where until_version is null`,

  `create table register_name (
    area_id text not null references area,
    street text not null,
    written text not null,
    file text not null,
    "row" integer not null,
    asked_at timestamptz not null default now(),
    primary key (area_id, street, written)
  )`,
  `comment on table register_name is 'names that tables brought and that are not surely one unit: for a person, never merged by likeness'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
