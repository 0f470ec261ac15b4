/** What rules of spacing ask of a facility: since when and until when it stood, and how sure its position is. @module */
import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table facility
    add column opened_on text check (opened_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
    add column closed_on text check (closed_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
    add column position_source text check (position_source in ('surveyed', 'gps', 'map', 'geocoded')),
    add column position_accuracy_m float8 check (position_accuracy_m >= 0)`,
  `comment on column facility.opened_on is 'ISO day; null where nobody said'`,
  `comment on column facility.closed_on is 'its last day; null where it is not known to have closed'`,
  `comment on column facility.position_source is 'how the position was found; null where nobody said'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
