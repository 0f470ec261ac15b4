/** Fills a release that has its datasets: by an import, or by going back to an earlier one. @module */
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { DatasetKind } from "../../import/prepared.ts";
import { arrayLiteral } from "../array-parameters.ts";
import type { Counts, Database, ReleasePeople, SetAsideReason } from "../database.ts";
import { releaseBBox, releaseSums, setAsideCounts, settleBeyond, settlePlaces, settleUnits } from "./settle-release.ts";
import { peopleOf, type SharePopulation, sharePopulation } from "./share-population.ts";

export type SetAside = Partial<Record<SetAsideReason, number>>;

/** One more than the last; the row of the area must be locked. */
export function nextReleaseNumber(areaId: string): RawBuilder<number> {
  return sql<number>`(select coalesce(max(number), 0) + 1 from release where area_id = ${areaId})`;
}

/** Which rows of its datasets a new release uses, its people and its sums; until then nobody may read it. */
export async function completeRelease(
  trx: Transaction<Database>,
  releaseId: number,
  share: SharePopulation | undefined,
): Promise<{ counts: Counts; people: ReleasePeople }> {
  await analyze(trx, ["facility", "residence", "unit", "base_feature", "release_dataset"]);
  await settleUnits(releaseId).execute(trx);
  await analyze(trx, ["release_unit"]);
  await settlePlaces(releaseId, "residence").execute(trx);
  await settlePlaces(releaseId, "facility").execute(trx);
  await settleBeyond(releaseId).execute(trx);
  await analyze(trx, ["release_residence", "release_facility"]);

  const people = await peopleOf(trx, releaseId, await sharePopulation(trx, releaseId, share));
  const sums = await releaseSums(releaseId).execute(trx);
  const { peopleEstimated, ...placeCounts } = sums.rows[0];
  const { summary } = await trx
    .selectFrom("network_snapshot as n")
    .innerJoin("release_dataset as rd", "rd.dataset_id", "n.dataset_id")
    .select("n.summary")
    .where("rd.release_id", "=", releaseId)
    .executeTakeFirstOrThrow();
  const counts: Counts = { streetsKm: summary.streetsKm, junctions: summary.junctions, ...placeCounts };
  const box = (await releaseBBox(releaseId).execute(trx)).rows[0]?.bbox ?? null;
  if (box === null) throw new Error("the release has no shape at all to take its box from");

  const setAside: Partial<Record<DatasetKind, SetAside>> = {};
  for (const { dataset_kind, set_aside, rows } of await setAsideCounts(trx, releaseId).execute()) {
    if (set_aside !== null) setAside[dataset_kind] = { ...setAside[dataset_kind], [set_aside]: rows };
  }
  await trx
    .updateTable("release")
    .set({
      bbox: arrayLiteral(box),
      counts: JSON.stringify(counts),
      people_estimated: peopleEstimated,
      people: JSON.stringify(people),
      set_aside: JSON.stringify(setAside),
    })
    .where("id", "=", releaseId)
    .execute();
  return { counts, people };
}

/** The planner believes tables to be as they were counted last, and nobody counts on the embedded store. */
async function analyze(trx: Transaction<Database>, tables: readonly (keyof Database)[]): Promise<void> {
  for (const table of tables) await sql`analyze ${sql.table(table)}`.execute(trx);
}
