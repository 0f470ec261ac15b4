/** Shows a place that was found by its name: the map goes there, and its card or row opens. @module */
import type { FoundPlace } from "../../server/api/schemas/search.ts";
import type { MapView } from "../map/open-map.ts";
import { changeView } from "../state/use-view.ts";

/** Near enough that residences are drawn one by one. */
const NEAR = 15.5;

export function showPlace(found: FoundPlace, map: MapView | null, onSpacing: boolean): void {
  const { position, bbox } = found;
  if (onSpacing) checkThere(found);
  else coverThere(found);
  if (bbox === null) map?.fly(position, NEAR);
  else map?.fit(bbox);
}

/** A unit filters the list; whatever else is a place where one may ask to open. */
function checkThere({ kind, ref, position }: FoundPlace): void {
  const page = { page: "spacing", crs: "wgs84", source: "map" } as const;
  if (kind === "community" || kind === "subdistrict") changeView({ page: "spacing", unit: ref, pair: null });
  else if (kind === "residence") changeView({ ...page, residence: ref, place: null, pair: null });
  else changeView({ ...page, place: position, residence: null, pair: null });
}

/** Of a facility the category becomes the one that is looked at: else the map would not show it. */
function coverThere({ kind, ref, category, position }: FoundPlace): void {
  const page = { page: "coverage" } as const;
  if (kind === "community" || kind === "subdistrict")
    changeView({ ...page, by: kind, unit: ref, place: null, residence: null });
  else if (kind === "residence") changeView({ ...page, residence: ref, place: null });
  else changeView({ ...page, ...(category !== null && { category }), place: position, residence: null });
}
