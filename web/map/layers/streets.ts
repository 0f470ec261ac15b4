/** Streets by width in white with a grey casing; paths as thin dashes. @module */
import type { DataDrivenPropertyValueSpecification, FilterSpecification } from "maplibre-gl";
import { PALETTE } from "../palette.ts";
import type { Layer } from "../scene.ts";
import { removeLayers } from "../sources.ts";

const PATHS = ["footway", "path", "steps", "cycleway", "track", "corridor", "bridleway", "platform", "pier"];
const PATH: FilterSpecification = ["in", ["get", "kind"], ["literal", PATHS]];
const ROAD: FilterSpecification = ["!", ["in", ["get", "kind"], ["literal", PATHS]]];

/** Pixels at zoom 16 by rank of the street; everything else scales from it. */
const WIDTH_AT_16 = [
  "match",
  ["get", "kind"],
  ["motorway", "trunk", "primary"],
  15,
  ["secondary", "motorway_link", "trunk_link", "primary_link"],
  12,
  ["tertiary", "secondary_link", "tertiary_link"],
  9,
  ["service", "living_street"],
  4,
  6,
];

export const streets: Layer = {
  add(map) {
    const from = { source: "base", "source-layer": "street" };
    const layout = { "line-cap": "round", "line-join": "round" } as const;
    map.addLayer({
      id: "streets-casing",
      type: "line",
      ...from,
      minzoom: 11,
      filter: ROAD,
      layout,
      paint: { "line-color": PALETTE.streetCasing, "line-width": width(1.6), "line-opacity": fadeIn },
    });
    map.addLayer({
      id: "streets-path",
      type: "line",
      ...from,
      minzoom: 14,
      filter: PATH,
      paint: { "line-color": PALETTE.path, "line-width": 1, "line-dasharray": [2, 1.5] },
    });
    map.addLayer({
      id: "streets",
      type: "line",
      ...from,
      filter: ROAD,
      layout,
      paint: { "line-color": PALETTE.street, "line-width": width(0), "line-opacity": fadeIn },
    });
  },
  update() {},
  remove(map) {
    removeLayers(map, ["streets-casing", "streets-path", "streets"]);
  },
};

const MAJOR = ["motorway", "trunk", "primary", "secondary", "tertiary"];

/** Small streets appear only when there is room for them. */
const fadeIn: DataDrivenPropertyValueSpecification<number> = [
  "interpolate",
  ["linear"],
  ["zoom"],
  11.5,
  ["case", ["in", ["get", "kind"], ["literal", MAJOR]], 1, 0.15],
  13.5,
  1,
];

/** @param casing pixels added on both sides together */
function width(casing: number): DataDrivenPropertyValueSpecification<number> {
  const at = (factor: number) => ["+", ["*", WIDTH_AT_16, factor], casing];
  return ["interpolate", ["exponential", 1.5], ["zoom"], 10, at(0.05), 13, at(0.24), 16, at(1), 18, at(2.2)] as never;
}
