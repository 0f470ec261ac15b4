/** A second map over the first, of another scene: it shows what the first shows, right of a divider. @module */
import type { Map as MapLibreMap } from "maplibre-gl";
import type { Scene } from "./scene.ts";
import { openSceneMap } from "./scene-map.ts";

export interface Beside {
  readonly map: MapLibreMap;
  show(scene: Scene): void;
  /** @param share of the width, 0 … 1, that the first map keeps on the left */
  part(share: number): void;
  /** Whether a point, in pixels of the map, is right of the divider. */
  holds(point: { readonly x: number }): boolean;
  close(): void;
}

export function openBeside(first: MapLibreMap): Beside {
  const element = document.createElement("div");
  element.className = "map-beside";
  // Before the first one's controls, which stay on top; all pointing goes to the first.
  first.getCanvasContainer().after(element);
  const { map, show } = openSceneMap(element, {
    center: first.getCenter(),
    zoom: first.getZoom(),
    interactive: false,
    maxZoom: first.getMaxZoom(),
    minZoom: first.getMinZoom(),
    fadeDuration: 0,
  });
  // It shows what the first shows, and is no stop of its own.
  map.getCanvas().tabIndex = -1;
  map.getCanvas().setAttribute("aria-hidden", "true");
  let share = 0.5;
  map.on("error", ({ error }) => console.error(error.message));
  const follow = () => map.jumpTo({ center: first.getCenter(), zoom: first.getZoom() });
  const grow = () => {
    map.resize();
    follow();
  };
  first.on("move", follow);
  first.on("resize", grow);
  return {
    map,
    show,
    part(next) {
      share = next;
      element.style.clipPath = `inset(0 0 0 ${share * 100}%)`;
    },
    holds: ({ x }) => x > element.clientWidth * share,
    close() {
      first.off("move", follow);
      first.off("resize", grow);
      map.remove();
      element.remove();
    },
  };
}
