/** Areas opened without a store, from columns. */
import { OpenArea, type ReleaseContent } from "../../server/analysis/open-area.ts";
import type { Facilities, Residences, Unit } from "../../server/coverage/people.ts";
import type { WalkNetwork } from "../../server/network/walk-network.ts";
import { WalkPool } from "../../server/reach/pool/walk-pool.ts";
import { profiles } from "./profiles.ts";

export interface Town {
  readonly network: WalkNetwork;
  readonly residences: Residences;
  readonly facilities: Facilities;
  /** Without shapes: no place is found to be in any of them. */
  readonly communities?: readonly Unit[];
  /** Of the catalogue; those of the facilities where left out. */
  readonly categories?: readonly string[];
}

export function openTown({
  network,
  residences,
  facilities,
  communities = [],
  categories = facilities.categories,
}: Town): OpenArea {
  const content: ReleaseContent = {
    areaId: "town",
    releaseId: 1,
    release: 1,
    datasets: { streets: 1 },
    network,
    residences,
    facilities,
    communities,
    communityShapes: [],
    subdistricts: [],
    subdistrictShapes: [],
  };
  // Its threads start with the first job, and none is asked for.
  return new OpenArea(content, profiles, new Set(categories), new WalkPool(1));
}
