/** How many people a facility can serve at once: beds, places of day care, seats. @module */
import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table facility add column capacity integer check (capacity >= 0)`,
  `comment on column facility.capacity is 'people served at once; null where nobody said'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
