/** Small OSM files written down inside a test. @module */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { collectElements, type Elements } from "../../../../server/import/osm/collect.ts";
import type { Tags } from "../../../../server/import/osm/tags.ts";

export type Pairs = Readonly<Record<string, string>>;

export interface Drawing {
  /** Longitude, latitude, tags by id. */
  readonly nodes?: Readonly<Record<number, readonly [lon: number, lat: number, tags?: Pairs]>>;
  /** Node ids separated by blanks, tags by id. */
  readonly ways?: Readonly<Record<number, readonly [refs: string, tags?: Pairs]>>;
  /** Members as `way/7@outer`, separated by blanks, tags by id. */
  readonly relations?: Readonly<Record<number, readonly [members: string, tags?: Pairs]>>;
}

const folder = mkdtempSync(join(tmpdir(), "osm-"));
let count = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file that is deleted after the tests, and gives its path. */
export function fileOf(content: string | Uint8Array, name = `${++count}.osm`): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export function xmlOf({ nodes = {}, ways = {}, relations = {} }: Drawing): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<osm version="0.6">'];
  for (const [id, [lon, lat, tags]] of Object.entries(nodes)) {
    lines.push(`<node id="${id}" lon="${lon}" lat="${lat}">${tagsXml(tags)}</node>`);
  }
  for (const [id, [refs, tags]] of Object.entries(ways)) {
    const nds = words(refs).map((ref) => `<nd ref="${ref}"/>`);
    lines.push(`<way id="${id}">${nds.join("")}${tagsXml(tags)}</way>`);
  }
  for (const [id, [members, tags]] of Object.entries(relations)) {
    const list = words(members).map((member) => {
      const [, type, ref, role = ""] = /^(\w+)\/(\d+)(?:@(\w*))?$/.exec(member) ?? [];
      return `<member type="${type}" ref="${ref}" role="${role}"/>`;
    });
    lines.push(`<relation id="${id}">${list.join("")}${tagsXml(tags)}</relation>`);
  }
  return [...lines, "</osm>"].join("\n");
}

export function elementsOf(drawing: Drawing): Promise<Elements> {
  return collectElements(fileOf(xmlOf(drawing)));
}

export function tagsOf(pairs: Pairs): Tags {
  return new Map(Object.entries(pairs));
}

/** A square with its corners as nodes `first … first + 3`, sides in degrees. */
export function squareNodes(
  first: number,
  west: number,
  south: number,
  side: number,
): Record<number, [number, number]> {
  return {
    [first]: [west, south],
    [first + 1]: [west + side, south],
    [first + 2]: [west + side, south + side],
    [first + 3]: [west, south + side],
  };
}

/** The closed way around such a square. */
export function around(first: number): string {
  return [first, first + 1, first + 2, first + 3, first].join(" ");
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

function tagsXml(tags: Pairs = {}): string {
  return Object.entries(tags)
    .map(([k, v]) => `<tag k="${escaped(k)}" v="${escaped(v)}"/>`)
    .join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
