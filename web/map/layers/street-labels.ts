/** Names of streets and waters along their lines, in fonts of the machine. @module */
import { PALETTE } from "../palette.ts";
import type { Layer } from "../scene.ts";
import { removeLayers } from "../sources.ts";

const MAJOR = ["motorway", "trunk", "primary", "secondary"];

export const streetLabels: Layer = {
  add(map) {
    const halo = { "text-halo-color": PALETTE.halo, "text-halo-width": 1.5 };
    map.addLayer({
      id: "street-labels",
      type: "symbol",
      source: "base",
      "source-layer": "street",
      minzoom: 13,
      filter: ["all", ["has", "name"], ["any", ["in", ["get", "kind"], ["literal", MAJOR]], [">=", ["zoom"], 15]]],
      layout: {
        "symbol-placement": "line",
        "text-field": ["get", "name"],
        "text-size": 12,
        "symbol-spacing": 420,
        "text-letter-spacing": 0.08,
      },
      paint: { "text-color": PALETTE.label, ...halo },
    });
    map.addLayer({
      id: "water-labels",
      type: "symbol",
      source: "base",
      "source-layer": "water",
      minzoom: 13,
      filter: ["all", ["has", "name"], ["==", ["geometry-type"], "LineString"]],
      layout: {
        "symbol-placement": "line",
        "text-field": ["get", "name"],
        "text-size": 12,
        "symbol-spacing": 500,
        "text-letter-spacing": 0.2,
      },
      paint: { "text-color": PALETTE.waterLabel, ...halo },
    });
  },
  update() {},
  remove(map) {
    removeLayers(map, ["street-labels", "water-labels"]);
  },
};
