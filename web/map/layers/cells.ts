/** Heat cells: people-weighted mean walk by H3 cell; cells of which nothing is known are hatched, never coloured. @module */
import { CELL_UNKNOWN, classColour } from "../expressions.ts";
import { HATCH } from "../images.ts";
import type { Layer, Scene } from "../scene.ts";
import { addTiles, removeLayers, removeSource, updateTiles } from "../sources.ts";

const IDS = ["cells", "cells-unknown", "cells-edge"] as const;
/** Where residences are drawn one by one, the cells have said what they can. */
const MAX_ZOOM = 14.5;
const FADE = [13.7, 14.5] as const;

export const cells: Layer = {
  add(map, scene) {
    addTiles(map, "cells", scene);
    const from = { source: "cells", "source-layer": "cells", maxzoom: MAX_ZOOM };
    map.addLayer({
      id: "cells",
      type: "fill",
      ...from,
      filter: ["!", CELL_UNKNOWN],
      paint: {
        "fill-color": colour(scene),
        "fill-opacity": ["interpolate", ["linear"], ["zoom"], FADE[0], 0.82, FADE[1], 0.15],
        "fill-antialias": false,
      },
    });
    map.addLayer({
      id: "cells-unknown",
      type: "fill",
      ...from,
      filter: CELL_UNKNOWN,
      paint: {
        "fill-pattern": HATCH,
        "fill-opacity": ["interpolate", ["linear"], ["zoom"], FADE[0], 0.7, FADE[1], 0.2],
      },
    });
    map.addLayer({
      id: "cells-edge",
      type: "line",
      ...from,
      paint: { "line-color": "#ffffff", "line-width": 0.6, "line-opacity": 0.55 },
    });
    show(map, scene);
  },
  update(map, scene, before) {
    updateTiles(map, "cells", scene, before);
    if (scene.classes !== before.classes || scene.speedMmPerSecond !== before.speedMmPerSecond)
      map.setPaintProperty("cells", "fill-color", colour(scene));
    if (scene.hidden !== before.hidden) show(map, scene);
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "cells");
  },
};

function colour({ classes, speedMmPerSecond }: Scene) {
  return classColour("meanMm", classes, speedMmPerSecond);
}

function show(map: Parameters<Layer["add"]>[0], { hidden }: Scene): void {
  for (const id of IDS) map.setLayoutProperty(id, "visibility", hidden.includes("cells") ? "none" : "visible");
}
