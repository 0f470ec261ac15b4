/** Cells in which a plan changes something: gains and losses of cover with their signs, shorter and longer walks paler. @module */
import type { FeatureCollection } from "geojson";
import { byZoom, CELL_OPACITY } from "../change-looks.ts";
import { TURN_COLOUR } from "../expressions.ts";
import { MINUSES, PLUSES } from "../images.ts";
import { EMPTY, type Layer, type Scene } from "../scene.ts";
import { removeLayers, removeSource, updateShape } from "../sources.ts";

const IDS = ["changed-cells", "changed-cells-gain", "changed-cells-loss", "changed-cells-edge"] as const;

export const changedCells: Layer = {
  add(map, scene) {
    map.addSource("changed-cells", { type: "geojson", data: shape(scene), tolerance: 0 });
    map.addLayer({
      id: "changed-cells",
      type: "fill",
      source: "changed-cells",
      paint: {
        "fill-color": TURN_COLOUR,
        "fill-opacity": byZoom(CELL_OPACITY),
        "fill-antialias": false,
      },
    });
    for (const [id, turn, sign] of [
      ["changed-cells-gain", "gain", PLUSES],
      ["changed-cells-loss", "loss", MINUSES],
    ] as const) {
      map.addLayer({
        id,
        type: "fill",
        source: "changed-cells",
        filter: ["==", ["get", "turn"], turn],
        paint: { "fill-pattern": sign },
      });
    }
    map.addLayer({
      id: "changed-cells-edge",
      type: "line",
      source: "changed-cells",
      paint: { "line-color": "#ffffff", "line-width": 0.8, "line-opacity": 0.8 },
    });
  },
  update(map, scene, before) {
    if (scene.whatIf?.cells !== before.whatIf?.cells) updateShape(map, "changed-cells", shape(scene));
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "changed-cells");
  },
};

function shape({ whatIf }: Scene): FeatureCollection {
  if (whatIf === null) return EMPTY;
  return {
    type: "FeatureCollection",
    features: whatIf.cells.map(({ ring, turn, told }) => ({
      type: "Feature",
      geometry: { type: "Polygon", coordinates: [ring.map((corner) => [...corner])] },
      properties: { turn, told: JSON.stringify(told) },
    })),
  };
}
