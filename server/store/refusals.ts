/** Rows of a dataset that were not taken, and why. @module */
import type { Kysely } from "kysely";
import type { Database } from "./database.ts";
import type { Page } from "./pages.ts";

/** In the order of the file; `seq` is the key of the next page. */
export function refusalPage(db: Kysely<Database>, datasetId: number, { after, limit }: Page) {
  return db
    .selectFrom("refusal")
    .select(["seq", "file", "row", "ref", "reason", "field", "value", "expected"])
    .where("dataset_id", "=", datasetId)
    .where("seq", ">", after)
    .orderBy("seq")
    .limit(limit);
}
