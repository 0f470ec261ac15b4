/** Facilities without a street, seen from one place: they leave unknown what they might be near enough for. @module */
import type { LonLat } from "../base/lon-lat.ts";
import { Open, type Openness } from "../coverage/hours/open-at.ts";
import { nearestStraightMm } from "../coverage/straight.ts";
import { isClosedTo } from "../reach/ends.ts";
import type { Walker } from "../reach/walker.ts";
import type { OpenArea } from "./open-area.ts";

/**
 * Categories with a facility within the limit in a straight line that no street leads to; see `CategoryWalks.offNetworkMm`.
 *
 * @param openness at the moment asked about: those that are closed are left out; null where none is
 */
export function categoriesOffNetwork(
  area: OpenArea,
  walker: Walker,
  [lon, lat]: LonLat,
  limitMm: number,
  openness: Openness | null,
): Set<string> {
  const { facilities } = area.content;
  const from = { lon: Float64Array.of(lon), lat: Float64Array.of(lat) };
  const found = new Set<string>();
  for (const f of area.facilityPlaces(walker).offNetwork) {
    if (openness?.[f] === Open.NO) continue;
    const point: LonLat = [facilities.lon[f], facilities.lat[f]];
    const [straightMm] = nearestStraightMm(from, { lon: Float64Array.of(point[0]), lat: Float64Array.of(point[1]) });
    if (straightMm <= limitMm && !isClosedTo(walker, area.openWalker(), point))
      found.add(facilities.categories[facilities.category[f]]);
  }
  return found;
}
