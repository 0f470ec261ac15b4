/** Units of the engine: integer millimetres; times follow from a profile's speed. @module */

export const MM_PER_M = 1000;

/** A point farther than this from every walkable edge is unknown, not far (design, 2.5). Inclusive. */
export const MAX_OFFSET_MM = 200_000;

/** Longest distance the engine can hold, about 2,147 km; also the sentinel for "not reached". */
export const UNREACHED = 0x7fff_ffff;

/** Millimetres walked in a number of minutes, rounded down, so that the limit is never exceeded. */
export function limitMm(minutes: number, speedMmPerSecond: number): number {
  return wholeMm(minutes * 60 * speedMmPerSecond);
}

/** Rounded down; a product that binary fractions leave a hair below a whole number is that number. */
export function wholeMm(mm: number): number {
  return Math.floor(mm + 1e-6);
}

export function walkSeconds(mm: number, speedMmPerSecond: number): number {
  return mm / speedMmPerSecond;
}
