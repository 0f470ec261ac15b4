/** How what a plan changes looks: the map's own layers and the sketch that goes before them draw by the same figures. @module */
import type { ExpressionSpecification } from "maplibre-gl";
import type { Turn } from "../state/plan/turn.ts";

/**
 * Teal for nearer, orange for farther as in the ramp of walks, stronger where cover itself turns.
 * They differ in lightness too: 0.36, 0.45 against 0.78, 0.80.
 */
export const CHANGE_COLOURS: Readonly<Record<Turn, string>> = {
  gain: "#0d6f73",
  nearer: "#9fd3cc",
  farther: "#f3c08f",
  loss: "#b4470b",
  other: "#9aa3a5",
};

/** A figure by zoom, linear between the stops. */
export type Stops = readonly (readonly [zoom: number, figure: number])[];

/** Where residences are told one by one the cells step back, but stay. */
export const CELL_OPACITY: Stops = [
  [14, 0.85],
  [15, 0.35],
];
/** Pixels. */
export const HOME_RADIUS: Stops = [
  [13, 3.5],
  [15, 8],
  [17, 13],
];
export const HOME_EDGE_PX = 1.5;
/** As for residences: below this they would be grains. */
export const HOMES_FROM_ZOOM = 13.8;

export function byZoom(stops: Stops): ExpressionSpecification {
  return ["interpolate", ["linear"], ["zoom"], ...stops.flat()] as ExpressionSpecification;
}

/** What {@link byZoom} comes to at one zoom. */
export function atZoom(stops: Stops, zoom: number): number {
  const next = stops.findIndex(([at]) => at > zoom);
  if (next === 0) return stops[0][1];
  if (next === -1) return stops[stops.length - 1][1];
  const [[from, low], [to, high]] = [stops[next - 1], stops[next]];
  return low + ((high - low) * (zoom - from)) / (to - from);
}
