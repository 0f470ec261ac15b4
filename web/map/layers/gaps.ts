/** The largest gaps, numbered as in the list beside the map. @module */
import { PALETTE } from "../palette.ts";
import type { Layer, Scene } from "../scene.ts";
import { points, removeLayers, removeSource, updateShape } from "../sources.ts";

const IDS = ["gaps", "gaps-number"] as const;

export const gaps: Layer = {
  add(map, scene) {
    map.addSource("gaps", { type: "geojson", data: numbered(scene) });
    map.addLayer({
      id: "gaps",
      type: "circle",
      source: "gaps",
      paint: {
        "circle-radius": 9,
        "circle-color": PALETTE.gap,
        "circle-stroke-color": "#ffffff",
        "circle-stroke-width": 1.5,
      },
    });
    map.addLayer({
      id: "gaps-number",
      type: "symbol",
      source: "gaps",
      layout: {
        "text-field": ["get", "text"],
        "text-size": 12,
        "text-allow-overlap": true,
        "text-ignore-placement": true,
      },
      paint: { "text-color": "#ffffff" },
    });
    show(map, scene);
  },
  update(map, scene, before) {
    if (scene.gaps !== before.gaps) updateShape(map, "gaps", numbered(scene));
    if (scene.hidden !== before.hidden) show(map, scene);
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "gaps");
  },
};

/** The first in the list is drawn last, and so on top. */
function numbered({ gaps: listed }: Scene) {
  return points(listed.toReversed());
}

function show(map: Parameters<Layer["add"]>[0], { hidden }: Scene): void {
  for (const id of IDS) map.setLayoutProperty(id, "visibility", hidden.includes("gaps") ? "none" : "visible");
}
