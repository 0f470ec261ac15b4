/** The limit in the unit that tiles carry, so that the slider repaints the map without new tiles. @module */

/** Longest walk that still counts, in millimetres, inclusive: the same sum that the service does. */
export function limitMm(minutes: number, speedMmPerSecond: number): number {
  return Math.floor(minutes * 60 * speedMmPerSecond);
}
