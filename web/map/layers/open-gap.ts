/** One gap looked at: rings round its homes, the straight line to the nearest facility, the gates that bar the way. @module */
import type { Feature, FeatureCollection } from "geojson";
import { PALETTE } from "../palette.ts";
import { EMPTY, type Layer, type Scene } from "../scene.ts";
import { removeLayers, removeSource, updateShape } from "../sources.ts";

const IDS = ["gap-straight", "gap-homes", "gap-gates"] as const;

export const openGap: Layer = {
  add(map, scene) {
    map.addSource("open-gap", { type: "geojson", data: shape(scene) });
    map.addLayer({
      id: "gap-straight",
      type: "line",
      source: "open-gap",
      filter: is("straight"),
      paint: { "line-color": PALETTE.gap, "line-width": 2, "line-dasharray": [1.5, 2.5] },
    });
    map.addLayer({
      id: "gap-homes",
      type: "circle",
      source: "open-gap",
      filter: is("home"),
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 12, 4, 15, 10, 17, 15],
        "circle-color": "rgba(168,67,10,0.12)",
        "circle-stroke-color": PALETTE.gap,
        "circle-stroke-width": 2,
      },
    });
    map.addLayer({
      id: "gap-gates",
      type: "symbol",
      source: "open-gap",
      filter: is("gate"),
      layout: { "text-field": "×", "text-size": 22, "text-allow-overlap": true, "text-ignore-placement": true },
      paint: { "text-color": PALETTE.gap, "text-halo-color": PALETTE.halo, "text-halo-width": 2 },
    });
  },
  update(map, scene, before) {
    if (scene.openGap !== before.openGap) updateShape(map, "open-gap", shape(scene));
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "open-gap");
  },
};

function is(part: "straight" | "home" | "gate"): ["==", ["get", string], string] {
  return ["==", ["get", "part"], part];
}

function shape({ openGap: shown }: Scene): FeatureCollection {
  if (shown === null) return EMPTY;
  const point =
    (part: "home" | "gate") =>
    (at: readonly [number, number]): Feature => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [...at] },
      properties: { part },
    });
  const features = [...shown.homes.map(point("home")), ...shown.closedGates.map(point("gate"))];
  if (shown.straight !== null)
    features.push({ type: "Feature", geometry: shown.straight, properties: { part: "straight" } });
  return { type: "FeatureCollection", features };
}
