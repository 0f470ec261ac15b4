/** The disc that follows the pointer: whom a new one there would be too near to, at once and without asking the service. @module */
import type { Feature, FeatureCollection } from "geojson";
import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import type { Place } from "../../state/view.ts";
import { disc, roughMetres } from "../disc.ts";
import { PALETTE } from "../palette.ts";
import { EMPTY, type Layer, type Scene } from "../scene.ts";
import { removeLayers, removeSource, updateShape } from "../sources.ts";

const IDS = ["spacing-pointer", "spacing-pointer-line", "spacing-pointer-near", "spacing-pointer-labels"] as const;
/** More lines than these say no more. */
const MOST_LINES = 6;

interface Held {
  scene: Scene;
  at: Place | null;
  readonly move: (event: MapMouseEvent) => void;
  readonly leave: () => void;
}
const held = new WeakMap<MapLibreMap, Held>();

export const spacingPointer: Layer = {
  add(map, scene) {
    map.addSource("spacing-pointer", { type: "geojson", data: EMPTY });
    const colour = ["case", ["get", "taken"], PALETTE.violation, PALETTE.permitted] as [
      "case",
      ["get", string],
      string,
      string,
    ];
    map.addLayer({
      id: "spacing-pointer",
      type: "fill",
      source: "spacing-pointer",
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": colour, "fill-opacity": 0.1 },
    });
    map.addLayer({
      id: "spacing-pointer-line",
      type: "line",
      source: "spacing-pointer",
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "line-color": colour, "line-width": 1.5, "line-dasharray": [3, 2] },
    });
    map.addLayer({
      id: "spacing-pointer-near",
      type: "line",
      source: "spacing-pointer",
      filter: ["==", ["geometry-type"], "LineString"],
      paint: { "line-color": PALETTE.violation, "line-width": 1.5 },
    });
    map.addLayer({
      id: "spacing-pointer-labels",
      type: "symbol",
      source: "spacing-pointer",
      filter: ["==", ["geometry-type"], "LineString"],
      layout: { "symbol-placement": "line-center", "text-field": ["get", "text"], "text-size": 12 },
      paint: { "text-color": PALETTE.violation, "text-halo-color": PALETTE.halo, "text-halo-width": 2 },
    });
    const own: Held = {
      scene,
      at: null,
      move: ({ lngLat }) => {
        own.at = [lngLat.lng, lngLat.lat];
        draw(map, own);
      },
      leave: () => {
        own.at = null;
        draw(map, own);
      },
    };
    held.set(map, own);
    map.on("mousemove", own.move);
    map.on("mouseout", own.leave);
  },
  update(map, scene) {
    const own = held.get(map);
    if (own === undefined || own.scene.spacing === scene.spacing) return;
    own.scene = scene;
    draw(map, own);
  },
  remove(map) {
    const own = held.get(map);
    if (own !== undefined) {
      map.off("mousemove", own.move);
      map.off("mouseout", own.leave);
    }
    removeLayers(map, IDS);
    removeSource(map, "spacing-pointer");
  },
};

function draw(map: MapLibreMap, { scene: { spacing }, at }: Held): void {
  const radiusM = spacing?.pointerM ?? null;
  const isDrawn = at !== null && radiusM !== null && spacing !== undefined;
  updateShape(map, "spacing-pointer", isDrawn ? shape(at, radiusM, spacing.sites) : EMPTY);
}

function shape(at: Place, radiusM: number, sites: readonly Place[]): FeatureCollection {
  const near = sites
    .map((site) => ({ site, metres: roughMetres(at, site) }))
    .filter(({ metres }) => metres < radiusM)
    .sort((p, q) => p.metres - q.metres);
  const round: Feature = { type: "Feature", geometry: disc(at, radiusM), properties: { taken: near.length > 0 } };
  const lines = near.slice(0, MOST_LINES).map(
    ({ site, metres }): Feature => ({
      type: "Feature",
      geometry: { type: "LineString", coordinates: [[...at], [...site]] },
      properties: { text: `${Math.floor(metres)} m`, taken: true },
    }),
  );
  return { type: "FeatureCollection", features: [round, ...lines] };
}
