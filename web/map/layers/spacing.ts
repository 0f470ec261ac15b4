/** Pairs that stand too close, as lines with their distance; discs round those looked at; places that would serve. @module */
import type { Feature, FeatureCollection } from "geojson";
import { disc } from "../disc.ts";
import { PALETTE } from "../palette.ts";
import { EMPTY, type Layer, type Scene } from "../scene.ts";
import { removeLayers, removeSource, updateShape } from "../sources.ts";

const IDS = [
  "spacing-clusters",
  "spacing-clusters-labels",
  "spacing-discs",
  "spacing-discs-line",
  "spacing-pairs-unbound",
  "spacing-pairs",
  "spacing-ends",
  "spacing-labels",
  "spacing-places",
  "spacing-place-numbers",
] as const;

const DISC_COLOUR = ["case", ["get", "isKept"], PALETTE.permitted, PALETTE.violation] as [
  "case",
  ["get", string],
  string,
  string,
];
const SELECTED = ["get", "selected"] as ["get", string];

export const spacing: Layer = {
  add(map, scene) {
    map.addSource("spacing", { type: "geojson", data: shape(scene) });
    map.addLayer({
      id: "spacing-clusters",
      type: "line",
      source: "spacing",
      filter: is("cluster"),
      layout: { "line-cap": "round" },
      paint: {
        "line-color": PALETTE.gap,
        "line-width": ["interpolate", ["linear"], ["zoom"], 11, 8, 15, 24],
        "line-opacity": ["case", SELECTED, 0.4, 0.15],
      },
    });
    map.addLayer({
      id: "spacing-discs",
      type: "fill",
      source: "spacing",
      filter: is("disc"),
      paint: { "fill-color": DISC_COLOUR, "fill-opacity": 0.08 },
    });
    map.addLayer({
      id: "spacing-discs-line",
      type: "line",
      source: "spacing",
      filter: is("disc"),
      paint: { "line-color": DISC_COLOUR, "line-width": 1.2 },
    });
    map.addLayer({
      id: "spacing-pairs-unbound",
      type: "line",
      source: "spacing",
      filter: is("unbound"),
      paint: { "line-color": PALETTE.unbound, "line-width": ["case", SELECTED, 4, 1.8], "line-dasharray": [2, 1.6] },
    });
    map.addLayer({
      id: "spacing-pairs",
      type: "line",
      source: "spacing",
      filter: is("pair"),
      layout: { "line-cap": "round" },
      paint: { "line-color": PALETTE.violation, "line-width": ["case", SELECTED, 5, 2.2] },
    });
    map.addLayer({
      id: "spacing-ends",
      type: "circle",
      source: "spacing",
      filter: is("end"),
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 11, 2.5, 15, 5],
        "circle-color": PALETTE.violation,
        "circle-stroke-color": "#ffffff",
        "circle-stroke-width": 1.2,
      },
    });
    map.addLayer({
      id: "spacing-labels",
      type: "symbol",
      source: "spacing",
      filter: is("label"),
      layout: {
        "text-field": ["get", "text"],
        "text-size": ["case", SELECTED, 14, 12],
        "symbol-sort-key": ["get", "order"],
        "text-padding": 3,
      },
      paint: { "text-color": PALETTE.violationLabel, "text-halo-color": PALETTE.halo, "text-halo-width": 2 },
    });
    map.addLayer({
      id: "spacing-clusters-labels",
      type: "symbol",
      source: "spacing",
      filter: is("cluster-label"),
      layout: { "text-field": ["get", "text"], "text-size": 12, "text-anchor": "bottom", "text-offset": [0, -0.7] },
      paint: { "text-color": PALETTE.gap, "text-halo-color": PALETTE.halo, "text-halo-width": 2 },
    });
    map.addLayer({
      id: "spacing-places",
      type: "circle",
      source: "spacing",
      filter: is("place"),
      paint: {
        "circle-radius": 10,
        "circle-color": PALETTE.permitted,
        "circle-stroke-color": "#ffffff",
        "circle-stroke-width": 2,
      },
    });
    map.addLayer({
      id: "spacing-place-numbers",
      type: "symbol",
      source: "spacing",
      filter: is("place"),
      layout: { "text-field": ["get", "text"], "text-size": 12, "text-allow-overlap": true },
      paint: { "text-color": "#ffffff" },
    });
  },
  update(map, scene, before) {
    if (scene.spacing !== before.spacing) updateShape(map, "spacing", shape(scene));
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "spacing");
  },
};

type Part = "pair" | "unbound" | "label" | "end" | "disc" | "place" | "cluster" | "cluster-label";

function is(part: Part): ["==", ["get", string], string] {
  return ["==", ["get", "part"], part];
}

function shape({ spacing: shown }: Scene): FeatureCollection {
  if (shown === undefined) return EMPTY;
  const features: Feature[] = shown.discs.map(({ at, radiusM, isKept }) => ({
    type: "Feature",
    geometry: disc(at, radiusM),
    properties: { part: "disc" satisfies Part, isKept },
  }));
  for (const { links, top, label, selected } of shown.clusters) {
    const part = (name: Part) => ({ part: name, selected, text: label });
    const coordinates = links.map((link) => link.map((end) => [...end]));
    features.push(
      { type: "Feature", geometry: { type: "MultiLineString", coordinates }, properties: part("cluster") },
      { type: "Feature", geometry: { type: "Point", coordinates: [...top] }, properties: part("cluster-label") },
    );
  }
  shown.pairs.forEach(({ a, b, label, binds, selected }, i) => {
    const part: Part = binds === "does_not_bind" ? "unbound" : "pair";
    const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    features.push(
      {
        type: "Feature",
        geometry: { type: "LineString", coordinates: [[...a], [...b]] },
        properties: { part, selected },
      },
      {
        type: "Feature",
        geometry: { type: "Point", coordinates: middle },
        properties: { part: "label", text: label, selected, order: selected ? -1 : i },
      },
    );
    for (const end of [a, b])
      features.push({
        type: "Feature",
        geometry: { type: "Point", coordinates: [...end] },
        properties: { part: "end" },
      });
  });
  for (const { text, at } of shown.places)
    features.push({
      type: "Feature",
      geometry: { type: "Point", coordinates: [...at] },
      properties: { part: "place", text },
    });
  return { type: "FeatureCollection", features };
}
