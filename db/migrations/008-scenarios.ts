/** Scenarios: named lists of changes over an area's base. @module */
import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `create table scenario (
    id bigint generated always as identity primary key,
    area_id text not null references area,
    name text not null check (name <> ''),
    changes jsonb not null,
    release integer not null check (release > 0),
    streets_version integer not null check (streets_version > 0),
    revision integer not null default 1 check (revision > 0),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  `create index scenario_area on scenario (area_id, id)`,
  `comment on column scenario.release is 'number of the release on which every change applied when they were written'`,
  `comment on column scenario.streets_version is 'version of the streets by which changes number edges'`,
  `comment on column scenario.revision is 'counts up with every change of name or changes; whoever changes must name the one they read'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
