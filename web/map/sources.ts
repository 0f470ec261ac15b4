/** Where tiles come from: our own service only, with the data version in the address so that they may be cached for ever. @module */
import type { FeatureCollection } from "geojson";
import type { GeoJSONSource, Map as MapLibreMap, VectorTileSource } from "maplibre-gl";
import type { LabelPoint, Scene } from "./scene.ts";

export type TileLayer = "base" | "facilities" | "residences" | "cells";

/** Zooms at which the service has tiles; above the last they are stretched. */
const ZOOMS: Readonly<Record<TileLayer, readonly [number, number]>> = {
  base: [9, 16],
  facilities: [9, 16],
  residences: [13, 16],
  cells: [7, 14],
};

export function addTiles(map: MapLibreMap, layer: TileLayer, scene: Scene): void {
  const [minzoom, maxzoom] = ZOOMS[layer];
  map.addSource(layer, { type: "vector", tiles: [tileAddress(layer, scene)], minzoom, maxzoom });
}

/** Asks for every tile in view once more: those that nobody answered stay empty otherwise. */
export function askTilesAgain(map: MapLibreMap): void {
  for (const layer of Object.keys(ZOOMS)) if (map.getSource(layer)) map.refreshTiles(layer);
}

/** Turns a source to the tiles of another scene; nothing happens while the address stays the same. */
export function updateTiles(map: MapLibreMap, layer: TileLayer, scene: Scene, before: Scene): void {
  const address = tileAddress(layer, scene);
  if (address !== tileAddress(layer, before)) map.getSource<VectorTileSource>(layer)?.setTiles([address]);
}

/** The map draws the new shape as soon as its worker has cut it; nobody waits for that. */
export function updateShape(map: MapLibreMap, id: string, data: GeoJSON.GeoJSON): void {
  void map.getSource<GeoJSONSource>(id)?.setData(data);
}

export function removeSource(map: MapLibreMap, id: string): void {
  if (map.getSource(id)) map.removeSource(id);
}

export function removeLayers(map: MapLibreMap, ids: readonly string[]): void {
  for (const id of ids) if (map.getLayer(id)) map.removeLayer(id);
}

/** Absolute, because tiles are fetched by a worker that has no page to be relative to. */
export function tileAddress(layer: TileLayer, scene: Scene): string {
  const query = new URLSearchParams({ area: scene.area, v: String(scene.release) });
  if (scene.scenario !== null && layer !== "base") {
    query.set("scenario", String(scene.scenario.id));
    query.set("revision", String(scene.scenario.revision));
  }
  if (layer === "residences" || layer === "cells") {
    query.set("category", scene.category);
    query.set("profile", scene.profile);
    if (scene.at !== null) query.set("at", scene.at);
  }
  return `${window.location.origin}/api/v1/tiles/${layer}/{z}/{x}/{y}.mvt?${query}`;
}

/** Label points as GeoJSON, their text in `text`. */
export function points(labels: readonly LabelPoint[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: labels.map(({ text, at }) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [...at] },
      properties: { text },
    })),
  };
}
