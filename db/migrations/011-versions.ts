/** Who made a release, where they said so, and which earlier release one that went back was made from. @module */
import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table release add column office text check (length(office) between 1 and 100)`,
  `comment on column release.office is 'label of the office that imported or went back, as typed; never the name of a person; null where nothing was typed'`,
  `alter table release add column restored_number integer check (restored_number > 0 and restored_number < number)`,
  `comment on column release.restored_number is 'number of the release of this area whose datasets this one took up again; null for an import'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
