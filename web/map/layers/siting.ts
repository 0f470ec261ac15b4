/** Sites of a plan, numbered in the order in which they pay, among the small dots of where they could be. @module */
import type { Feature, FeatureCollection } from "geojson";
import { PALETTE } from "../palette.ts";
import { EMPTY, type Layer, type Scene } from "../scene.ts";
import { removeLayers, removeSource, updateShape } from "../sources.ts";

const IDS = [
  "siting-candidates",
  "siting-refused",
  "siting-selected",
  "siting-pins",
  "siting-sites",
  "siting-numbers",
] as const;

const SELECTED = ["get", "selected"] as ["get", string];

export const siting: Layer = {
  add(map, scene) {
    map.addSource("siting-candidates", { type: "geojson", data: dots(scene) });
    map.addSource("siting", { type: "geojson", data: shape(scene) });
    map.addLayer({
      id: "siting-candidates",
      type: "circle",
      source: "siting-candidates",
      filter: ["!=", ["get", "state"], "refused"],
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 11, 1.4, 14, 3, 17, 5],
        "circle-color": ["match", ["get", "state"], "barred", "#ffffff", PALETTE.plan],
        "circle-opacity": ["match", ["get", "state"], "barred", 0.7, 0.55],
        "circle-stroke-color": PALETTE.unbound,
        "circle-stroke-width": ["match", ["get", "state"], "barred", 1, 0],
      },
    });
    map.addLayer({
      id: "siting-refused",
      type: "symbol",
      source: "siting-candidates",
      filter: ["==", ["get", "state"], "refused"],
      layout: { "text-field": "×", "text-size": 22, "text-allow-overlap": true, "text-ignore-placement": true },
      paint: { "text-color": PALETTE.violation, "text-halo-color": PALETTE.halo, "text-halo-width": 2 },
    });
    map.addLayer({
      id: "siting-selected",
      type: "circle",
      source: "siting",
      filter: is("selected"),
      paint: {
        "circle-radius": 9,
        "circle-color": PALETTE.plan,
        "circle-opacity": 0.15,
        "circle-stroke-color": PALETTE.plan,
        "circle-stroke-width": 2.5,
      },
    });
    map.addLayer({
      id: "siting-pins",
      type: "circle",
      source: "siting",
      filter: ["all", is("site"), ["get", "pinned"] as ["get", string]],
      paint: {
        "circle-radius": ["case", SELECTED, 19, 16],
        "circle-color": "#ffffff",
        "circle-stroke-color": PALETTE.plan,
        "circle-stroke-width": 2,
      },
    });
    map.addLayer({
      id: "siting-sites",
      type: "circle",
      source: "siting",
      filter: is("site"),
      paint: {
        "circle-radius": ["case", SELECTED, 14, 11],
        "circle-color": PALETTE.site,
        "circle-stroke-color": "#ffffff",
        "circle-stroke-width": 2,
      },
    });
    map.addLayer({
      id: "siting-numbers",
      type: "symbol",
      source: "siting",
      filter: is("site"),
      layout: {
        "text-field": ["to-string", ["get", "rank"]],
        "text-size": ["case", SELECTED, 14, 12],
        "text-allow-overlap": true,
        "text-ignore-placement": true,
      },
      paint: { "text-color": "#ffffff" },
    });
  },
  update(map, scene, before) {
    const [is, was] = [scene.siting, before.siting];
    if (is?.candidates !== was?.candidates) updateShape(map, "siting-candidates", dots(scene));
    if (is?.sites !== was?.sites || is?.selected !== was?.selected) updateShape(map, "siting", shape(scene));
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "siting");
    removeSource(map, "siting-candidates");
  },
};

function is(part: "site" | "selected"): ["==", ["get", string], string] {
  return ["==", ["get", "part"], part];
}

function dots({ siting: shown }: Scene): FeatureCollection {
  if (shown === undefined) return EMPTY;
  return {
    type: "FeatureCollection",
    features: shown.candidates.map(({ at, state }) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [...at] },
      properties: { state },
    })),
  };
}

function shape({ siting: shown }: Scene): FeatureCollection {
  if (shown === undefined) return EMPTY;
  // The last drawn lies on top: the sites that pay most.
  const features = shown.sites.toReversed().map(
    ({ at, rank, pinned, selected }): Feature => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [...at] },
      properties: { part: "site", rank, pinned, selected },
    }),
  );
  if (shown.selected !== null)
    features.push({
      type: "Feature",
      geometry: { type: "Point", coordinates: [...shown.selected] },
      properties: { part: "selected" },
    });
  return { type: "FeatureCollection", features };
}
