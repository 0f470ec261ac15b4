/** Railways: a thin dashed line. @module */
import { PALETTE } from "../palette.ts";
import type { Layer } from "../scene.ts";
import { removeLayers } from "../sources.ts";

export const railway: Layer = {
  add(map) {
    const from = { source: "base", "source-layer": "railway" };
    map.addLayer({ id: "railway", type: "line", ...from, paint: { "line-color": PALETTE.railway, "line-width": 1.6 } });
    map.addLayer({
      id: "railway-gaps",
      type: "line",
      ...from,
      minzoom: 12,
      paint: { "line-color": "#ffffff", "line-width": 0.9, "line-dasharray": [5, 5] },
    });
  },
  update() {},
  remove(map) {
    removeLayers(map, ["railway", "railway-gaps"]);
  },
};
