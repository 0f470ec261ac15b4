/** What can be walked to from a point: a soft fill with a crisp edge at the limit. @module */
import { PALETTE } from "../palette.ts";
import { EMPTY, type Layer, type Scene } from "../scene.ts";
import { removeLayers, removeSource, updateShape } from "../sources.ts";

export const isochrone: Layer = {
  add(map, scene) {
    map.addSource("isochrone", { type: "geojson", data: shape(scene) });
    map.addLayer({
      id: "isochrone",
      type: "fill",
      source: "isochrone",
      paint: { "fill-color": PALETTE.accent, "fill-opacity": ["interpolate", ["linear"], ["zoom"], 13, 0.1, 16, 0.04] },
    });
    map.addLayer({
      id: "isochrone-halo",
      type: "line",
      source: "isochrone",
      paint: { "line-color": "#ffffff", "line-width": 4.5, "line-opacity": 0.85 },
    });
    map.addLayer({
      id: "isochrone-edge",
      type: "line",
      source: "isochrone",
      paint: { "line-color": PALETTE.accent, "line-width": 2.2 },
    });
  },
  update(map, scene, before) {
    if (scene.isochrone !== before.isochrone) updateShape(map, "isochrone", shape(scene));
  },
  remove(map) {
    removeLayers(map, ["isochrone", "isochrone-halo", "isochrone-edge"]);
    removeSource(map, "isochrone");
  },
};

function shape({ isochrone: geometry }: Scene) {
  return geometry === null ? EMPTY : { type: "Feature" as const, geometry, properties: {} };
}
