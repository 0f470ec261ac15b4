/** Which facilities of a release stand beyond the boundary that a file gives. @module */
import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table release_facility add column beyond_boundary boolean not null default false`,
  `comment on column release_facility.beyond_boundary is 'people walk to it, and it is no facility of the area; false in releases older than this column'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
