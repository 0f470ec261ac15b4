/** Analyses of a whole area that were asked to stay: what was asked, what it was computed from, every walk and every sum. @module */
import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `create table analysis_run (
    id text primary key,
    area_id text not null references area,
    release_id bigint not null references release,
    question jsonb not null,
    pins jsonb not null,
    state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    created_at timestamptz not null default now(),
    alive_at timestamptz not null default now(),
    ended_at timestamptz,
    problem jsonb,
    result text,
    result_sha256 text
  )`,
  `create index analysis_run_area on analysis_run (area_id, created_at)`,
  `comment on column analysis_run.alive_at is 'renewed by the service that computes the run: one that stands still a minute was interrupted'`,
  `comment on column analysis_run.result is 'JSON, byte for byte what the service answers; the same pins give the same bytes'`,
  `comment on column analysis_run.result_sha256 is 'of result in UTF-8, hexadecimal'`,

  // A column a list: one row a run and one a category are written and read many times faster than one a walk.
  `create table analysis_run_place (
    run_id text primary key references analysis_run on delete cascade,
    residence text[] not null,
    community text[] not null,
    households int4[] not null,
    residents int4[] not null,
    facility text[] not null
  )`,
  `comment on column analysis_run_place.residence is 'refs; the order that all lists of the run share'`,
  `comment on column analysis_run_place.households is 'null where unknown, as residents'`,
  `comment on column analysis_run_place.facility is 'refs, in the order that analysis_run_walk.facility counts from 0'`,

  `create table analysis_run_walk (
    run_id text not null references analysis_run on delete cascade,
    profile text not null,
    category text not null,
    verdicts jsonb not null,
    total_mm int4[] not null,
    facility int4[] not null,
    primary key (run_id, profile, category)
  )`,
  `comment on column analysis_run_walk.total_mm is 'of every residence to the nearest facility, offsets included; null where none leads there'`,
  `comment on column analysis_run_walk.verdicts is 'minutes to a letter a residence: c covered, u uncovered, - unknown'`,

  `create view analysis_run_residence as
    select w.run_id, w.profile, w.category, r.residence, r.community, r.households, r.residents, r.total_mm,
      case when r.facility_at is not null then p.facility[r.facility_at + 1] end as facility, r.at
    from analysis_run_walk w
    join analysis_run_place p on p.run_id = w.run_id
    cross join lateral unnest(p.residence, p.community, p.households, p.residents, w.total_mm, w.facility)
      with ordinality as r (residence, community, households, residents, total_mm, facility_at, at)`,
  `comment on view analysis_run_residence is 'one row a residence, profile and category; at counts residences from 1'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
