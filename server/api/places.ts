/** Stored facilities and residences in the form in which answers show them. @module */
import type { Kysely } from "kysely";
import type { OpenArea } from "../analysis/open-area.ts";
import { unitAt } from "../analysis/unit-finder.ts";
import type { LonLat } from "../base/lon-lat.ts";
import { coverageError } from "../coverage/errors.ts";
import { estimatesFrom } from "../coverage/people.ts";
import type { Database } from "../store/database.ts";
import type { facilities } from "../store/facilities.ts";
import { type residences, residencesByRefs } from "../store/residences.ts";
import type { Facility, Residence } from "./schemas/areas.ts";

type FacilityRow = Awaited<ReturnType<ReturnType<typeof facilities>["execute"]>>[number];
type ResidenceRow = Awaited<ReturnType<ReturnType<typeof residences>["execute"]>>[number];

export function asFacility({
  ref,
  name,
  category,
  lon,
  lat,
  originalX,
  originalY,
  originalCrs,
  source,
  address,
  phone,
  openingHours,
  capacity,
  openedOn,
  closedOn,
  positionSource,
  positionAccuracyM,
  communityName,
}: FacilityRow): Facility {
  return {
    ref,
    name,
    category,
    position: [lon, lat],
    original: { x: originalX, y: originalY, crs: originalCrs },
    source,
    address,
    phone,
    openingHours,
    capacity,
    openedOn,
    closedOn,
    positionSource,
    positionAccuracyM,
    community: communityName,
  };
}

export function asResidence({
  ref,
  name,
  kind,
  lon,
  lat,
  households,
  residents,
  ages,
  householdsEstimated,
  agesEstimated,
  peopleSource,
  source,
  communityName,
}: ResidenceRow): Residence {
  const estimates = estimatesFrom({
    areHouseholdsEstimated: householdsEstimated,
    peopleSource: peopleSource ?? "unknown",
    areAgesShared: agesEstimated,
  });
  return {
    ref,
    name,
    kind,
    position: [lon, lat],
    households,
    residents,
    ages: ages && { ...ages },
    estimated: estimates.length > 0,
    estimates,
    peopleSource,
    source,
    community: communityName,
  };
}

/** Looks residences up by ref, in one query; the look-up throws `residence_unknown`. */
export async function residencesNamed(
  db: Kysely<Database>,
  { content }: OpenArea,
  refs: readonly string[],
): Promise<(ref: string) => Residence> {
  const rows = refs.length === 0 ? [] : await residencesByRefs(db, content.releaseId, refs).execute();
  const byRef = new Map(rows.map((row) => [row.ref, asResidence(row)]));
  return (ref) => {
    const found = byRef.get(ref);
    if (!found) throw coverageError("residence_unknown", { area: content.areaId, value: ref });
    return found;
  };
}

/** Name of the community that a point lies in, null outside all of them. */
export function communityAt({ content }: OpenArea, point: LonLat): string | null {
  return unitAt(content.communityShapes, point)?.name ?? null;
}
