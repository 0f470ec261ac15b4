/**
 * Residences one by one, coloured by their walk; those beyond the limit larger, unknown ones as hatched dots.
 *
 * Tiles hold them near to far, so that far ones lie on top. A `circle-sort-key` would do the same with one draw call for
 * every dot: 10,000 a frame in the middle of a city. @module
 */
import type { DataDrivenPropertyValueSpecification } from "maplibre-gl";
import { classColour, isBeyond, residenceUnknown } from "../expressions.ts";
import { HATCHED_DOT } from "../images.ts";
import { PALETTE } from "../palette.ts";
import type { Layer, Scene } from "../scene.ts";
import { addTiles, removeLayers, removeSource, updateTiles } from "../sources.ts";

const IDS = ["residences-unknown", "residences", "residences-selected"] as const;

/** Below this dots would be grains on the heat cells. */
const MIN_ZOOM = 13.8;

export const residences: Layer = {
  add(map, scene) {
    addTiles(map, "residences", scene);
    const from = { source: "residences", "source-layer": "residences", minzoom: MIN_ZOOM };
    map.addLayer({
      id: "residences-unknown",
      type: "symbol",
      ...from,
      filter: residenceUnknown(scene.limitMm),
      layout: {
        "icon-image": HATCHED_DOT,
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "icon-size": ["interpolate", ["linear"], ["zoom"], 13, 0.35, 15, 0.75, 17, 1],
      },
    });
    map.addLayer({
      id: "residences",
      type: "circle",
      ...from,
      filter: ["!", residenceUnknown(scene.limitMm)],
      paint: { ...looks(scene), "circle-opacity": ["interpolate", ["linear"], ["zoom"], MIN_ZOOM, 0.5, 14.4, 1] },
    });
    map.addLayer({
      id: "residences-selected",
      type: "circle",
      ...from,
      filter: selected(scene),
      paint: {
        "circle-radius": 13,
        "circle-color": "rgba(255,255,255,0)",
        "circle-stroke-color": PALETTE.accent,
        "circle-stroke-width": 3,
      },
    });
    show(map, scene);
  },
  update(map, scene, before) {
    updateTiles(map, "residences", scene, before);
    if (
      scene.classes !== before.classes ||
      scene.limitMm !== before.limitMm ||
      scene.speedMmPerSecond !== before.speedMmPerSecond
    ) {
      for (const [name, value] of Object.entries(looks(scene)))
        map.setPaintProperty("residences", name as "circle-color", value as never);
    }
    if (scene.limitMm !== before.limitMm) {
      map.setFilter("residences-unknown", residenceUnknown(scene.limitMm));
      map.setFilter("residences", ["!", residenceUnknown(scene.limitMm)]);
    }
    if (scene.selectedResidence !== before.selectedResidence) map.setFilter("residences-selected", selected(scene));
    if (scene.hidden !== before.hidden) show(map, scene);
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "residences");
  },
};

function looks({ classes, speedMmPerSecond, limitMm }: Scene) {
  const beyond = isBeyond("mm", limitMm);
  const radius = (covered: number, uncovered: number) => ["case", beyond, uncovered, covered];
  return {
    "circle-color": classColour("mm", classes, speedMmPerSecond),
    "circle-radius": [
      "interpolate",
      ["linear"],
      ["zoom"],
      13,
      radius(1.8, 2.4),
      15,
      radius(4.8, 6.2),
      17,
      radius(9, 11),
    ] as unknown as DataDrivenPropertyValueSpecification<number>,
    // Dark edge keeps the lightest class visible on pale land; white parts the dark ones.
    "circle-stroke-color": ["case", beyond, "#ffffff", "#2b6a66"] as DataDrivenPropertyValueSpecification<string>,
    "circle-stroke-width": [
      "interpolate",
      ["linear"],
      ["zoom"],
      13,
      0.3,
      15,
      1,
    ] as DataDrivenPropertyValueSpecification<number>,
  };
}

function selected({ selectedResidence }: Scene): ["==", ["get", string], string] {
  return ["==", ["get", "ref"], selectedResidence ?? ""];
}

function show(map: Parameters<Layer["add"]>[0], { hidden }: Scene): void {
  for (const id of IDS) map.setLayoutProperty(id, "visibility", hidden.includes("residences") ? "none" : "visible");
}
