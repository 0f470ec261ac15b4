/** How fine the cells are in which a change is told, so that they are 10 to 40 pixels wide on screen, as the heat cells are. @module */

/** The resolutions that the service tells effects in. */
const COARSEST = 7;
const FINEST = 11;
/** Above it cells give way to residences. */
const MOST_ZOOM = 14;

/** @param zoom of the map; null while it is not known */
export function cellResolution(zoom: number | null): number {
  const z = Math.min(MOST_ZOOM, Math.floor(zoom ?? 12));
  const resolution = z <= 11 ? Math.min(8, z - 2) : Math.round(z * 0.7);
  return Math.min(FINEST, Math.max(COARSEST, resolution));
}
