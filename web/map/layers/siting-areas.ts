/** What is within the limit on foot of each site of a plan, the one looked at stronger. @module */
import type { FeatureCollection } from "geojson";
import { PALETTE } from "../palette.ts";
import { EMPTY, type Layer, type Scene } from "../scene.ts";
import { removeLayers, removeSource, updateShape } from "../sources.ts";

const IDS = ["siting-areas", "siting-areas-line"] as const;
const SELECTED = ["get", "selected"] as ["get", string];

export const sitingAreas: Layer = {
  add(map, scene) {
    map.addSource("siting-areas", { type: "geojson", data: shape(scene) });
    map.addLayer({
      id: "siting-areas",
      type: "fill",
      source: "siting-areas",
      paint: { "fill-color": PALETTE.plan, "fill-opacity": ["case", SELECTED, 0.2, 0.09] },
    });
    map.addLayer({
      id: "siting-areas-line",
      type: "line",
      source: "siting-areas",
      layout: { "line-join": "round" },
      paint: {
        "line-color": PALETTE.plan,
        "line-width": ["case", SELECTED, 2.6, 1.2],
        "line-opacity": ["case", SELECTED, 1, 0.7],
      },
    });
  },
  update(map, scene, before) {
    if (scene.siting?.areas !== before.siting?.areas) updateShape(map, "siting-areas", shape(scene));
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "siting-areas");
  },
};

function shape({ siting }: Scene): FeatureCollection {
  if (siting === undefined) return EMPTY;
  return {
    type: "FeatureCollection",
    features: siting.areas.map(({ shape: geometry, selected }) => ({
      type: "Feature",
      geometry,
      properties: { selected },
    })),
  };
}
