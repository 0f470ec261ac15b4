/** Places of an area by their names, in characters, pinyin or initials. @module */

import type { Gazetteer } from "./gazetteer.ts";
import { findNames } from "./names/name-index.ts";
import { PLACE_KINDS, type PlaceKind } from "./names/places.ts";
import type { OpenArea } from "./open-area.ts";

export interface FoundPlace {
  kind: PlaceKind;
  /** Of the unit, residence or facility; null for a street, which is known by its name alone. */
  ref: string | null;
  name: string;
  /** Of a facility. */
  category: string | null;
  /** Name of the community that it stands in, or of the subdistrict that a community belongs to. */
  within: string | null;
  position: [number, number];
  /** Of a unit or a street. */
  bbox: [number, number, number, number] | null;
}

export interface SearchAnswer {
  items: FoundPlace[];
  /** How many places answer, those not listed included. */
  total: number;
}

/** @param query as typed; one without a letter or digit finds nothing */
export function searchNames(area: OpenArea, query: string, limit: number): SearchAnswer {
  const { places, index, streets } = area.gazetteer();
  const found = findNames(index, query, places.kind);
  return {
    items: Array.from(found.subarray(0, limit), (i) =>
      placeOf(area, PLACE_KINDS[places.kind[i]], places.index[i], places.names[i], streets),
    ),
    total: found.length,
  };
}

function placeOf(
  { content }: OpenArea,
  kind: PlaceKind,
  i: number,
  name: string,
  streets: Gazetteer["streets"],
): FoundPlace {
  const { communities, subdistricts, residences, facilities } = content;
  switch (kind) {
    case "subdistrict":
    case "community": {
      const { ref, parent, bbox } = (kind === "community" ? communities : subdistricts)[i];
      const within = subdistricts.find((unit) => unit.ref === parent)?.name ?? null;
      return { kind, ref, name, category: null, within, position: middleOf(bbox), bbox: [...bbox] };
    }
    case "street": {
      const street = streets[i];
      if (street === null) throw new Error(`street name ${i} is borne by no edge`);
      const [lon, lat] = street.position;
      const [west, south, east, north] = street.bbox;
      return {
        kind,
        ref: null,
        name,
        category: null,
        within: null,
        position: [lon, lat],
        bbox: [west, south, east, north],
      };
    }
    default: {
      const columns = kind === "residence" ? residences : facilities;
      return {
        kind,
        ref: columns.ref[i],
        name,
        category: kind === "facility" ? facilities.categories[facilities.category[i]] : null,
        within: communities[columns.community[i]]?.name ?? subdistricts[columns.subdistrict[i]]?.name ?? null,
        position: [columns.lon[i], columns.lat[i]],
        bbox: null,
      };
    }
  }
}

function middleOf([west, south, east, north]: readonly [number, number, number, number]): [number, number] {
  return [(west + east) / 2, (south + north) / 2];
}
