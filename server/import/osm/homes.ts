/** Buildings that are homes, with households given or estimated from the footprint. @module */
import Flatbush from "flatbush";
import estimate from "../../../data/homes/estimate.json" with { type: "json" };
import type { LonLat } from "../../base/lon-lat.ts";
import type { HomeEstimates } from "../people-notes.ts";
import type { Refusal, ResidenceRow, Taken } from "../rows.ts";
import type { Area } from "./areas.ts";
import { osmNote } from "./collect.ts";
import { contains, interiorPoint, type Polygon, polygonAreaM2, ringBox } from "./polygon.ts";
import { addressOf, nameOf, type Tags } from "./tags.ts";
import type { GatesAround } from "./walls.ts";

/** Values of `building` that are homes by themselves. */
const HOME_KINDS: ReadonlySet<string> = new Set([
  "apartments",
  "residential",
  "house",
  "dormitory",
  "terrace",
  "detached",
  "semidetached_house",
]);

/** Keys that give a building another use than living; `building=yes` with one of them is no home. */
const OTHER_USES: readonly string[] = [
  "aeroway",
  "amenity",
  "club",
  "craft",
  "emergency",
  "government",
  "healthcare",
  "historic",
  "industrial",
  "leisure",
  "man_made",
  "military",
  "office",
  "power",
  "public_transport",
  "railway",
  "religion",
  "shop",
  "social_facility",
  "sport",
  "telecom",
  "tourism",
];
/** Values that say that the use named by their key is not there. */
const NO_USE: ReadonlySet<string> = new Set(["no", "vacant"]);

export function isResidentialLand(tags: Tags): boolean {
  return tags.get("landuse") === "residential";
}

/** A home wherever it stands, or one if it stands on residential land. */
export function homeKind(tags: Tags): "always" | "on residential land" | null {
  const building = tags.get("building");
  if (building === undefined) return null;
  if (HOME_KINDS.has(building)) return "always";
  if (building !== "yes") return null;
  return OTHER_USES.some((key) => tags.has(key) && !NO_USE.has(tags.get(key) ?? "")) ? null : "on residential land";
}

export interface HomesTaken extends Taken<ResidenceRow> {
  readonly estimates: HomeEstimates;
}

export function takeHomes(areas: readonly Area[], file: string, gatesAround: GatesAround): HomesTaken {
  const isOnResidentialLand = landIndex(areas.filter(({ tags }) => isResidentialLand(tags)));
  const rows: ResidenceRow[] = [];
  const refusals: Refusal[] = [];
  let flatsGiven = 0;
  let levelsAssumed = 0;
  for (const area of areas) {
    const kind = homeKind(area.tags);
    if (!kind) continue;
    const position = interiorPoint(largest(area.polygons));
    if (kind === "on residential land" && !isOnResidentialLand(position)) continue;
    const { households, residents, basis, unreadable } = people(area);
    if (basis === "flats") flatsGiven++;
    if (basis === "levels assumed") levelsAssumed++;
    for (const { key, reason } of unreadable) {
      refusals.push(
        osmNote(file, area.ref, reason, { field: key, value: area.tags.get(key) ?? "", expected: "a number above 0" }),
      );
    }
    rows.push({
      ref: area.ref,
      name: nameOf(area.tags) ?? area.tags.get("addr:housename") ?? null,
      kind: "building",
      position,
      original: { x: position[0], y: position[1], crs: "wgs84" },
      entrances: gatesAround(position),
      households,
      residents,
      ages: null,
      estimated: true,
      flatsCounted: basis === "flats",
      address: addressOf(area.tags),
    });
  }
  return { rows, refusals, estimates: { homes: rows.length, flatsGiven, levelsAssumed } };
}

interface Unreadable {
  readonly key: string;
  readonly reason: "levels_unreadable" | "flats_unreadable";
}

type Basis = "flats" | "one household" | "levels" | "levels assumed";

/** Constants and their sources: data/homes/estimate.json. */
function people(area: Area): { households: number; residents: number; basis: Basis; unreadable: Unreadable[] } {
  const { tags } = area;
  const building = tags.get("building") ?? "";
  const unreadable: Unreadable[] = [];
  const read = (key: string, form: RegExp, reason: Unreadable["reason"]): number | null => {
    const text = tags.get(key)?.trim();
    if (text === undefined) return null;
    if (form.test(text) && Number(text) > 0) return Number(text);
    unreadable.push({ key, reason });
    return null;
  };
  const flats = read("building:flats", /^\d{1,5}$/, "flats_unreadable");
  const mapped = read("building:levels", /^\d{1,3}(\.\d+)?$/, "levels_unreadable");
  const levels = mapped ?? usualLevels(building);
  const byArea: Basis = mapped === null ? "levels assumed" : "levels";
  const floorM2 = area.polygons.reduce((sum, polygon) => sum + polygonAreaM2(polygon), 0) * levels;
  const ofHouseholds = (households: number, basis: Basis) => ({
    households,
    basis,
    residents: Math.max(1, Math.round(households * estimate.personsPerHousehold.value)),
    unreadable,
  });
  if (flats !== null) return ofHouseholds(flats, "flats");
  if (building === "dormitory") {
    // Its people live in rooms, not in family households.
    return {
      households: 0,
      basis: byArea,
      residents: Math.max(1, Math.round(floorM2 / estimate.grossAreaPerDormitoryPlaceM2.value)),
      unreadable,
    };
  }
  if (estimate.oneHousehold.value.includes(building)) return ofHouseholds(1, "one household");
  return ofHouseholds(Math.max(1, Math.round(floorM2 / estimate.grossAreaPerHouseholdM2.value)), byArea);
}

function usualLevels(building: string): number {
  return (estimate.levels.value as Readonly<Record<string, number>>)[building] ?? 1;
}

function largest(polygons: readonly Polygon[]): Polygon {
  return polygons.reduce((best, polygon) => (polygonAreaM2(polygon) > polygonAreaM2(best) ? polygon : best));
}

/** Tells whether a position stands on one of the areas, edges of the boxes included in the search, the even-odd rule deciding. */
function landIndex(land: readonly Area[]): (position: LonLat) => boolean {
  const polygons = land.flatMap(({ polygons }) => polygons);
  if (polygons.length === 0) return () => false;
  const index = new Flatbush(polygons.length);
  for (const polygon of polygons) index.add(...ringBox(polygon[0]));
  index.finish();
  return (position) =>
    index.search(position[0], position[1], position[0], position[1]).some((i) => contains(polygons[i], position));
}
