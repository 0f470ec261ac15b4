/** Tags of one OSM object. A map, not a plain object, so that no key of the file can meet a built-in one. @module */

export type Tags = ReadonlyMap<string, string>;

export const NO_TAGS: Tags = new Map();

/** For rules and tests that write tags down. */
export function tagsOf(pairs: Readonly<Record<string, string>>): Tags {
  return new Map(Object.entries(pairs));
}

/** The name a reader of Chinese expects first: the local one, then the Chinese one. */
export function nameOf(tags: Tags): string | null {
  return tags.get("name") ?? tags.get("name:zh") ?? null;
}
