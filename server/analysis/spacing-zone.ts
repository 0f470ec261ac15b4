/** Where one of a class may open: inside the area, too near to nobody; drawn, never decided by the drawing. @module */
import { difference, featureCollection, union } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import type { Kysely } from "kysely";
import { opponents } from "../spacing/check.ts";
import { outlineOf } from "../spacing/discs.ts";
import { membersOf } from "../spacing/members.ts";
import { groundsNear } from "../spacing/near-on-foot.ts";
import { polygonsOf } from "../spacing/rings.ts";
import { isInForce, opposites, type Rule, thresholdM } from "../spacing/rule.ts";
import type { Database } from "../store/database.ts";
import { kept, recent, unlessFailed } from "./kept.ts";
import type { OpenArea } from "./open-area.ts";
import { type Land, landOf } from "./spacing-land.ts";
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
  /** Within some disc, or too near on foot. */
  forbidden: MultiPolygon;
  /** The rest of the area. */
  permitted: MultiPolygon;
  /** `boundary`, or `streets` where the area has none: then the box round its streets is the area. */
  within: Land["within"];
  /** Rules of walking distance that are in the picture, as exact as shapes of walks are. */
  walked: string[];
  /** Those that are not, since they concern too many facilities. */
  notDrawn: string[];
  pins: SpacingPins;
}

const zones = new WeakMap<OpenArea, Map<string, Promise<ZoneAnswer>>>();
const KEPT_EACH = 8;
/** Facilities of a rule of walking distance whose surroundings are drawn: some 15 ms each, to put their shapes together. */
const MOST_WALKED = 150;

export function permittedZone(db: Kysely<Database>, area: OpenArea, question: ZoneQuestion): Promise<ZoneAnswer> {
  area.categoryIndex(question.category);
  const mine = kept(zones, area, () => new Map<string, Promise<ZoneAnswer>>());
  const key = JSON.stringify(question);
  return recent(mine, key, KEPT_EACH, () => unlessFailed(mine, key, drawZone(db, area, question)));
}

async function drawZone(db: Kysely<Database>, area: OpenArea, question: ZoneQuestion): Promise<ZoneAnswer> {
  const { category, date, rules } = question;
  const { facilities } = area.content;
  const register = await registerOf(db, area);
  const inForce = rules.filter((rule) => isInForce(rule, date));
  const discs: Disc[] = [];
  const pictures: MultiPolygon[] = [];
  const walked: string[] = [];
  const notDrawn: string[] = [];
  for (const rule of inForce) {
    const members = membersOf(facilities, register, rule, date);
    const own = opponents(facilities, members, opposites(rule, category)).toSorted(register.compare);
    if (rule.measure === "walking") {
      const isDrawn = own.length <= MOST_WALKED;
      (isDrawn ? walked : notDrawn).push(rule.id);
      if (isDrawn) pictures.push(groundOnFoot(area, own, rule));
      continue;
    }
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
    const places = [...new Map(Array.from(own, (f) => [`${facilities.lon[f]} ${facilities.lat[f]}`, f])).values()];
    pictures.push(polygonsOf(outlineOf(facilities, places, thresholdM(rule))));
  }
  const { land, within } = await landOf(db, area);
  const permitted = pictures.reduce((left, picture) => without(left, picture), land);
  return {
    category,
    date,
    discs,
    forbidden: { type: "MultiPolygon", coordinates: pictures.flatMap(({ coordinates }) => coordinates) },
    permitted,
    within,
    walked,
    notDrawn,
    pins: spacingPins(area, date, rules),
  };
}

/** Too near on foot to one of several, there or back. */
function groundOnFoot(area: OpenArea, own: Int32Array, rule: Rule): MultiPolygon {
  const walker = area.openWalker();
  const grounds = groundsNear(walker, area.lattice(walker), area.content.facilities, own, thresholdM(rule));
  return grounds.length < 2 ? (grounds[0] ?? NOWHERE) : manyOf(union(featureCollection(grounds.map(featureOf))));
}

const NOWHERE: MultiPolygon = { type: "MultiPolygon", coordinates: [] };

function without(land: MultiPolygon, picture: MultiPolygon): MultiPolygon {
  if (land.coordinates.length === 0 || picture.coordinates.length === 0) return land;
  return manyOf(difference(featureCollection([featureOf(land), featureOf(picture)])));
}

function featureOf(geometry: MultiPolygon): Feature<MultiPolygon> {
  return { type: "Feature", properties: {}, geometry };
}

function manyOf(feature: Feature<Polygon | MultiPolygon> | null): MultiPolygon {
  if (feature === null) return NOWHERE;
  const { geometry } = feature;
  return geometry.type === "MultiPolygon" ? geometry : { type: "MultiPolygon", coordinates: [geometry.coordinates] };
}
