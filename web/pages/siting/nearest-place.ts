/** What a click on the map means: the site under it, else the candidate nearest to it. @module */
import { roughMetres } from "../../map/disc.ts";
import type { Place } from "../../state/view.ts";

interface Placed {
  readonly id: string;
  readonly position: Place;
}

/** Pixels round a number that still mean it. */
const REACH_PX = 16;
/** Metres in a pixel at the equator at zoom 0 (tiles of 512 pixels). */
const EQUATOR_METRES_PER_PX = 78_271.517;

/** Null where there is nothing at all. */
export function nearestPlace(
  at: Place,
  zoom: number,
  sites: readonly Placed[],
  candidates: readonly Placed[],
): string | null {
  const reachM = (REACH_PX * EQUATOR_METRES_PER_PX * Math.cos((at[1] * Math.PI) / 180)) / 2 ** zoom;
  const site = nearest(at, sites);
  if (site !== null && site.metres <= reachM) return site.id;
  return nearest(at, [...sites, ...candidates])?.id ?? null;
}

function nearest(at: Place, places: readonly Placed[]): { id: string; metres: number } | null {
  let best: { id: string; metres: number } | null = null;
  for (const { id, position } of places) {
    const metres = roughMetres(at, position);
    if (best === null || metres < best.metres) best = { id, metres };
  }
  return best;
}
