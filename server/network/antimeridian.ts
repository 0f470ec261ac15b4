/** Streets on both sides of the antimeridian laid out in one piece, so that nothing later has to think of it. @module */
import type { StreetRows } from "../import/rows.ts";
import { networkError } from "./errors.ts";
import { E7 } from "./walk-network.ts";

const HALF_TURN_E7 = 180 * E7;
const MOST_E7 = 0x7fff_ffff;

/**
 * Where the streets are wider than half the globe they are taken to lie on both sides of the antimeridian: western
 * longitudes become eastern ones beyond 180°. Coordinates hold up to 214.7°: what lies farther is refused.
 */
export function acrossAntimeridian(rows: StreetRows): StreetRows {
  const { nodeLonE7 } = rows;
  let west = Infinity;
  let east = -Infinity;
  let mostEastOfWestern = -Infinity;
  for (let i = 0; i < nodeLonE7.length; i++) {
    const lon = nodeLonE7[i];
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    if (lon < 0) mostEastOfWestern = Math.max(mostEastOfWestern, lon);
  }
  if (east - west <= HALF_TURN_E7) return rows;
  if (mostEastOfWestern + 2 * HALF_TURN_E7 > MOST_E7)
    throw networkError("network_too_wide", { west: west / E7, east: east / E7 });
  return { ...rows, nodeLonE7: nodeLonE7.map((lon) => (lon < 0 ? lon + 2 * HALF_TURN_E7 : lon)) };
}
