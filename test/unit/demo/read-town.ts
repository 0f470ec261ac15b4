/** Builds the demo town once and reads its files back the plain way, without the import that they are meant for. */
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { FeatureCollection, Polygon } from "geojson";
import { buildDemoTown } from "../../../data/demo/build.ts";
import { parseCrs, toWgs84 } from "../../../server/base/crs.ts";
import type { LonLat } from "../../../server/base/lon-lat.ts";

export type Row = Readonly<Record<string, string>>;
export interface OsmWay {
  readonly id: string;
  readonly nodes: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}
export interface OsmNode {
  readonly position: LonLat;
  readonly tags: Readonly<Record<string, string>>;
}

export async function buildInTemporaryFolder(seed?: number) {
  const folder = await mkdtemp(join(tmpdir(), "demo-town-"));
  return buildDemoTown(folder, seed === undefined ? {} : { seed });
}

export async function readTown(seed?: number) {
  const { files } = await buildInTemporaryFolder(seed);
  const json = async (path: string) =>
    JSON.parse(await readFile(path, "utf8")) as FeatureCollection<Polygon, Record<string, string | null>>;
  return {
    ...readOsm(await readFile(files.streets.path, "utf8")),
    residences: table(await readFile(files.residences.path, "utf8")),
    facilities: table(new TextDecoder("gb18030", { fatal: true }).decode(await readFile(files.facilities.path))),
    communities: await json(files.communities.path),
    boundary: await json(files.boundary.path),
  };
}

export function positionOf(row: Row, crs: "bd09" | "gcj02"): LonLat {
  return toWgs84(parseCrs(crs), Number(row["经度"]), Number(row["纬度"]));
}

/** Even–odd rule on a ring of lon, lat. */
export function isInside([lon, lat]: LonLat, ring: readonly (readonly number[])[]): boolean {
  let inside = false;
  for (let at = 0; at < ring.length - 1; at++) {
    const [ax, ay] = ring[at] as [number, number];
    const [bx, by] = ring[at + 1] as [number, number];
    if (ay > lat !== by > lat && lon < ax + ((lat - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

function table(text: string): Row[] {
  return parse(text, { columns: true, bom: true }) as Row[];
}

function readOsm(xml: string): { nodes: Map<string, OsmNode>; ways: OsmWay[] } {
  const tagsOf = (inner: string): Record<string, string> =>
    Object.fromEntries([...inner.matchAll(/<tag k="([^"]*)" v="([^"]*)"/g)].map(([, key, value]) => [key, value]));
  const nodes = new Map<string, OsmNode>();
  for (const [, id, lat, lon, inner = ""] of xml.matchAll(
    /<node id="(\d+)" version="1" lat="([^"]+)" lon="([^"]+)"(?:\/>|>([\s\S]*?)<\/node>)/g,
  )) {
    nodes.set(id!, { position: [Number(lon), Number(lat)], tags: tagsOf(inner) });
  }
  const ways = [...xml.matchAll(/<way id="(\d+)"[^>]*>([\s\S]*?)<\/way>/g)].map(([, id, inner]) => ({
    id: id!,
    nodes: [...inner!.matchAll(/<nd ref="(\d+)"/g)].map(([, ref]) => ref!),
    tags: tagsOf(inner!),
  }));
  return { nodes, ways };
}
