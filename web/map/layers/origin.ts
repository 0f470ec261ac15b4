/** The point that was asked about, the place on the street it walks from, and the offset between the two. @module */
import type { Feature, FeatureCollection } from "geojson";
import { PALETTE } from "../palette.ts";
import { EMPTY, type Layer, type Scene } from "../scene.ts";
import { removeLayers, removeSource, updateShape } from "../sources.ts";

const IDS = ["origin-offset", "origin-snapped", "origin"] as const;

export const origin: Layer = {
  add(map, scene) {
    map.addSource("origin", { type: "geojson", data: shape(scene) });
    map.addLayer({
      id: "origin-offset",
      type: "line",
      source: "origin",
      filter: is("offset"),
      paint: { "line-color": PALETTE.walk, "line-width": 2, "line-dasharray": [2, 1.5] },
    });
    map.addLayer({
      id: "origin-snapped",
      type: "circle",
      source: "origin",
      filter: is("snapped"),
      paint: {
        "circle-radius": 4,
        "circle-color": "#ffffff",
        "circle-stroke-color": PALETTE.walk,
        "circle-stroke-width": 2,
      },
    });
    map.addLayer({
      id: "origin",
      type: "circle",
      source: "origin",
      filter: is("point"),
      paint: {
        "circle-radius": 7,
        "circle-color": PALETTE.walk,
        "circle-stroke-color": "#ffffff",
        "circle-stroke-width": 2.5,
      },
    });
  },
  update(map, scene, before) {
    if (scene.origin !== before.origin) updateShape(map, "origin", shape(scene));
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "origin");
  },
};

function is(part: "point" | "snapped" | "offset"): ["==", ["get", string], string] {
  return ["==", ["get", "part"], part];
}

function shape({ origin: shown }: Scene): FeatureCollection {
  if (shown === null) return EMPTY;
  const at = [...shown.at];
  const features: Feature[] = [
    { type: "Feature", geometry: { type: "Point", coordinates: at }, properties: { part: "point" } },
  ];
  if (shown.snapped !== null) {
    const snapped = [...shown.snapped];
    features.push(
      { type: "Feature", geometry: { type: "LineString", coordinates: [at, snapped] }, properties: { part: "offset" } },
      { type: "Feature", geometry: { type: "Point", coordinates: snapped }, properties: { part: "snapped" } },
    );
  }
  return { type: "FeatureCollection", features };
}
