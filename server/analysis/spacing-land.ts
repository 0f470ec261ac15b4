/** The ground that an area covers: its boundary, or the box round its streets where it has none. @module */
import type { MultiPolygon, Position } from "geojson";
import type { Kysely } from "kysely";
import { type BBox, EMPTY_BBOX, extendBBox } from "../base/lon-lat.ts";
import { E7 } from "../network/walk-network.ts";
import { holds } from "../spacing/rings.ts";
import type { Database } from "../store/database.ts";
import { boundaryShape } from "../store/units.ts";
import { kept, unlessFailed } from "./kept.ts";
import type { OpenArea, ReleaseContent } from "./open-area.ts";

export interface Land {
  readonly land: MultiPolygon;
  readonly within: "boundary" | "streets";
}

/** Every check of a place outside all communities asks for it. */
const lands = new WeakMap<ReleaseContent, Promise<Land>>();

export function landOf(db: Kysely<Database>, { content }: OpenArea): Promise<Land> {
  return kept(lands, content, () => unlessFailed(lands, content, findLand(db, content)));
}

async function findLand(db: Kysely<Database>, { releaseId, network }: ReleaseContent): Promise<Land> {
  const boundary = await boundaryShape(db, releaseId).executeTakeFirst();
  if (boundary) return { land: JSON.parse(boundary.geometry) as MultiPolygon, within: "boundary" };
  const { nodeLonE7, nodeLatE7 } = network;
  let box: BBox = EMPTY_BBOX;
  for (let v = 0; v < nodeLonE7.length; v++) box = extendBBox(box, [nodeLonE7[v] / E7, nodeLatE7[v] / E7]);
  const [west, south, east, north] = box;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { land: { type: "MultiPolygon", coordinates: [[ring]] }, within: "streets" };
}

export function isOnLand({ coordinates }: MultiPolygon, point: Position): boolean {
  return coordinates.some(([outer, ...holes]) => holds(outer, point) && !holes.some((hole) => holds(hole, point)));
}
