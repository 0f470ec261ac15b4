/** A polygon drawn by hand: its corners while it grows, its border and a light fill once it stands. @module */
import type { FeatureCollection } from "geojson";
import { PALETTE } from "../palette.ts";
import type { Drawn, Layer } from "../scene.ts";
import { removeLayers, removeSource, updateShape } from "../sources.ts";

const IDS = ["drawn-fill", "drawn-casing", "drawn-line", "drawn-closing", "drawn-corners"] as const;

export const drawn: Layer = {
  add(map, scene) {
    map.addSource("drawn", { type: "geojson", data: shapeOf(scene.drawn) });
    const of = (part: string): ["==", ["get", string], string] => ["==", ["get", "part"], part];
    map.addLayer({
      id: "drawn-fill",
      type: "fill",
      source: "drawn",
      filter: of("fill"),
      paint: { "fill-color": PALETTE.accent, "fill-opacity": 0.08 },
    });
    map.addLayer({
      id: "drawn-casing",
      type: "line",
      source: "drawn",
      filter: of("line"),
      layout: { "line-join": "round" },
      paint: { "line-color": "#ffffff", "line-width": 5, "line-opacity": 0.8 },
    });
    map.addLayer({
      id: "drawn-line",
      type: "line",
      source: "drawn",
      filter: of("line"),
      layout: { "line-join": "round" },
      paint: { "line-color": PALETTE.drawn, "line-width": 2.4 },
    });
    map.addLayer({
      id: "drawn-closing",
      type: "line",
      source: "drawn",
      filter: of("closing"),
      paint: { "line-color": PALETTE.drawn, "line-width": 1.6, "line-dasharray": [3, 3] },
    });
    map.addLayer({
      id: "drawn-corners",
      type: "circle",
      source: "drawn",
      filter: of("corner"),
      paint: {
        "circle-radius": ["case", ["get", "first"], 6, 4.5],
        "circle-color": "#ffffff",
        "circle-stroke-color": PALETTE.drawn,
        "circle-stroke-width": 2,
      },
    });
  },
  update(map, scene, before) {
    if (scene.drawn !== before.drawn) updateShape(map, "drawn", shapeOf(scene.drawn));
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "drawn");
  },
};

function shapeOf(shape: Drawn | null): FeatureCollection {
  if (shape === null || shape.corners.length === 0) return { type: "FeatureCollection", features: [] };
  const corners = shape.corners.map((corner) => [...corner]);
  const ring = [...corners, corners[0]];
  const line = (part: string, coordinates: number[][]) => ({
    type: "Feature" as const,
    geometry: { type: "LineString" as const, coordinates },
    properties: { part },
  });
  const lines = shape.done
    ? [line("line", ring)]
    : [line("line", corners), line("closing", [corners[corners.length - 1], corners[0]])];
  return {
    type: "FeatureCollection",
    features: [
      ...(corners.length > 2
        ? [
            {
              type: "Feature" as const,
              geometry: { type: "Polygon" as const, coordinates: [ring] },
              properties: { part: "fill" },
            },
          ]
        : []),
      ...lines.filter(({ geometry }) => geometry.coordinates.length > 1),
      ...(shape.done ? [] : corners).map((corner, k) => ({
        type: "Feature" as const,
        geometry: { type: "Point" as const, coordinates: corner },
        properties: { part: "corner", first: k === 0 },
      })),
    ],
  };
}
