/** Figures rounded for eyes, never to the other side of a limit: the same rules as on the screen. @module */

/** Minutes with one decimal. */
export function tenthsOfMinutes(seconds: number): number {
  return Math.round(seconds / 6) / 10;
}

/** Minutes with one decimal: beyond the limit never shown as the limit, nor within it as more. 15.04 over a limit of 15 is 15.1. */
export function minutesByLimit(seconds: number, limitMinutes: number, isWithin: boolean): number {
  return roundByLimit(seconds / 6, limitMinutes * 10, isWithin) / 10;
}

/** Whole metres, held against the metres of the limit in the same way. */
export function metresByLimit(metres: number, limitM: number, isWithin: boolean): number {
  return roundByLimit(metres, limitM, isWithin);
}

/** A share 0 … 1 to a tenth of a per cent: 1 means all and 0 none, whatever lies between is shown between. */
export function shareToShow(share: number): number {
  const tenths = Math.round(share * 1000);
  if (share < 1 && tenths >= 1000) return 0.999;
  if (share > 0 && tenths <= 0) return 0.001;
  return tenths / 1000;
}

function roundByLimit(value: number, limit: number, isWithin: boolean): number {
  const rounded = Math.round(value);
  if (!isWithin && rounded <= limit) return Math.floor(limit) + 1;
  return isWithin && rounded > limit ? Math.floor(limit) : rounded;
}
