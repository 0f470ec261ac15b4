/** The base map of a tile as features by layer, read from the store. @module */
import type { Feature, Geometry } from "geojson";
import type { Kysely } from "kysely";
import type { BBox } from "../../base/lon-lat.ts";
import { baseFeatures } from "../../store/base-map.ts";
import type { Database } from "../../store/database.ts";
import { unitShapes } from "../../store/units.ts";
import { baseSelectionAt } from "./base-zooms.ts";

export async function baseMapFeatures(
  db: Kysely<Database>,
  releaseId: number,
  z: number,
  bbox: BBox,
): Promise<Record<string, Feature[]>> {
  const selection = baseSelectionAt(z);
  const layers: Record<string, Feature[]> = { unit: await unitFeatures(db, releaseId, bbox) };
  if (selection.layers.length === 0) return layers;
  for (const { layer, kind, name, geometry } of await baseFeatures(db, releaseId, { bbox, ...selection }).execute()) {
    layers[layer] ??= [];
    layers[layer].push(feature(geometry, { kind, ...(name === null ? {} : { name }) }));
  }
  return layers;
}

async function unitFeatures(
  db: Kysely<Database>,
  releaseId: number,
  [west, south, east, north]: BBox,
): Promise<Feature[]> {
  const all = await unitShapes(db, releaseId).execute();
  return all
    .filter(({ bbox }) => bbox[0] <= east && bbox[2] >= west && bbox[1] <= north && bbox[3] >= south)
    .map(({ ref, name, level, geometry }) => feature(geometry, { ref, name, level }));
}

function feature(geometry: string, properties: Record<string, unknown>): Feature {
  return { type: "Feature", geometry: JSON.parse(geometry) as Geometry, properties };
}
