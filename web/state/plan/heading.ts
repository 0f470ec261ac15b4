/** How far and in which direction something was moved, as people say it. @module */
import type { Place } from "../view.ts";

export type Heading = "n" | "ne" | "e" | "se" | "s" | "sw" | "w" | "nw";

const HEADINGS: readonly Heading[] = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];
/** Of a degree of latitude, on a sphere of the Earth's mean radius: for words, never for verdicts. */
const METRES_A_DEGREE = 111_195;

export interface Move {
  readonly metres: number;
  readonly heading: Heading;
}

export function moveBetween([fromLon, fromLat]: Place, [toLon, toLat]: Place): Move {
  const east = (toLon - fromLon) * Math.cos((((fromLat + toLat) / 2) * Math.PI) / 180);
  const north = toLat - fromLat;
  const eighth = Math.round(Math.atan2(east, north) / (Math.PI / 4));
  return { metres: Math.hypot(east, north) * METRES_A_DEGREE, heading: HEADINGS[(eighth + 8) % 8] };
}
