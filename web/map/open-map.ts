/** Opens the one map of the console. Everything that other folders may do with it is in {@link MapView}. @module */
import { Map as MapLibreMap, ScaleControl, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { Camera, Place } from "../state/view.ts";
import { type Hovered, hoverAt, residenceAt } from "./hits.ts";
import { addImages, LOCAL_FONTS } from "./images.ts";
import { LAYERS } from "./layers/index.ts";
import { PALETTE } from "./palette.ts";
import type { Scene } from "./scene.ts";
import { addTiles, updateTiles } from "./sources.ts";

/** West, south, east, north. */
export type Box = readonly [number, number, number, number];

export interface MapEvents {
  /** The map came to rest elsewhere. */
  moved(camera: Camera): void;
  /** A residence, or a bare point, was asked about. */
  picked(place: Place, residence: string | null): void;
  /** What lies under the pointer, with its place in pixels of the map; null when nothing does. */
  /** The service no longer has tiles of this release. */
  outdated(): void;
  hovered(found: { readonly what: Hovered; readonly x: number; readonly y: number } | null): void;
}

export interface MapView {
  /** Moves the map, as it is, into this place on a page. */
  mount(parent: HTMLElement): void;
  show(scene: Scene): void;
  fit(box: Box): void;
  jump(camera: Camera): void;
  fly(to: Place, atLeastZoom: number): void;
  /** Brings the place into the upper part of the map, clear of a sheet that covers the lower one. */
  raise(to: Place): void;
  zoomBy(steps: number): void;
  camera(): Camera;
  /** Words for assistive technology, in the language of the page. */
  name(label: string): void;
  close(): void;
}

/** Pixels kept free round what is fitted; the legend lies along the bottom. */
const FIT_PADDING = { top: 32, left: 32, right: 32, bottom: 112 };

/** HTTP status for tiles of a release that an import has replaced. */
const GONE = 410;

setWorkerUrl(workerUrl);

export function openMap(events: MapEvents): MapView {
  const element = document.createElement("div");
  element.className = "map-canvas";
  const map = new MapLibreMap({
    container: element,
    style: {
      version: 8,
      sources: {},
      layers: [{ id: "land", type: "background", paint: { "background-color": PALETTE.land } }],
    },
    localIdeographFontFamily: LOCAL_FONTS,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 19,
    minZoom: 7,
    fadeDuration: reducedMotion() ? 0 : 120,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 110, unit: "metric" }), "bottom-right");

  let drawn: Scene | null = null;
  let wanted: Scene | null = null;
  let ready = false;
  // Until it is told where to stand, the map's own whereabouts mean nothing.
  let placed = false;
  const draw = () => {
    if (!ready || wanted === null) return;
    const next = wanted;
    if (drawn === null) {
      addTiles(map, "base", next);
      for (const layer of LAYERS) layer.add(map, next);
    } else {
      updateTiles(map, "base", next, drawn);
      for (const layer of LAYERS) layer.update(map, next, drawn);
    }
    drawn = next;
  };
  map.on("load", () => {
    addImages(map);
    ready = true;
    draw();
  });
  map.on("moveend", () => {
    if (placed) events.moved(cameraOf(map));
  });
  map.on("click", ({ point, lngLat }) => events.picked([lngLat.lng, lngLat.lat], residenceAt(map, point)));
  map.on("mousemove", ({ point }) => {
    const what = hoverAt(map, point);
    map.getCanvas().style.cursor = what === null ? "crosshair" : "pointer";
    events.hovered(what && { what, x: point.x, y: point.y });
  });
  map.on("error", ({ error }) => {
    if ("status" in error && error.status === GONE) events.outdated();
    else console.error(error.message);
  });
  map.on("mouseout", () => events.hovered(null));
  map.getCanvas().addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const centre = map.getCenter();
    events.picked([centre.lng, centre.lat], residenceAt(map, map.project(centre)));
  });

  return {
    mount(parent) {
      parent.append(element);
      map.resize();
    },
    show(scene) {
      wanted = scene;
      draw();
    },
    fit([west, south, east, north]) {
      const duration = placed ? motion().duration : 0;
      placed = true;
      map.fitBounds([west, south, east, north], { padding: FIT_PADDING, duration });
    },
    jump({ lon, lat, zoom }) {
      placed = true;
      map.jumpTo({ center: [lon, lat], zoom });
    },
    fly: ([lon, lat], atLeastZoom) =>
      map.easeTo({ center: [lon, lat], zoom: Math.max(map.getZoom(), atLeastZoom), ...motion() }),
    raise: ([lon, lat]) => map.easeTo({ center: [lon, lat], offset: [0, -element.clientHeight * 0.24], ...motion() }),
    zoomBy: (steps) => map.easeTo({ zoom: map.getZoom() + steps, ...motion() }),
    camera: () => cameraOf(map),
    name: (label) => map.getCanvas().setAttribute("aria-label", label),
    close: () => map.remove(),
  };
}

function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return { lon: lng, lat, zoom: map.getZoom() };
}

/** Under 200 ms, and none where the person asked for less. */
function motion(): { duration: number } {
  return { duration: reducedMotion() ? 0 : 180 };
}

function reducedMotion(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
