/** Coverage facility by facility: who has it as the nearest one. @module */
import { walkSeconds } from "../base/units.ts";
import { usersByFacility } from "../coverage/facility-users.ts";
import type { CoverageQuestion } from "./coverage.ts";
import type { OpenArea } from "./open-area.ts";
import { checkedLimit } from "./reach.ts";

export interface FacilityRowAnswer {
  ref: string;
  name: string | null;
  category: string;
  position: [number, number];
  subdistrict: string | null;
  community: string | null;
  /** False where no walk can be shown to reach it: no street that the profile may use within 200 m. */
  onNetwork: boolean;
  /** Those whose nearest of the category it is, and who reach it within the limit. */
  residences: number;
  households: number;
  residents: number;
  /** Those whose nearest it is, and who are beyond the limit. */
  residencesBeyond: number;
  residentsBeyond: number;
  worstSeconds: number | null;
}

/** One row a facility of the category, in the order of the release. Throws as `coverageBy` does. */
export function facilityRows(area: OpenArea, question: CoverageQuestion): FacilityRowAnswer[] {
  const walker = area.walker(question.profile);
  const limit = checkedLimit(walker, question.minutes);
  const index = area.categoryIndex(question.category);
  const { facilities, residences, communities, subdistricts } = area.content;
  const users = usersByFacility(facilities.count, residences, area.walksFor(question), limit);
  const rows: FacilityRowAnswer[] = [];
  for (const [f, { worstMm, ...people }] of users.entries()) {
    if (facilities.category[f] !== index) continue;
    rows.push({
      ref: facilities.ref[f],
      name: facilities.name[f],
      category: question.category,
      position: [facilities.lon[f], facilities.lat[f]],
      subdistrict: subdistricts[facilities.subdistrict[f]]?.name ?? null,
      community: communities[facilities.community[f]]?.name ?? null,
      onNetwork: area.endsOfFacility(walker, f).length > 0,
      ...people,
      worstSeconds: worstMm === null ? null : walkSeconds(worstMm, walker.profile.speedMmPerSecond),
    });
  }
  return rows;
}
