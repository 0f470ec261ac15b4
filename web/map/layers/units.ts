/** Borders of communities and subdistricts; the one picked from the table is drawn strong. @module */
import { PALETTE } from "../palette.ts";
import type { Layer, Scene } from "../scene.ts";
import { removeLayers } from "../sources.ts";

const IDS = ["units-community", "units-subdistrict", "units-selected-halo", "units-selected"] as const;

export const units: Layer = {
  add(map, scene) {
    const from = { source: "base", "source-layer": "unit" };
    map.addLayer({
      id: "units-community",
      type: "line",
      ...from,
      minzoom: 11.5,
      filter: ["==", ["get", "level"], "community"],
      paint: { "line-color": PALETTE.unit, "line-width": 1, "line-dasharray": [3, 2], "line-opacity": 0.75 },
    });
    map.addLayer({
      id: "units-subdistrict",
      type: "line",
      ...from,
      filter: ["==", ["get", "level"], "subdistrict"],
      paint: { "line-color": PALETTE.unit, "line-width": 2, "line-opacity": 0.8 },
    });
    map.addLayer({
      id: "units-selected-halo",
      type: "line",
      ...from,
      filter: picked(scene),
      paint: { "line-color": "#ffffff", "line-width": 6, "line-opacity": 0.9 },
    });
    map.addLayer({
      id: "units-selected",
      type: "line",
      ...from,
      filter: picked(scene),
      paint: { "line-color": PALETTE.accent, "line-width": 3 },
    });
    show(map, scene);
  },
  update(map, scene, before) {
    if (scene.selectedUnit !== before.selectedUnit)
      for (const id of ["units-selected", "units-selected-halo"]) map.setFilter(id, picked(scene));
    if (scene.hidden !== before.hidden) show(map, scene);
  },
  remove(map) {
    removeLayers(map, IDS);
  },
};

function picked({ selectedUnit }: Scene): ["==", ["get", string], string] {
  return ["==", ["get", "ref"], selectedUnit ?? ""];
}

function show(map: Parameters<Layer["add"]>[0], { hidden }: Scene): void {
  for (const id of ["units-community", "units-subdistrict"])
    map.setLayoutProperty(id, "visibility", hidden.includes("units") ? "none" : "visible");
}
