/** Areas opened for tests without a store: streets, and facilities of some categories. */

import { OpenArea } from "../../server/analysis/open-area.ts";
import type { LonLat } from "../../server/base/lon-lat.ts";
import type { WalkNetwork } from "../../server/network/walk-network.ts";
import { WalkPool } from "../../server/reach/pool/walk-pool.ts";
import type { Profile } from "../../server/reach/profile.ts";
import { facilitiesAt, residencesAt } from "./people.ts";
import { profiles as shipped } from "./profiles.ts";

export interface PlacedFacility {
  readonly category: string;
  readonly position: LonLat;
}

/** @param more profiles beside those that ship */
export function areaOf(
  network: WalkNetwork,
  facilities: readonly PlacedFacility[],
  more: readonly Profile[] = [],
): OpenArea {
  const content = {
    areaId: "town",
    releaseId: 1,
    release: 1,
    datasets: {},
    network,
    residences: residencesAt([]),
    facilities: facilitiesAt(facilities.map((facility, f) => ({ ...facility, ref: `f${f}`, community: -1 }))),
    communities: [],
    communityShapes: [],
    subdistricts: [],
    subdistrictShapes: [],
  };
  const all = new Map([...shipped, ...more.map((profile) => [profile.id, profile] as const)]);
  // Its threads start with the first job, and none is asked for.
  return new OpenArea(content, all, new Set(content.facilities.categories), new WalkPool(1));
}
