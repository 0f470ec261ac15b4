/** Who walks to each facility: residences gathered by the facility that is nearest to them. @module */
import type { CategoryWalks } from "./category-walks.ts";
import type { Residences } from "./people.ts";
import { verdictOf } from "./verdict.ts";

/** People are sums over residences whose figure is known. */
export interface FacilityUsers {
  /** Nearest to them, and within the limit: over all facilities of a category the sums are those who are covered. */
  residences: number;
  households: number;
  residents: number;
  /** Nearest to them, and beyond the limit. */
  residencesBeyond: number;
  residentsBeyond: number;
  /** The longest of the walks within the limit; null where nobody is within it. */
  worstMm: number | null;
}

/** One a facility, in the order of the release; facilities of other categories have nobody. */
export function usersByFacility(
  facilityCount: number,
  residences: Residences,
  walks: CategoryWalks,
  limitMm: number,
): FacilityUsers[] {
  const users = Array.from({ length: facilityCount }, (): FacilityUsers => {
    return { residences: 0, households: 0, residents: 0, residencesBeyond: 0, residentsBeyond: 0, worstMm: null };
  });
  for (let r = 0; r < residences.count; r++) {
    const f = walks.facility[r];
    if (f < 0) continue;
    const sum = users[f];
    const residents = Math.max(0, residences.residents[r]);
    if (verdictOf(walks, r, limitMm) !== "covered") {
      sum.residencesBeyond++;
      sum.residentsBeyond += residents;
      continue;
    }
    sum.residences++;
    sum.households += Math.max(0, residences.households[r]);
    sum.residents += residents;
    sum.worstMm = Math.max(sum.worstMm ?? 0, walks.totalMm[r]);
  }
  return users;
}
