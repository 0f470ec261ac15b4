/** Tags of one OSM object. A map, not a plain object, so that no key of the file can meet a built-in one. @module */

export type Tags = ReadonlyMap<string, string>;

export const NO_TAGS: Tags = new Map();

/** The name a reader of Chinese expects first: the local one, then the Chinese one. */
export function nameOf(tags: Tags): string | null {
  return tags.get("name") ?? tags.get("name:zh") ?? null;
}

/** The whole address where it is given as one; else street and number. A number alone says nothing of where it is: null. */
export function addressOf(tags: Tags): string | null {
  const [full, street, place, number] = ["addr:full", "addr:street", "addr:place", "addr:housenumber"].map((key) =>
    tags.get(key)?.trim(),
  );
  if (full) return full;
  const road = street || place;
  if (!road) return null;
  return number ? `${road} ${number}` : road;
}

/** Use given up: the object stands, its service does not. */
export function isDisused(tags: Tags): boolean {
  return tags.get("disused") === "yes" || tags.get("abandoned") === "yes";
}

/** Spellings of a one-way rule along and against the drawn direction, as for `oneway` itself. */
export function isOneway(value: string | undefined): boolean {
  return value === "yes" || value === "1" || value === "true";
}

export function isReverse(value: string | undefined): boolean {
  return value === "-1" || value === "reverse";
}
