/** Brings one map from the scene that it shows to the next: the same way for every map of the console. @module */
import type { Map as MapLibreMap } from "maplibre-gl";
import { LAYERS } from "./layers/index.ts";
import { paintDayGround, paintNight } from "./night.ts";
import type { Scene } from "./scene.ts";
import { addTiles, removeSource, updateTiles } from "./sources.ts";

/** @param drawn what the map shows; null for one on which nothing was drawn yet */
export function drawScene(map: MapLibreMap, next: Scene, drawn: Scene | null): void {
  if (drawn !== null && drawn.ground === next.ground) {
    updateTiles(map, "base", next, drawn);
    for (const layer of LAYERS) layer.update(map, next, drawn);
  } else {
    if (drawn !== null) clear(map);
    addTiles(map, "base", next);
    for (const layer of LAYERS) layer.add(map, next);
  }
  if (next.ground === "night") paintNight(map);
}

function clear(map: MapLibreMap): void {
  for (const layer of LAYERS.toReversed()) layer.remove(map);
  removeSource(map, "base");
  paintDayGround(map);
}
