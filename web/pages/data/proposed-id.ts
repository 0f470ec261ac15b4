/** An id for a new area, so that nobody has to think one up: out of its name, or of the name of its extract. @module */

const MOST = 63;

/**
 * @param name of the area as typed; a name without Latin letters gives none
 * @param extract name of its OSM file; null while there is none
 * @param taken ids of the areas that there are: a new area must not fall upon one of them
 * @returns "" where neither tells
 */
export function proposedId(name: string, extract: string | null, taken: readonly string[]): string {
  const wanted = idOf(name) || idOf(extract?.split(".")[0] ?? "");
  if (wanted === "") return "";
  for (let n = 1; ; n++) {
    const end = n === 1 ? "" : `-${n}`;
    const id = `${wanted.slice(0, MOST - end.length)}${end}`;
    if (!taken.includes(id)) return id;
  }
}

function idOf(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
}
