/** Where one of a class may open: outside every disc, inside the area; drawn, never decided by the drawing. @module */
import { difference, featureCollection } from "@turf/turf";
import type { MultiPolygon, Polygon, Position } from "geojson";
import type { Kysely } from "kysely";
import { type BBox, EMPTY_BBOX, extendBBox } from "../base/lon-lat.ts";
import { E7 } from "../network/walk-network.ts";
import { opponents } from "../spacing/check.ts";
import { outlineOf } from "../spacing/discs.ts";
import { membersOf } from "../spacing/members.ts";
import { holds, polygonsOf } from "../spacing/rings.ts";
import { isInForce, opposites, type Rule, thresholdM } from "../spacing/rule.ts";
import type { Database } from "../store/database.ts";
import { boundaryShape } from "../store/units.ts";
import type { OpenArea } from "./open-area.ts";
import { type SpacingPins, spacingPins } from "./spacing-pins.ts";
import { registerOf } from "./spacing-register.ts";

export interface ZoneQuestion {
  readonly category: string;
  readonly date: string;
  readonly rules: readonly Rule[];
}

export interface Disc {
  ref: string;
  name: string | null;
  position: [number, number];
  radiusM: number;
  rule: string;
}

export interface ZoneAnswer {
  category: string;
  date: string;
  discs: Disc[];
  /** Within some disc; straight lines alone: what lies too near on foot is in no picture. */
  forbidden: MultiPolygon;
  /** The rest of the area. */
  permitted: MultiPolygon;
  /** `boundary`, or `streets` where the area has none: then the box round its streets is the area. */
  within: "boundary" | "streets";
  /** Rules of walking distance that concern the class and are not in the picture. */
  notDrawn: string[];
  pins: SpacingPins;
}

const kept = new WeakMap<OpenArea, Map<string, Promise<ZoneAnswer>>>();
const KEPT_EACH = 8;

export function permittedZone(db: Kysely<Database>, area: OpenArea, question: ZoneQuestion): Promise<ZoneAnswer> {
  area.categoryIndex(question.category);
  const mine = kept.get(area) ?? new Map<string, Promise<ZoneAnswer>>();
  kept.set(area, mine);
  const key = JSON.stringify(question);
  const found = mine.get(key) ?? drawZone(db, area, question);
  if (mine.size >= KEPT_EACH) mine.clear();
  mine.set(key, found);
  found.catch(() => mine.delete(key));
  return found;
}

async function drawZone(db: Kysely<Database>, area: OpenArea, question: ZoneQuestion): Promise<ZoneAnswer> {
  const { category, date, rules } = question;
  const { facilities } = area.content;
  const register = await registerOf(db, area);
  const inForce = rules.filter((rule) => isInForce(rule, date));
  const discs: Disc[] = [];
  const rings: Position[][][] = [];
  for (const rule of inForce.filter(({ measure }) => measure === "straight_line")) {
    const members = membersOf(facilities, register, rule, date);
    const own = [...opponents(facilities, members, opposites(rule, category))].sort(register.compare);
    for (const f of own) {
      const position: [number, number] = [facilities.lon[f], facilities.lat[f]];
      discs.push({
        ref: facilities.ref[f],
        name: facilities.name[f],
        position,
        radiusM: thresholdM(rule),
        rule: rule.id,
      });
    }
    const places = [...new Map(own.map((f) => [`${facilities.lon[f]} ${facilities.lat[f]}`, f])).values()];
    rings.push(outlineOf(facilities, places, thresholdM(rule)));
  }
  const { land, within } = await landOf(db, area);
  const pictures = rings.filter((each) => each.length > 0).map(polygonsOf);
  const permitted = pictures.reduce((left, picture) => without(left, picture), land);
  return {
    category,
    date,
    discs,
    forbidden: { type: "MultiPolygon", coordinates: pictures.flatMap(({ coordinates }) => coordinates) },
    permitted,
    within,
    notDrawn: inForce.filter(({ measure }) => measure === "walking").map(({ id }) => id),
    pins: spacingPins(area, date, rules),
  };
}

/** The boundary, or the box round the streets where the area has none. */
export async function landOf(
  db: Kysely<Database>,
  { content }: OpenArea,
): Promise<{ land: MultiPolygon; within: ZoneAnswer["within"] }> {
  const boundary = await boundaryShape(db, content.releaseId).executeTakeFirst();
  if (boundary) return { land: JSON.parse(boundary.geometry) as MultiPolygon, within: "boundary" };
  const { nodeLonE7, nodeLatE7 } = content.network;
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

function without(land: MultiPolygon, picture: MultiPolygon): MultiPolygon {
  if (land.coordinates.length === 0) return land;
  const feature = <G extends Polygon | MultiPolygon>(geometry: G) =>
    ({ type: "Feature", properties: {}, geometry }) as const;
  const left = difference(featureCollection<Polygon | MultiPolygon>([feature(land), feature(picture)]));
  if (left === null) return { type: "MultiPolygon", coordinates: [] };
  const { geometry } = left;
  return geometry.type === "MultiPolygon" ? geometry : { type: "MultiPolygon", coordinates: [geometry.coordinates] };
}
