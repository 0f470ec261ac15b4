/** The names of an opened area, laid out for searching. @module */
import { indexNames, type NameIndex } from "./names/name-index.ts";
import { type NamedPlaces, namedPlaces, type StreetPlace, streetPlaces } from "./names/places.ts";
import type { ReleaseContent } from "./open-area.ts";

/** Names of an area, ready to be searched. */
export interface Gazetteer {
  readonly places: NamedPlaces;
  readonly index: NameIndex;
  readonly streets: readonly (StreetPlace | null)[];
}

export function openGazetteer({ content }: { readonly content: ReleaseContent }): Gazetteer {
  const streets = streetPlaces(content.network);
  const places = namedPlaces(content, streets);
  return { places, index: indexNames(places.names), streets };
}
