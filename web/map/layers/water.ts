/** Rivers and lakes, over the heat cells: nobody lives on them, and they show where one is. @module */
import { PALETTE } from "../palette.ts";
import type { Layer } from "../scene.ts";
import { removeLayers } from "../sources.ts";

export const water: Layer = {
  add(map) {
    map.addLayer({
      id: "water",
      type: "fill",
      source: "base",
      "source-layer": "water",
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": PALETTE.water, "fill-outline-color": PALETTE.waterLine },
    });
    map.addLayer({
      id: "water-line",
      type: "line",
      source: "base",
      "source-layer": "water",
      filter: ["==", ["geometry-type"], "LineString"],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": PALETTE.water,
        "line-width": ["interpolate", ["exponential", 1.6], ["zoom"], 10, 0.6, 16, 6],
      },
    });
  },
  update() {},
  remove(map) {
    removeLayers(map, ["water", "water-line"]);
  },
};
