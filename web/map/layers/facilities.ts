/** Facilities of the chosen category: a small badge with the character of the category, not a pin. @module */
import type { FilterSpecification } from "maplibre-gl";
import { badge } from "../images.ts";
import { PALETTE } from "../palette.ts";
import type { Layer, Scene } from "../scene.ts";
import { addTiles, removeLayers, removeSource, updateTiles } from "../sources.ts";

const IDS = ["facilities", "facilities-dots"] as const;

/** Tiles hold every category, so that another one is shown without fetching anything. */
export const facilities: Layer = {
  add(map, scene) {
    addTiles(map, "facilities", scene);
    const from = { source: "facilities", "source-layer": "facilities" };
    map.addLayer({
      id: "facilities-dots",
      type: "circle",
      ...from,
      filter: ofCategory(scene),
      maxzoom: 13,
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 10, 1.6, 13, 3.2],
        "circle-color": "#20363a",
        "circle-stroke-color": "#ffffff",
        "circle-stroke-width": 1,
      },
    });
    map.addLayer({
      id: "facilities",
      type: "symbol",
      ...from,
      filter: ofCategory(scene),
      minzoom: 13,
      layout: {
        "icon-image": badge(map, scene.symbol, false),
        "icon-allow-overlap": true,
        "icon-size": ["interpolate", ["linear"], ["zoom"], 13, 0.7, 14.5, 0.9, 16, 1.1],
        "text-field": ["step", ["zoom"], "", 15, ["coalesce", ["get", "name"], ""]],
        "text-size": 12,
        "text-anchor": "top",
        "text-offset": [0, 0.9],
        "text-optional": true,
        "text-max-width": 9,
      },
      paint: { "text-color": "#20363a", "text-halo-color": PALETTE.halo, "text-halo-width": 1.6 },
    });
    show(map, scene);
  },
  update(map, scene, before) {
    updateTiles(map, "facilities", scene, before);
    if (scene.symbol !== before.symbol)
      map.setLayoutProperty("facilities", "icon-image", badge(map, scene.symbol, false));
    if (scene.category !== before.category || without(scene) !== without(before))
      for (const id of IDS) map.setFilter(id, ofCategory(scene));
    if (scene.hidden !== before.hidden) show(map, scene);
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "facilities");
  },
};

/** Those that a plan moves or closes are drawn by it. */
function ofCategory(scene: Scene): FilterSpecification {
  const kept: FilterSpecification = ["==", ["get", "category"], scene.category];
  const gone = without(scene);
  return gone.length === 0 ? kept : ["all", kept, ["!", ["in", ["get", "ref"], ["literal", [...gone]]]]];
}

function without({ whatIf }: Scene): readonly string[] {
  return whatIf?.without ?? NONE;
}

const NONE: readonly string[] = [];

function show(map: Parameters<Layer["add"]>[0], { hidden }: Scene): void {
  for (const id of IDS) map.setLayoutProperty(id, "visibility", hidden.includes("facilities") ? "none" : "visible");
}
