/** Footprints, a shade darker than the land. @module */
import { PALETTE } from "../palette.ts";
import type { Layer } from "../scene.ts";
import { removeLayers } from "../sources.ts";

export const buildings: Layer = {
  add(map) {
    map.addLayer({
      id: "buildings",
      type: "fill",
      source: "base",
      "source-layer": "building",
      minzoom: 13,
      paint: {
        "fill-color": PALETTE.building,
        "fill-outline-color": PALETTE.buildingEdge,
        "fill-opacity": ["interpolate", ["linear"], ["zoom"], 13, 0.3, 15, 0.95],
      },
    });
  },
  update() {},
  remove(map) {
    removeLayers(map, ["buildings"]);
  },
};
