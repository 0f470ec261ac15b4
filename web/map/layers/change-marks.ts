/** The changes of a plan themselves: facilities where it puts them, where they stood, gates and streets with their sign, new paths. @module */
import type { Feature, FeatureCollection } from "geojson";
import type { Map as MapLibreMap } from "maplibre-gl";
import { changeBadge, goneBadge, signBadge } from "../images.ts";
import { PALETTE } from "../palette.ts";
import { EMPTY, type Layer, type Scene } from "../scene.ts";
import { removeLayers, removeSource, updateShape } from "../sources.ts";
import type { Mark } from "../what-if-scene.ts";

const IDS = ["change-paths-halo", "change-paths", "change-moves", "change-marks", "change-numbers"] as const;

export const changeMarks: Layer = {
  add(map, scene) {
    map.addSource("change-marks", { type: "geojson", data: shape(map, scene) });
    const layout = { "line-cap": "round", "line-join": "round" } as const;
    map.addLayer({
      id: "change-paths-halo",
      type: "line",
      source: "change-marks",
      filter: is("path"),
      layout,
      paint: { "line-color": "#ffffff", "line-width": 7 },
    });
    map.addLayer({
      id: "change-paths",
      type: "line",
      source: "change-marks",
      filter: is("path"),
      layout,
      paint: { "line-color": PALETTE.plan, "line-width": 3.5 },
    });
    map.addLayer({
      id: "change-moves",
      type: "line",
      source: "change-marks",
      filter: is("move"),
      paint: { "line-color": PALETTE.plan, "line-width": 2, "line-dasharray": [2, 1.5] },
    });
    map.addLayer({
      id: "change-marks",
      type: "symbol",
      source: "change-marks",
      filter: is("mark"),
      layout: {
        "icon-image": ["get", "icon"],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "symbol-sort-key": ["get", "order"],
      },
    });
    map.addLayer({
      id: "change-numbers",
      type: "symbol",
      source: "change-marks",
      filter: ["all", is("mark"), ["has", "number"]],
      layout: {
        "text-field": ["get", "number"],
        "text-size": 12,
        "text-offset": [1.35, -1.1],
        "text-allow-overlap": true,
        "text-ignore-placement": true,
      },
      paint: { "text-color": PALETTE.plan, "text-halo-color": PALETTE.halo, "text-halo-width": 2.5 },
    });
  },
  update(map, scene, before) {
    const [is, was] = [scene.whatIf, before.whatIf];
    if (is?.marks !== was?.marks || is?.lines !== was?.lines) updateShape(map, "change-marks", shape(map, scene));
  },
  remove(map) {
    removeLayers(map, IDS);
    removeSource(map, "change-marks");
  },
};

function is(part: "path" | "move" | "mark"): ["==", ["get", string], string] {
  return ["==", ["get", "part"], part];
}

function shape(map: MapLibreMap, { whatIf }: Scene): FeatureCollection {
  if (whatIf === null) return EMPTY;
  const lines = whatIf.lines.map(
    ({ kind, line }): Feature => ({
      type: "Feature",
      geometry: { type: "LineString", coordinates: line.map((point) => [...point]) },
      properties: { part: kind },
    }),
  );
  const marks = whatIf.marks.map((mark): Feature => {
    const { at, number, ref, kind } = mark;
    return {
      type: "Feature",
      geometry: { type: "Point", coordinates: [...at] },
      properties: {
        part: "mark",
        icon: markIcon(map, mark),
        order: kind === "gone" ? 0 : 1,
        ...(number !== null && { number: String(number) }),
        ...(ref !== null && kind === "facility" && { ref }),
      },
    };
  });
  return { type: "FeatureCollection", features: [...lines, ...marks] };
}

/** Name of the badge of a mark. */
export function markIcon(map: MapLibreMap, { kind, symbol }: Pick<Mark, "kind" | "symbol">): string {
  if (kind === "facility") return changeBadge(map, symbol);
  return kind === "gone" ? goneBadge(map, symbol) : signBadge(map, kind === "shut");
}
