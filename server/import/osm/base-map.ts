/** Shapes of the base map: every street, buildings, water, green and railways. Drawn, never analysed. @module */
import type { LineString } from "geojson";
import type { BaseFeatureRow, BaseLayer, Refusal, Taken } from "../rows.ts";
import { type Area, nodesOfWay, positions, toGeometry } from "./areas.ts";
import { type Elements, osmNote } from "./collect.ts";
import { nameOf, type Tags } from "./tags.ts";
import { walkability } from "./walkability.ts";

interface Kind {
  readonly layer: BaseLayer;
  readonly kind: string;
}

const WATERWAY_LINES: ReadonlySet<string> = new Set(["river", "stream", "canal", "drain", "ditch", "tidal_channel"]);
const WATERWAY_AREAS: ReadonlySet<string> = new Set(["riverbank", "dock"]);
const WATER_LAND: ReadonlySet<string> = new Set(["reservoir", "basin"]);
const GREEN_LEISURE: ReadonlySet<string> = new Set([
  "park",
  "garden",
  "pitch",
  "golf_course",
  "nature_reserve",
  "recreation_ground",
  "common",
]);
const GREEN_LAND: ReadonlySet<string> = new Set([
  "grass",
  "forest",
  "meadow",
  "recreation_ground",
  "village_green",
  "orchard",
  "vineyard",
  "cemetery",
  "allotments",
  "flowerbed",
]);
const GREEN_NATURAL: ReadonlySet<string> = new Set(["wood", "grassland", "scrub", "heath"]);
const RAILWAYS: ReadonlySet<string> = new Set([
  "rail",
  "light_rail",
  "subway",
  "tram",
  "narrow_gauge",
  "monorail",
  "funicular",
  "preserved",
]);

/** What an area is drawn as; one thing only, buildings first. Coastlines are lines without a side here and are left aside. */
export function areaKind(tags: Tags): Kind | null {
  const building = tags.get("building");
  if (building !== undefined && building !== "no") return { layer: "building", kind: building };
  return (
    among(tags, "natural", "water", WATER) ??
    among(tags, "waterway", "water", WATERWAY_AREAS) ??
    among(tags, "landuse", "water", WATER_LAND) ??
    among(tags, "leisure", "green", GREEN_LEISURE) ??
    among(tags, "landuse", "green", GREEN_LAND) ??
    among(tags, "natural", "green", GREEN_NATURAL)
  );
}

const WATER: ReadonlySet<string> = new Set(["water"]);

/** What a way is drawn as along its line. */
export function lineKind(tags: Tags): Kind | null {
  const highway = tags.get("highway");
  if (highway !== undefined) return { layer: "street", kind: highway };
  return among(tags, "waterway", "water", WATERWAY_LINES) ?? among(tags, "railway", "railway", RAILWAYS);
}

/** Lines that lack nodes are drawn through those that are there, and refused where fewer than two are. */
export function takeBaseMap(elements: Elements, areas: readonly Area[]): Taken<BaseFeatureRow> {
  const { ways, file } = elements;
  const rows: BaseFeatureRow[] = [];
  const refusals: Refusal[] = [];
  for (let way = 0; way < ways.count; way++) {
    const tags = ways.tags[way];
    const line = tags.size > 0 ? lineKind(tags) : null;
    if (!line) continue;
    const { nodes } = nodesOfWay(elements, way);
    if (nodes.length < 2) {
      const value = String(nodes.length);
      // Walkable ones are told where the streets are taken.
      if (!walkability(tags))
        refusals.push(osmNote(file, `way/${ways.ids[way]}`, "too_few_nodes", { field: "nd", value, expected: ">= 2" }));
      continue;
    }
    const geometry: LineString = {
      type: "LineString",
      coordinates: positions(nodes, elements).map(([lon, lat]) => [lon, lat]),
    };
    rows.push({ ...line, name: nameOf(tags), geometry });
  }
  for (const area of areas) {
    const kind = areaKind(area.tags);
    if (kind) rows.push({ ...kind, name: nameOf(area.tags), geometry: toGeometry(area) });
  }
  return { rows, refusals };
}

function among(tags: Tags, key: string, layer: BaseLayer, values: ReadonlySet<string>): Kind | null {
  const value = tags.get(key);
  return value !== undefined && values.has(value) ? { layer, kind: value } : null;
}
