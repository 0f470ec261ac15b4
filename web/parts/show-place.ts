/** Shows a place that was found by its name: the map goes there, and its card or row opens. @module */
import type { FoundPlace } from "../../server/api/schemas/search.ts";
import type { MapView } from "../map/open-map.ts";
import { changeView } from "../state/use-view.ts";

/** Near enough that residences are drawn one by one. */
const NEAR = 15.5;

/** Of a facility the category becomes the one that is looked at: else the map would not show it. */
export function showPlace({ kind, ref, category, position, bbox }: FoundPlace, map: MapView | null): void {
  const page = { page: "coverage" } as const;
  if (kind === "community" || kind === "subdistrict")
    changeView({ ...page, by: kind, unit: ref, place: null, residence: null });
  else if (kind === "residence") changeView({ ...page, residence: ref, place: null });
  else changeView({ ...page, ...(category !== null && { category }), place: position, residence: null });
  if (bbox === null) map?.fly(position, NEAR);
  else map?.fit(bbox);
}
