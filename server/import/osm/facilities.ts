/** Facilities of an extract by the category catalogue: from nodes, and from areas at a point inside them. @module */
import type { LonLat } from "../../base/lon-lat.ts";
import type { Catalogue } from "../categories.ts";
import type { FacilityRow, Refusal, Taken } from "../rows.ts";
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
    rows.push(facility(ref, tags, category, at));
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
  };
}
