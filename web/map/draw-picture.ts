/** The map as a picture for paper: drawn once, apart from the map on screen, at two dots to a pixel. @module */
import { Map as MapLibreMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { addImages, LOCAL_FONTS } from "./images.ts";
import { LAYERS } from "./layers/index.ts";
import type { Box } from "./open-map.ts";
import { PALETTE } from "./palette.ts";
import type { Scene } from "./scene.ts";
import { addTiles } from "./sources.ts";

export interface Picture {
  /** A PNG as a `data:` address. */
  readonly address: string;
  /** At the middle of the picture; north is up. */
  readonly metresPerPixel: number;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const DOTS_A_PIXEL = 2;
const PADDING = 12;
/** Once round the equator. */
const EQUATOR_M = 40_075_016.686;
/** Of MapLibre: the whole world at zoom 0, in pixels. */
const WORLD_PIXELS = 512;

setWorkerUrl(workerUrl);

/** Fails where the browser cannot draw maps, and where tiles cannot be had. */
export async function drawPicture(
  scene: Scene,
  [west, south, east, north]: Box,
  size: PictureSize,
  signal: AbortSignal,
): Promise<Picture> {
  const element = document.createElement("div");
  // In the document, or it would have no size; out of sight.
  element.style.cssText = `position:fixed;left:-10000px;top:0;width:${size.width}px;height:${size.height}px`;
  document.body.append(element);
  const map = new MapLibreMap({
    container: element,
    style: {
      version: 8,
      sources: {},
      layers: [{ id: "land", type: "background", paint: { "background-color": PALETTE.land } }],
    },
    bounds: [west, south, east, north],
    fitBoundsOptions: { padding: PADDING },
    localIdeographFontFamily: LOCAL_FONTS,
    attributionControl: false,
    interactive: false,
    fadeDuration: 0,
    pixelRatio: DOTS_A_PIXEL,
  });
  try {
    await happens(map, "load", signal);
    addImages(map);
    addTiles(map, "base", scene);
    for (const layer of LAYERS) layer.add(map, scene);
    await happens(map, "idle", signal);
    const address = await new Promise<string>((resolve) => {
      // What was drawn is in the canvas only until the browser has shown it.
      map.once("render", () => resolve(map.getCanvas().toDataURL("image/png")));
      map.triggerRepaint();
    });
    const widthM = EQUATOR_M * Math.cos((map.getCenter().lat * Math.PI) / 180);
    return { address, metresPerPixel: widthM / (WORLD_PIXELS * 2 ** map.getZoom()) };
  } finally {
    map.remove();
    element.remove();
  }
}

function happens(map: MapLibreMap, event: "load" | "idle", signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    map.once(event, () => resolve());
    map.once("error", ({ error }) => reject(error));
  });
}
