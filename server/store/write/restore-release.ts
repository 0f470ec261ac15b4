/** Goes back to an earlier release: a new one over the same datasets. What happened since stays written and can be gone back to in turn. @module */
import type { Kysely } from "kysely";
import type { Database } from "../database.ts";
import { storeError } from "../errors.ts";
import { completeRelease, nextReleaseNumber } from "./complete-release.ts";
import type { SharePopulation } from "./share-population.ts";

export interface RestoreOrder {
  readonly areaId: string;
  /** The release to go back to, as users number it. */
  readonly release: number;
  /** Whoever goes back, as they call their office; null where they do not say. */
  readonly office: string | null;
}

/**
 * One transaction, as an import is.
 *
 * @returns number of the new release
 * @throws DomainError `release_unknown`, `release_current`
 */
export function restoreRelease(
  db: Kysely<Database>,
  { areaId, release, office }: RestoreOrder,
  share: SharePopulation,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    // Locked, so that imports and restores of one area follow one another.
    const area = await trx
      .selectFrom("area")
      .select("current_release_id as current")
      .where("id", "=", areaId)
      .forUpdate()
      .executeTakeFirst();
    const known = await trx
      .selectFrom("release")
      .select(["id", "number"])
      .where("area_id", "=", areaId)
      .orderBy("number")
      .execute();
    const wanted = known.find(({ number }) => number === release);
    if (area === undefined || wanted === undefined) {
      const expected = known.map(({ number }) => number).join(", ") || "—";
      throw storeError("release_unknown", { area: areaId, value: release, expected });
    }
    if (wanted.id === area.current) throw storeError("release_current", { area: areaId, value: release });
    const made = await trx
      .insertInto("release")
      .values({ area_id: areaId, number: nextReleaseNumber(areaId), office, restored_number: release })
      .returning(["id", "number"])
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("release_dataset")
      .columns(["release_id", "kind", "dataset_id"])
      .expression((eb) =>
        eb
          .selectFrom("release_dataset")
          .select([eb.val(made.id).as("release_id"), "kind", "dataset_id"])
          .where("release_id", "=", wanted.id),
      )
      .execute();
    await completeRelease(trx, made.id, share);
    await trx.updateTable("area").set({ current_release_id: made.id }).where("id", "=", areaId).execute();
    return made.number;
  });
}
