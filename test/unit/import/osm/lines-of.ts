/** Elements of a file as one line each, to be compared in tests. @module */
import { readElements } from "../../../../server/import/osm/read-elements.ts";
import type { Tags } from "../../../../server/import/osm/tags.ts";

export async function linesOf(file: string): Promise<string[]> {
  const lines: string[] = [];
  await readElements(file, {
    node: (id, lonE7, latE7, tags) => lines.push(nodeLine(id, lonE7, latE7, tags)),
    way: (id, refs, tags) => lines.push(wayLine(id, refs, tags)),
    relation: (id, members, tags) => lines.push(relationLine(id, members, tags)),
  });
  return lines;
}

export function nodeLine(id: number, lonE7: number, latE7: number, tags: Tags | null): string {
  return `n${id} ${lonE7 / 1e7} ${latE7 / 1e7}${tagText(tags)}`;
}

export function wayLine(id: number, refs: readonly number[], tags: Tags | null): string {
  return `w${id} ${refs.join(",")}${tagText(tags)}`;
}

export function relationLine(
  id: number,
  members: readonly { type: string; ref: number; role: string }[],
  tags: Tags | null,
): string {
  return `r${id} ${members.map(({ type, ref, role }) => `${type}/${ref}@${role}`).join(",")}${tagText(tags)}`;
}

function tagText(tags: Tags | null): string {
  return tags ? ` ${[...tags].map(([key, value]) => `${key}=${value}`).join(",")}` : "";
}
