/** The walk to one facility along the streets, with the facility at its end. @module */
import type { FeatureCollection } from "geojson";
import { badge } from "../images.ts";
import { PALETTE } from "../palette.ts";
import { EMPTY, type Layer, type Scene } from "../scene.ts";
import { removeLayers, removeSource, updateShape } from "../sources.ts";

const IDS = ["walk-halo", "walk", "walk-last", "walk-end"] as const;

export const walk: Layer = {
  add(map, scene) {
    map.addSource("walk", { type: "geojson", data: shape(scene) });
    const layout = { "line-cap": "round", "line-join": "round" } as const;
    map.addLayer({
      id: "walk-halo",
      type: "line",
      source: "walk",
      filter: is("street"),
      layout,
      paint: { "line-color": "#ffffff", "line-width": 8, "line-opacity": 0.9 },
    });
    map.addLayer({
      id: "walk",
      type: "line",
      source: "walk",
      filter: is("street"),
      layout,
      paint: { "line-color": PALETTE.walk, "line-width": 4 },
    });
    map.addLayer({
      id: "walk-last",
      type: "line",
      source: "walk",
      filter: is("offset"),
      paint: { "line-color": PALETTE.walk, "line-width": 2, "line-dasharray": [2, 1.5] },
    });
    map.addLayer({
      id: "walk-end",
      type: "symbol",
      source: "walk",
      filter: is("end"),
      layout: {
        "icon-image": badge(map, scene.symbol, true),
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    });
  },
  update(map, scene, before) {
    if (scene.walk !== before.walk) updateShape(map, "walk", shape(scene));
    if (scene.symbol !== before.symbol) map.setLayoutProperty("walk-end", "icon-image", badge(map, scene.symbol, true));
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "walk");
  },
};

function is(part: "street" | "offset" | "end"): ["==", ["get", string], string] {
  return ["==", ["get", "part"], part];
}

function shape({ walk: shown }: Scene): FeatureCollection {
  if (shown === null) return EMPTY;
  const { line, to } = shown;
  const end = [...to];
  return {
    type: "FeatureCollection",
    features: [
      { type: "Feature", geometry: line, properties: { part: "street" } },
      {
        type: "Feature",
        geometry: { type: "LineString", coordinates: [line.coordinates[line.coordinates.length - 1], end] },
        properties: { part: "offset" },
      },
      { type: "Feature", geometry: { type: "Point", coordinates: end }, properties: { part: "end" } },
    ],
  };
}
