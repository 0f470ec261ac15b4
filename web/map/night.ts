/**
 * The map by night: the same layers, each colour of the day replaced by its counterpart. Layers know the day alone; what they
 * set is read back and turned here, so that a new layer is dark without a line of its own. @module
 */
import type { Map as MapLibreMap } from "maplibre-gl";
import { PALETTE } from "./palette.ts";

/** Night is no theme: labels and borders turn light, land and streets recede. Contrast of labels with land is above 7 : 1. */
const NIGHT: Readonly<Record<string, string>> = {
  [PALETTE.land]: "#1b2325",
  [PALETTE.green]: "#22332b",
  [PALETTE.water]: "#17323f",
  [PALETTE.waterLine]: "#28505f",
  [PALETTE.building]: "#293235",
  [PALETTE.buildingEdge]: "#384347",
  [PALETTE.streetCasing]: "#12191b",
  [PALETTE.path]: "#4d585b",
  [PALETTE.railway]: "#717a7c",
  [PALETTE.unit]: "#9fb0b3",
  [PALETTE.label]: "#d5dddd",
  [PALETTE.waterLabel]: "#8fc1da",
  [PALETTE.accent]: "#66d6c9",
  [PALETTE.walk]: "#a9c8ff",
  [PALETTE.drawn]: "#cfa8f5",
  [PALETTE.gap]: "#c8501a",
  [PALETTE.violation]: "#ff8a80",
  [PALETTE.violationLabel]: "#ffb4ab",
  [PALETTE.unbound]: "#a9b2b4",
  [PALETTE.permitted]: "#5fd3ae",
  [PALETTE.forbidden]: "#5b6467",
  // Text of units and facilities, and the rim of those residences that are covered.
  "#2c3a3c": "#eef3f3",
  "#20363a": "#e6eeee",
  "#2b6a66": "#8fd3c8",
};
/** White is a street, or what parts a line or a letter from the ground. */
const WHITE = PALETTE.street;
const STREET = "#46535a";
const CASING = "#12191b";

const PAINTS: Readonly<Record<string, readonly string[]>> = {
  background: ["background-color"],
  fill: ["fill-color", "fill-outline-color"],
  line: ["line-color"],
  symbol: ["text-color", "text-halo-color"],
  circle: ["circle-color", "circle-stroke-color"],
};

/** To be called after layers were added or changed; what is dark already stays. */
export function paintNight(map: MapLibreMap): void {
  for (const id of map.getLayersOrder()) {
    const type = map.getLayer(id)?.type ?? "";
    for (const name of PAINTS[type] ?? []) {
      const day: unknown = map.getPaintProperty(id, name as "fill-color");
      const night = turned(day, (colour) => nightOf(colour, id, name));
      if (night !== day) map.setPaintProperty(id, name as "fill-color", night as never);
    }
  }
}

export function paintDayGround(map: MapLibreMap): void {
  map.setPaintProperty("land", "background-color", PALETTE.land);
}

function nightOf(colour: string, layer: string, property: string): string {
  if (colour === WHITE) return whiteOf(layer, property);
  // White numbers stand on it as a fill; as a letter it must be light itself.
  if (colour === PALETTE.gap && property === "text-color") return "#ffa477";
  return NIGHT[colour] ?? colour;
}

function whiteOf(layer: string, property: string): string {
  if (property === "line-color") return layer.startsWith("streets") ? STREET : CASING;
  return property === "text-halo-color" ? CASING : WHITE;
}

/** The very same value where nothing in it changes. */
function turned(value: unknown, turn: (colour: string) => string): unknown {
  if (typeof value === "string") return turn(value);
  if (!Array.isArray(value)) return value;
  const parts = value.map((part) => turned(part, turn));
  return parts.some((part, k) => part !== value[k]) ? parts : value;
}
