/** The population file of a release, as the block in which its cells were written. @module */
import type { Kysely } from "kysely";
import type { Database } from "./database.ts";

export function populationBlock(db: Kysely<Database>, releaseId: number) {
  return db
    .selectFrom("release_dataset as rd")
    .innerJoin("population as p", "p.dataset_id", "rd.dataset_id")
    .select("p.block")
    .where("rd.release_id", "=", releaseId)
    .where("rd.kind", "=", "population_file");
}
