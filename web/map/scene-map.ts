/** A map of scenes: bare land until it is ready, then whatever it was told to show last. @module */
import { Map as MapLibreMap, type MapOptions } from "maplibre-gl";
import { BARE_STYLE } from "./bare-style.ts";
import { drawScene } from "./draw-scene.ts";
import { addImages, LOCAL_FONTS } from "./images.ts";
import type { Scene } from "./scene.ts";

export interface SceneMap {
  readonly map: MapLibreMap;
  show(scene: Scene): void;
}

export function openSceneMap(container: HTMLElement, options: Omit<MapOptions, "container" | "style">): SceneMap {
  const map = new MapLibreMap({
    container,
    style: BARE_STYLE,
    localIdeographFontFamily: LOCAL_FONTS,
    attributionControl: false,
    ...options,
  });
  let drawn: Scene | null = null;
  let wanted: Scene | null = null;
  let ready = false;
  const draw = () => {
    if (!ready || wanted === null) return;
    drawScene(map, wanted, drawn);
    drawn = wanted;
  };
  map.on("load", () => {
    addImages(map);
    ready = true;
    draw();
  });
  return {
    map,
    show(scene) {
      wanted = scene;
      draw();
    },
  };
}
