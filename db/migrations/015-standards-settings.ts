/**
 * Parameters of packs as the district sets them, from version to version of the register like all else in it; and versions
 * that take an earlier one up again say which.
 * @module
 */
import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table register_version
    drop constraint register_version_action_check,
    add constraint register_version_action_check
      check (action in ('units', 'facts', 'prices', 'change', 'waiver', 'name', 'setting', 'restore')),
    add column restored integer check (restored between 1 and number - 1)`,
  `comment on column register_version.restored is 'earlier version whose rows it made count again; null unless it is one of restore'`,

  `create table register_setting (
    id bigint generated always as identity primary key,
    area_id text not null references area,
    from_version integer not null check (from_version > 0),
    until_version integer check (until_version > from_version),
    pack text not null,
    parameter text not null,
    value jsonb not null check (jsonb_typeof(value) in ('number', 'string')),
    office text not null check (office ~ '\\S')
  )`,
  `comment on column register_setting.office is 'the body that set it, never a person'`,
  `create unique index register_setting_current on register_setting (area_id, pack, parameter) where until_version is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
