/** What a release consists of once precedence is settled, and the units that each place falls in. @module */
import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `create table release_unit (
    release_id bigint not null references release,
    unit_id bigint not null references unit,
    parent_unit_id bigint references unit,
    primary key (release_id, unit_id)
  )`,
  `comment on column release_unit.parent_unit_id is 'subdistrict of a community, by its stated name, else by where a point on its surface falls'`,

  `create table release_facility (
    release_id bigint not null,
    facility_id bigint not null,
    community_id bigint,
    subdistrict_id bigint,
    primary key (release_id, facility_id)
  )`,

  `create table release_residence (
    release_id bigint not null,
    residence_id bigint not null,
    community_id bigint,
    subdistrict_id bigint,
    primary key (release_id, residence_id)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
