/** Where one of a class may open, and where somebody stands too near. @module */
import type { FeatureCollection } from "geojson";
import { PALETTE } from "../palette.ts";
import { EMPTY, type Layer, type Scene } from "../scene.ts";
import { removeLayers, removeSource, updateShape } from "../sources.ts";

const IDS = ["spacing-forbidden", "spacing-permitted", "spacing-permitted-line"] as const;

export const spacingZone: Layer = {
  add(map, scene) {
    map.addSource("spacing-zone", { type: "geojson", data: shape(scene) });
    map.addLayer({
      id: "spacing-forbidden",
      type: "fill",
      source: "spacing-zone",
      filter: ["==", ["get", "part"], "forbidden"],
      paint: { "fill-color": PALETTE.forbidden, "fill-opacity": 0.22 },
    });
    map.addLayer({
      id: "spacing-permitted",
      type: "fill",
      source: "spacing-zone",
      filter: ["==", ["get", "part"], "permitted"],
      paint: { "fill-color": PALETTE.permitted, "fill-opacity": 0.2 },
    });
    map.addLayer({
      id: "spacing-permitted-line",
      type: "line",
      source: "spacing-zone",
      filter: ["==", ["get", "part"], "permitted"],
      paint: { "line-color": PALETTE.permitted, "line-width": 1.5 },
    });
  },
  update(map, scene, before) {
    if (scene.spacing?.permitted !== before.spacing?.permitted) updateShape(map, "spacing-zone", shape(scene));
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "spacing-zone");
  },
};

function shape({ spacing }: Scene): FeatureCollection {
  if (!spacing?.permitted || !spacing.forbidden) return EMPTY;
  return {
    type: "FeatureCollection",
    features: [
      { type: "Feature", geometry: spacing.forbidden, properties: { part: "forbidden" } },
      { type: "Feature", geometry: spacing.permitted, properties: { part: "permitted" } },
    ],
  };
}
