/** Reads one OSM extract into validated rows: streets, facilities, homes, communities and the base map. @module */
import { basename } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Words } from "../../base/errors.ts";
import { type BBox, EMPTY_BBOX, extendBBox } from "../../base/lon-lat.ts";
import type { Catalogue } from "../categories.ts";
import type { BaseFeatureRow, FacilityRow, Refusal, StreetRows, Taken, UnitRow } from "../rows.ts";
import { takeAreas } from "./areas.ts";
import { areaKind, takeBaseMap } from "./base-map.ts";
import { collectElements } from "./collect.ts";
import { isUnit, takeCommunities } from "./communities.ts";
import { osmError } from "./errors.ts";
import { takeFacilities } from "./facilities.ts";
import { type HomesTaken, homeKind, isResidentialLand, takeHomes } from "./homes.ts";
import { type StreetCounts, takeStreets } from "./streets.ts";
import type { Tags } from "./tags.ts";
import { findWalls } from "./walls.ts";

export interface OsmCounts extends StreetCounts {
  /** Elements of the file, each id once. */
  readonly nodes: number;
  readonly ways: number;
  readonly relations: number;
  /** Elements that the file marks as deleted; passed over. */
  readonly deleted: number;
}

export interface OsmExtract {
  readonly streets: StreetRows;
  readonly facilities: Taken<FacilityRow>;
  readonly residences: HomesTaken;
  readonly communities: Taken<UnitRow>;
  readonly baseFeatures: readonly BaseFeatureRow[];
  /** What was left out, or taken in part, of streets and of areas of any kind. */
  readonly notes: readonly Refusal[];
  /** Of the walkable streets. */
  readonly bbox: BBox;
  readonly counts: OsmCounts;
}

/** @param fraction 0 … 1, never falling */
export type OsmProgress = (fraction: number, step: Words) => void;

export interface OsmOptions {
  /** How the file is called in messages; its base name by default, which is not what an upload is called. */
  readonly file?: string;
  readonly progress?: OsmProgress;
}

const READING: Words = { zh: "读取 OSM 数据", en: "Reading OSM data" };
const STREETS: Words = { zh: "整理步行道路", en: "Taking walkable streets" };
const AREAS: Words = { zh: "拼接面状要素", en: "Putting areas together" };
const PLACES: Words = { zh: "提取设施与住宅", en: "Taking facilities and homes" };
const BASE_MAP: Words = { zh: "整理底图", en: "Taking the base map" };
/** Share of the whole time that reading the file takes, as seen on extracts of a city. */
const READING_SHARE = 0.6;

/** @throws OsmError where the file cannot be read whole, or holds no walkable way */
export async function readOsm(
  path: string,
  catalogue: Catalogue,
  { file = basename(path), progress = () => {} }: OsmOptions = {},
): Promise<OsmExtract> {
  // Between the steps others get their turn: a server answers requests while it imports.
  const step = async (fraction: number, words: Words) => {
    progress(fraction, words);
    await setImmediate();
  };
  const elements = await collectElements(path, (read, size) => progress((READING_SHARE * read) / size, READING), file);
  await step(READING_SHARE, STREETS);
  const { streets, counts, notes: streetNotes } = takeStreets(elements);
  const { nodes, ways, relations, deleted, notes: fileNotes } = elements;
  if (counts.walkable === 0) {
    throw osmError("osm_no_streets", {
      file,
      value: `${nodes.size} nodes, ${ways.count} ways`,
      expected: "ways tagged highway",
    });
  }
  await step(0.7, AREAS);
  const isWanted = (tags: Tags) => isArea(tags) || catalogue.categoryOfTags(tags) !== null;
  const { areas, openWays, notes: areaNotes } = takeAreas(elements, isWanted);
  await step(0.8, PLACES);
  const facilities = takeFacilities(elements, areas, openWays, catalogue);
  const residences = takeHomes(areas, file, findWalls(elements, streets));
  const communities = takeCommunities(areas, file);
  await step(0.9, BASE_MAP);
  const baseMap = takeBaseMap(elements, areas);
  progress(1, BASE_MAP);
  return {
    streets,
    facilities,
    residences,
    communities,
    baseFeatures: baseMap.rows,
    notes: [...fileNotes, ...streetNotes, ...areaNotes, ...baseMap.refusals],
    bbox: boxOf(streets),
    counts: { nodes: nodes.size, ways: ways.count, relations: relations.length, deleted, ...counts },
  };
}

function isArea(tags: Tags): boolean {
  return areaKind(tags) !== null || homeKind(tags) !== null || isResidentialLand(tags) || isUnit(tags);
}

function boxOf({ nodeLonE7, nodeLatE7 }: StreetRows): BBox {
  let box = EMPTY_BBOX;
  for (let i = 0; i < nodeLonE7.length; i++) box = extendBBox(box, [nodeLonE7[i] / 1e7, nodeLatE7[i] / 1e7]);
  return box;
}
