/** Residences whose verdict or walk a plan changes: rings round their dots, filled where cover turns. @module */
import type { FeatureCollection } from "geojson";
import { byZoom, HOME_EDGE_PX, HOME_RADIUS, HOMES_FROM_ZOOM } from "../change-looks.ts";
import { TURN_COLOUR } from "../expressions.ts";
import { PALETTE } from "../palette.ts";
import { EMPTY, type Layer, type Scene } from "../scene.ts";
import { removeLayers, removeSource, updateShape } from "../sources.ts";

const IDS = ["changed-residences", "changed-residences-sign"] as const;

export const changedResidences: Layer = {
  add(map, scene) {
    map.addSource("changed-residences", { type: "geojson", data: shape(scene) });
    map.addLayer({
      id: "changed-residences",
      type: "circle",
      source: "changed-residences",
      minzoom: HOMES_FROM_ZOOM,
      paint: {
        "circle-radius": byZoom(HOME_RADIUS),
        "circle-color": TURN_COLOUR,
        "circle-stroke-color": "#ffffff",
        "circle-stroke-width": HOME_EDGE_PX,
      },
    });
    map.addLayer({
      id: "changed-residences-sign",
      type: "symbol",
      source: "changed-residences",
      minzoom: 14.5,
      filter: ["in", ["get", "turn"], ["literal", ["gain", "loss"]]],
      layout: {
        "text-field": ["match", ["get", "turn"], "gain", "+", "−"],
        "text-size": ["interpolate", ["linear"], ["zoom"], 14.5, 12, 17, 18],
        "text-allow-overlap": true,
        "text-ignore-placement": true,
      },
      paint: { "text-color": PALETTE.halo },
    });
  },
  update(map, scene, before) {
    if (scene.whatIf?.residences !== before.whatIf?.residences) updateShape(map, "changed-residences", shape(scene));
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "changed-residences");
  },
};

function shape({ whatIf }: Scene): FeatureCollection {
  if (whatIf === null) return EMPTY;
  return {
    type: "FeatureCollection",
    features: whatIf.residences.map(({ at, turn, told }) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [...at] },
      properties: { turn, told: JSON.stringify(told) },
    })),
  };
}
