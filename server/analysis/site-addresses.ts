/** Where the sites of a plan are to be found: the address of the place, or of the nearest place that has one. @module */
import type { Kysely } from "kysely";
import { nearestAddresses } from "../store/addresses.ts";
import type { Database } from "../store/database.ts";
import type { SitingSite } from "./siting-answer.ts";

export interface SiteAddress {
  readonly address: string;
  /** Straight, from the site to the address point. */
  readonly metres: number;
}

/** Farther away, an address says nothing of where a site is. */
const RADIUS_M = 100;

/** In the order of the sites; null where no address is stated within 100 m. */
export async function siteAddresses(
  db: Kysely<Database>,
  releaseId: number,
  sites: readonly SitingSite[],
): Promise<(SiteAddress | null)[]> {
  const places = sites.map(({ position }) => position);
  const { rows } = await nearestAddresses(releaseId, places, RADIUS_M).execute(db);
  const found = new Map(rows.map((row) => [row.place, row]));
  return sites.map((_, i) => found.get(i) ?? null);
}
