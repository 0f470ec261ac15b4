/** The walks of a run by themselves, for questions that want nothing of whom they are the walks of. @module */
import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  // Neighbouring lengths differ in every byte: packing them takes time and hardly any room.
  `alter table analysis_run_walk alter column total_mm set storage external, alter column facility set storage external`,

  `create view analysis_run_length as
    select w.run_id, w.profile, w.category, r.total_mm, r.at
    from analysis_run_walk w
    cross join lateral unnest(w.total_mm) with ordinality as r (total_mm, at)`,
  `comment on view analysis_run_length is 'as analysis_run_residence without places, people and facilities, and several times faster'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
