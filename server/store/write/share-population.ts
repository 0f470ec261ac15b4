/** Settles the people of a new release: shares its population file out over its residences, and sums them by source. @module */
import { sql, type Transaction } from "kysely";
import type { Homes } from "../../import/population/homes-by-cell.ts";
import type { SharedPeople } from "../../import/population/share-people.ts";
import type { SharingReport } from "../../import/population/sharing-report.ts";
import { arrayOf } from "../array-parameters.ts";
import type { Database, ReleasePeople } from "../database.ts";
import { populationBlock } from "../population.ts";
import { ResidenceFlag, residenceColumns } from "../residences.ts";
import { homesBeyond, withHomesBeyond } from "./homes-beyond.ts";

/** Shares the people of a stored block out; given by the caller, as the store computes nothing of the kind. */
export type SharePopulation = (block: Uint8Array, homes: Homes) => SharedPeople;

/** Residences a statement. */
const BATCH = 20_000;

/** @returns null where the release has no population file */
export async function sharePopulation(
  trx: Transaction<Database>,
  releaseId: number,
  share: SharePopulation | undefined,
): Promise<SharingReport | null> {
  const stored = await populationBlock(trx, releaseId).executeTakeFirst();
  if (!stored) return null;
  if (!share) throw new Error("the release has a population file, and nothing to share it out with");
  const { ids, count, lonLat, households, residents, flags, ages } = await residenceColumns(trx, releaseId);
  const inside: Homes = {
    count,
    lon: Float64Array.from({ length: count }, (_, i) => lonLat[2 * i]),
    lat: Float64Array.from({ length: count }, (_, i) => lonLat[2 * i + 1]),
    households,
    residents,
    estimated: Uint8Array.from(flags, (sum) => ((sum & ResidenceFlag.ESTIMATED) !== 0 ? 1 : 0)),
    ages,
  };
  const shared = share(stored.block, withHomesBeyond(inside, await homesBeyond(trx, releaseId)));
  const touched = [...ids.keys()].filter((i) => shared.residents[i] >= 0 || shared.ages[i] !== null);
  for (let start = 0; start < touched.length; start += BATCH) {
    const batch = touched.slice(start, start + BATCH);
    await sql`
      update release_residence rr set residents = share.residents, ages = share.ages::jsonb,
        people_source = case when share.residents is not null then ${shared.report.source}::text end
      from unnest(
        ${arrayOf(
          "int8",
          batch.map((i) => ids[i]),
        )},
        ${arrayOf(
          "int4",
          batch.map((i) => (shared.residents[i] >= 0 ? shared.residents[i] : null)),
        )},
        ${arrayOf(
          "text",
          batch.map((i) => shared.ages[i] && JSON.stringify(shared.ages[i])),
        )}) as share (id, residents, ages)
      where rr.release_id = ${releaseId} and rr.residence_id = share.id`.execute(trx);
  }
  return shared.report;
}

export async function peopleOf(
  trx: Transaction<Database>,
  releaseId: number,
  sharing: SharingReport | null,
): Promise<ReleasePeople> {
  const rows = await trx
    .selectFrom("release_people")
    .select(({ fn }) => [
      "people_source",
      fn.countAll<number>().as("residences"),
      sql<number>`coalesce(sum(residents), 0)::int8`.as("residents"),
      sql<number>`coalesce(sum(households) filter (where residents is null), 0)::int8`.as("households"),
    ])
    .where("release_id", "=", releaseId)
    .groupBy("people_source")
    .execute();
  const of = (source: string | null) => rows.find((row) => row.people_source === source);
  const sum = (source: string) => ({
    residences: of(source)?.residences ?? 0,
    residents: of(source)?.residents ?? 0,
  });
  return {
    given: sum("given"),
    footprint: sum("footprint"),
    raster: sum("raster"),
    cells: sum("cells"),
    unknown: { residences: of(null)?.residences ?? 0, households: of(null)?.households ?? 0 },
    sharing,
  };
}
