/** Gates or doors by which people leave a residence. @module */
import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table residence add column entrances float8[] check (cardinality(entrances) % 2 = 0)`,
  `comment on column residence.entrances is 'lon, lat of one after the other, in degrees; null where nothing is known of them, empty where all that is known is closed'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
