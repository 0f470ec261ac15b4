/** Parks and other green. @module */
import { PALETTE } from "../palette.ts";
import type { Layer } from "../scene.ts";
import { removeLayers } from "../sources.ts";

export const green: Layer = {
  add(map) {
    map.addLayer({
      id: "green",
      type: "fill",
      source: "base",
      "source-layer": "green",
      paint: { "fill-color": PALETTE.green },
    });
  },
  update() {},
  remove(map) {
    removeLayers(map, ["green"]);
  },
};
