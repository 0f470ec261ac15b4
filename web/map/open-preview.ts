/** A small map of files that are not imported yet: their points and shapes over the streets that are there already. @module */
import type { Feature, FeatureCollection, Position } from "geojson";
import { Map as MapLibreMap, NavigationControl, ScaleControl, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { BARE_STYLE } from "./bare-style.ts";
import type { Box } from "./open-map.ts";
import { PALETTE } from "./palette.ts";
import { updateShape } from "./sources.ts";

export type Tone = "plain" | "added" | "removed" | "changed";

export interface PreviewScene {
  /** The area whose streets lie below; null where it has none yet. */
  readonly base: { readonly area: string; readonly release: number } | null;
  readonly points: readonly { readonly at: Position; readonly tone: Tone }[];
  readonly lines: readonly (readonly Position[])[];
  readonly rings: readonly (readonly Position[])[];
  /** What to frame; null leaves the map where it is. */
  readonly box: Box | null;
}

export interface PreviewView {
  show(scene: PreviewScene): void;
  /** Words for assistive technology. */
  name(label: string): void;
  close(): void;
}

const TONES: Readonly<Record<Tone, string>> = {
  plain: PALETTE.accent,
  added: PALETTE.accent,
  changed: "#c98a00",
  removed: PALETTE.gap,
};
const PADDING = 28;
const MAX_ZOOM = 17;

setWorkerUrl(workerUrl);

export function openPreview(parent: HTMLElement): PreviewView {
  const map = new MapLibreMap({
    container: parent,
    style: BARE_STYLE,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 19,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ maxWidth: 110, unit: "metric" }), "bottom-right");
  let wanted: PreviewScene | null = null;
  let base: string | null = null;
  let framed = "";
  let ready = false;

  const draw = () => {
    if (!ready || wanted === null) return;
    const next = wanted.base && tilesOf(wanted.base.area, wanted.base.release);
    if (next !== base) {
      base = next;
      changeBase(map, next);
    }
    updateShape(map, "preview", shapesOf(wanted));
    const box = wanted.box?.join(" ") ?? framed;
    if (box !== framed && wanted.box)
      map.fitBounds([...wanted.box], { padding: PADDING, maxZoom: MAX_ZOOM, duration: 0 });
    framed = box;
  };
  map.on("load", () => {
    addShapes(map);
    ready = true;
    draw();
  });
  map.on("error", ({ error }) => console.error(error.message));
  const resize = new ResizeObserver(() => map.resize());
  resize.observe(parent);
  return {
    show(scene) {
      wanted = scene;
      draw();
    },
    name: (label) => map.getCanvas().setAttribute("aria-label", label),
    close() {
      resize.disconnect();
      map.remove();
    },
  };
}

function tilesOf(area: string, release: number): string {
  const query = new URLSearchParams({ area, v: String(release) });
  return `${window.location.origin}/api/v1/tiles/base/{z}/{x}/{y}.mvt?${query}`;
}

const BASE_LAYERS = ["preview-water", "preview-streets"];

/** Just enough to see where one is: the rest belongs to the map of results. */
function changeBase(map: MapLibreMap, tiles: string | null): void {
  for (const id of BASE_LAYERS) if (map.getLayer(id)) map.removeLayer(id);
  if (map.getSource("base")) map.removeSource("base");
  if (tiles === null) return;
  map.addSource("base", { type: "vector", tiles: [tiles], minzoom: 9, maxzoom: 16 });
  const from = { source: "base" } as const;
  map.addLayer(
    {
      id: "preview-water",
      type: "fill",
      ...from,
      "source-layer": "water",
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": PALETTE.water },
    },
    "preview-fill",
  );
  map.addLayer(
    {
      id: "preview-streets",
      type: "line",
      ...from,
      "source-layer": "street",
      paint: {
        "line-color": PALETTE.streetCasing,
        "line-width": ["interpolate", ["linear"], ["zoom"], 11, 0.6, 16, 3],
      },
    },
    "preview-fill",
  );
}

function addShapes(map: MapLibreMap): void {
  map.addSource("preview", { type: "geojson", data: { type: "FeatureCollection", features: [] } });
  const of = (geometry: string): ["==", ["geometry-type"], string] => ["==", ["geometry-type"], geometry];
  map.addLayer({
    id: "preview-fill",
    type: "fill",
    source: "preview",
    filter: of("Polygon"),
    paint: { "fill-color": PALETTE.accent, "fill-opacity": 0.1 },
  });
  map.addLayer({
    id: "preview-lines",
    type: "line",
    source: "preview",
    filter: of("LineString"),
    paint: { "line-color": "#9a938a", "line-width": ["interpolate", ["linear"], ["zoom"], 11, 0.6, 16, 2.4] },
  });
  map.addLayer({
    id: "preview-outline",
    type: "line",
    source: "preview",
    filter: of("Polygon"),
    paint: { "line-color": PALETTE.accent, "line-width": 1.6 },
  });
  map.addLayer({
    id: "preview-points",
    type: "circle",
    source: "preview",
    filter: of("Point"),
    paint: {
      "circle-radius": ["interpolate", ["linear"], ["zoom"], 10, 2.4, 15, 5],
      "circle-color": ["match", ["get", "tone"], "removed", TONES.removed, "changed", TONES.changed, TONES.plain],
      "circle-stroke-color": "#ffffff",
      "circle-stroke-width": 1,
    },
  });
}

function shapesOf({ points, lines, rings }: PreviewScene): FeatureCollection {
  const feature = (geometry: Feature["geometry"], tone: Tone = "plain"): Feature => ({
    type: "Feature",
    properties: { tone },
    geometry,
  });
  return {
    type: "FeatureCollection",
    features: [
      ...rings.map((ring) => feature({ type: "Polygon", coordinates: [[...ring]] })),
      ...lines.map((line) => feature({ type: "LineString", coordinates: [...line] })),
      ...points.map(({ at, tone }) => feature({ type: "Point", coordinates: at }, tone)),
    ],
  };
}
