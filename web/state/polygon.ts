/** A polygon drawn by hand, as the address holds it: corners with underscores between, the last joined to the first. @module */
import type { Place } from "./view.ts";

/** What still makes an address that can be sent around. */
export const MOST_CORNERS = 60;
/** Five decimals, about a metre: as fine as a hand draws. */
const DECIMALS = 5;

export function writePolygon(corners: readonly Place[]): string {
  return corners.map(([lon, lat]) => `${rounded(lon)},${rounded(lat)}`).join("_");
}

/** Null for fewer than three corners, more than {@link MOST_CORNERS}, and what is no position. */
export function readPolygon(text: string): readonly Place[] | null {
  const corners = text.split("_").map(readCorner);
  if (corners.length < 3 || corners.length > MOST_CORNERS) return null;
  return corners.every((corner) => corner !== null) ? corners : null;
}

/** As the address holds it, so that a corner read back equals the one drawn. */
export function roundCorner([lon, lat]: Place): Place {
  return [rounded(lon), rounded(lat)];
}

function readCorner(text: string): Place | null {
  if (!/^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/.test(text)) return null;
  const [lon, lat] = text.split(",").map(Number) as [number, number];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 ? [lon, lat] : null;
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS)) + 0;
}
