/** Homes whose flats the map counts: their households are given, though their residents are estimated. @module */
import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table residence add column flats_counted boolean not null default false`,
  `comment on column residence.flats_counted is 'households of an estimated home are given as flats of the map; false in rows older than this column'`,
  `comment on column residence.estimated is 'true where residents were estimated from the footprint, and households where flats_counted is false'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
