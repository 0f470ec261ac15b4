/** Walks as they are once a plan stands: drawn over the heat of today, in its colours, where the plan changes them. @module */
import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification } from "maplibre-gl";
import { classColour } from "../expressions.ts";
import { PALETTE } from "../palette.ts";
import { EMPTY, type Layer, type Scene } from "../scene.ts";
import { removeLayers, removeSource, updateShape } from "../sources.ts";

const IDS = ["siting-after-ground", "siting-after", "siting-after-edge"] as const;
/** As the heat of today, so that both read as one. */
const OPACITY: ExpressionSpecification = ["interpolate", ["linear"], ["zoom"], 13.7, 0.82, 14.5, 0.15];
const SHOWN: ExpressionSpecification = ["interpolate", ["linear"], ["zoom"], 13.7, 1, 14.5, 0];

export const sitingAfter: Layer = {
  add(map, scene) {
    map.addSource("siting-after", { type: "geojson", data: shape(scene), tolerance: 0 });
    map.addLayer({
      id: "siting-after-ground",
      type: "fill",
      source: "siting-after",
      paint: { "fill-color": PALETTE.land, "fill-opacity": SHOWN, "fill-antialias": false },
    });
    map.addLayer({
      id: "siting-after",
      type: "fill",
      source: "siting-after",
      paint: { "fill-color": colour(scene), "fill-opacity": OPACITY, "fill-antialias": false },
    });
    map.addLayer({
      id: "siting-after-edge",
      type: "line",
      source: "siting-after",
      paint: { "line-color": "#ffffff", "line-width": 0.6, "line-opacity": 0.55 },
    });
  },
  update(map, scene, before) {
    if (scene.siting?.after !== before.siting?.after) updateShape(map, "siting-after", shape(scene));
    if (scene.classes !== before.classes || scene.speedMmPerSecond !== before.speedMmPerSecond)
      map.setPaintProperty("siting-after", "fill-color", colour(scene));
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "siting-after");
  },
};

function colour({ classes, speedMmPerSecond }: Scene) {
  return classColour("meanMm", classes, speedMmPerSecond);
}

function shape({ siting }: Scene): FeatureCollection {
  if (siting === undefined) return EMPTY;
  return {
    type: "FeatureCollection",
    features: siting.after.map(({ ring, meanMm }) => ({
      type: "Feature",
      geometry: { type: "Polygon", coordinates: [ring.map((corner) => [...corner])] },
      properties: meanMm === null ? {} : { meanMm },
    })),
  };
}
