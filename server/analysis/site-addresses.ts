/** Where the sites of a plan are to be found: the address of the place, or of the nearest place that has one. @module */
import type { Kysely } from "kysely";
import { nearestAddresses } from "../store/addresses.ts";
import type { Database } from "../store/database.ts";
import type { SitingSite } from "./siting-answer.ts";

export interface SiteAddress {
  readonly address: string;
  /** Straight, from the site to the address point. */
  readonly metres: number;
  /** Of the shop that the site is, or of the compound whose gate it is; false for a neighbour's. */
  readonly own: boolean;
}

/** Farther away, an address says nothing of where a site is. */
const RADIUS_M = 100;

/** In the order of the sites; null where no address is stated within 100 m. */
export async function siteAddresses(
  db: Kysely<Database>,
  releaseId: number,
  sites: readonly SitingSite[],
): Promise<(SiteAddress | null)[]> {
  const places = sites.map((site) => ({ position: site.position, facility: shopOf(site) }));
  const { rows } = await nearestAddresses(releaseId, places, RADIUS_M).execute(db);
  const found = new Map(rows.map((row) => [row.place, row]));
  return sites.map((_, i) => found.get(i) ?? null);
}

/** Ref of the shop that a site is, null for a site that is none yet. */
function shopOf({ id, source }: SitingSite): string | null {
  return source === "unsigned" ? id.slice("unsigned:".length) : null;
}
