/** Opens the one map of the console. Everything that other folders may do with it is in {@link MapView}. @module */
import { type Map as MapLibreMap, ScaleControl, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { Camera, Place } from "../state/view.ts";
import { type Beside, openBeside } from "./beside.ts";
import { dragFacilities, type Editing } from "./edit-by-pointer.ts";
import { facilityAt, type Hovered, hoverAt, residenceAt } from "./hits.ts";
import type { Scene } from "./scene.ts";
import { openSceneMap } from "./scene-map.ts";
import { askTilesAgain } from "./sources.ts";

/** West, south, east, north. */
export type Box = readonly [number, number, number, number];

export interface HoveredAt {
  readonly what: Hovered;
  /** Pixels of the map. */
  readonly x: number;
  readonly y: number;
  /** Of the map right of the divider. */
  readonly beside: boolean;
}

export interface MapEvents {
  /** The map came to rest elsewhere. */
  moved(camera: Camera): void;
  /** A residence, or a bare point, was asked about. */
  picked(place: Place, residence: string | null): void;
  /** The service no longer has tiles of this release. */
  outdated(): void;
  /** Tiles went unanswered. */
  silent(): void;
  /** What lies under the pointer; null when nothing does. */
  hovered(found: HoveredAt | null): void;
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
  /** Lets pointing make a plan; null for asking about places again. */
  edit(editing: Editing | null): void;
  /** Another scene right of a divider, at a share of the width (0 … 1) from the left; null for one map again. */
  beside(scene: Scene | null, share: number): void;
  /** The service is back: tiles that went unanswered are asked for again. */
  askAgain(): void;
  close(): void;
}

/** Pixels kept free round what is fitted; the legend lies along the bottom. */
const FIT_PADDING = { top: 32, left: 32, right: 32, bottom: 112 };

/** HTTP status for tiles of a release that an import has replaced. */
const GONE = 410;
/** What the map library tells instead of a status where no answer came. */
const UNANSWERED = 0;

setWorkerUrl(workerUrl);

export function openMap(events: MapEvents): MapView {
  const element = document.createElement("div");
  element.className = "map-canvas";
  const { map, show } = openSceneMap(element, {
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

  // Until it is told where to stand, the map's own whereabouts mean nothing.
  let placed = false;
  map.on("moveend", () => {
    if (placed && element.isConnected) events.moved(cameraOf(map));
  });
  let editing: Editing | null = null;
  let beside: Beside | null = null;
  const pick = (place: Place, point: { x: number; y: number }) => {
    if (editing === null) events.picked(place, residenceAt(map, point));
    else editing.picked(place, facilityAt(map, point));
  };
  dragFacilities(map, () => editing);
  map.on("click", ({ point, lngLat }) => pick([lngLat.lng, lngLat.lat], point));
  map.on("mousemove", ({ point }) => {
    const isBeside = beside?.holds(point) === true;
    const what = hoverAt(isBeside && beside !== null ? beside.map : map, point);
    map.getCanvas().style.cursor = what === null ? "crosshair" : "pointer";
    events.hovered(what && { what, x: point.x, y: point.y, beside: isBeside });
  });
  map.on("error", ({ error }) => {
    if ("status" in error && error.status === GONE) events.outdated();
    else if ("status" in error && error.status === UNANSWERED) events.silent();
    else console.error(error.message);
  });
  map.on("mouseout", () => events.hovered(null));
  map.getCanvas().addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const centre = map.getCenter();
    pick([centre.lng, centre.lat], map.project(centre));
  });

  return {
    mount(parent) {
      parent.append(element);
      // Taking its size ends a move of its own: told on, it would put the camera of the page before into this address.
      const stood = placed;
      placed = false;
      map.resize();
      placed = stood;
    },
    show,
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
    edit(next) {
      editing = next;
    },
    beside(scene, share) {
      if (scene === null) {
        beside?.close();
        beside = null;
        return;
      }
      beside ??= openBeside(map);
      beside.part(share);
      beside.show(scene);
    },
    askAgain() {
      for (const one of [map, beside?.map]) if (one !== undefined) askTilesAgain(one);
    },
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
