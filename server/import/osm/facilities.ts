/** Facilities of an extract by the category catalogue: from nodes, and from areas at a point inside them. @module */
import { isDay } from "../../base/day.ts";
import type { LonLat } from "../../base/lon-lat.ts";
import type { Catalogue } from "../categories.ts";
import { HOURS_EXPECTED as HOURS, rememberHours } from "../hours/read-hours.ts";
import type { FacilityRow, Refusal, Taken } from "../rows.ts";
import { MAX_COUNT } from "../tables/parse-cells.ts";
import type { Area } from "./areas.ts";
import { type Elements, osmNote } from "./collect.ts";
import { interiorPoint } from "./polygon.ts";
import { addressOf, isDisused, nameOf, type Tags } from "./tags.ts";

/**
 * One object gives one facility, of the first category by the catalogue's order; further categories are told.
 * @param openWays indices of ways that would be facilities if they were closed
 */
export function takeFacilities(
  elements: Elements,
  areas: readonly Area[],
  openWays: readonly number[],
  catalogue: Catalogue,
): Taken<FacilityRow> {
  const { file, nodes, taggedNodes, ways } = elements;
  const hoursIn = rememberHours();
  const rows: FacilityRow[] = [];
  const refusals: Refusal[] = [];
  const take = (ref: string, tags: Tags, position: () => LonLat | null) => {
    const [category, ...further] = catalogue.categoriesOfTags(tags);
    if (category === undefined) return;
    if (isDisused(tags)) {
      refusals.push(osmNote(file, ref, "disused", { field: "category", value: category }));
      return;
    }
    const at = position();
    if (!at) {
      refusals.push(
        osmNote(file, ref, "open_way", { field: "category", value: category, expected: "a node or an area" }),
      );
      return;
    }
    if (further.length > 0) {
      refusals.push(
        osmNote(file, ref, "further_category", { field: "category", value: further.join(", "), expected: category }),
      );
    }
    const row = facility(ref, tags, category, at);
    const hours = row.openingHours;
    if (hours !== null && hoursIn(hours) === null)
      refusals.push(osmNote(file, ref, "hours_unreadable", { field: "opening_hours", value: hours, expected: HOURS }));
    const capacity = tags.get("capacity");
    if (capacity !== undefined && row.capacity === null)
      refusals.push(
        osmNote(file, ref, "capacity_unreadable", { field: "capacity", value: capacity, expected: `0 … ${MAX_COUNT}` }),
      );
    rows.push(row);
  };

  for (const { id, tags } of taggedNodes) {
    take(`node/${id}`, tags, () => {
      const node = nodes.indexOf(id);
      return [nodes.lon(node), nodes.lat(node)];
    });
  }
  for (const { ref, tags, polygons } of areas) take(ref, tags, () => interiorPoint(polygons[0]));
  for (const way of openWays) take(`way/${ways.ids[way]}`, ways.tags[way], () => null);
  return { rows, refusals };
}

/** A whole number; `yes`, a range or 10¹² is none. */
function capacityOf(tags: Tags): number | null {
  const text = tags.get("capacity")?.trim() ?? "";
  return /^\d{1,15}$/.test(text) && Number(text) <= MAX_COUNT ? Number(text) : null;
}

/** `start_date` where it is a whole day; of `1998` or `C19` the day is not known. */
function startOf(tags: Tags): string | null {
  const text = tags.get("start_date")?.trim() ?? "";
  return isDay(text) ? text : null;
}

function facility(ref: string, tags: Tags, category: string, position: LonLat): FacilityRow {
  return {
    ref,
    name: nameOf(tags) ?? tags.get("brand") ?? null,
    category,
    position,
    original: { x: position[0], y: position[1], crs: "wgs84" },
    address: addressOf(tags),
    phone: tags.get("phone") ?? tags.get("contact:phone") ?? null,
    openingHours: tags.get("opening_hours") ?? null,
    capacity: capacityOf(tags),
    openedOn: startOf(tags),
    closedOn: null,
    positionSource: "map",
    positionAccuracyM: null,
  };
}
