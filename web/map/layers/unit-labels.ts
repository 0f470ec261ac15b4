/** Names of communities or subdistricts, once each: tiles would repeat them in every piece of a polygon. @module */
import { PALETTE } from "../palette.ts";
import type { Layer, Scene } from "../scene.ts";
import { points, removeLayers, removeSource, updateShape } from "../sources.ts";

export const unitLabels: Layer = {
  add(map, scene) {
    map.addSource("unit-labels", { type: "geojson", data: points(scene.unitLabels) });
    map.addLayer({
      id: "unit-labels",
      type: "symbol",
      source: "unit-labels",
      minzoom: 11,
      layout: {
        "text-field": ["get", "text"],
        "text-size": ["interpolate", ["linear"], ["zoom"], 11, 12, 15, 14],
        "text-max-width": 8,
        "text-padding": 4,
      },
      paint: { "text-color": "#2c3a3c", "text-halo-color": PALETTE.halo, "text-halo-width": 1.8 },
    });
    show(map, scene);
  },
  update(map, scene, before) {
    if (scene.unitLabels !== before.unitLabels) updateShape(map, "unit-labels", points(scene.unitLabels));
    if (scene.hidden !== before.hidden) show(map, scene);
  },
  remove(map) {
    removeLayers(map, ["unit-labels"]);
    removeSource(map, "unit-labels");
  },
};

function show(map: Parameters<Layer["add"]>[0], { hidden }: Scene): void {
  map.setLayoutProperty("unit-labels", "visibility", hidden.includes("units") ? "none" : "visible");
}
