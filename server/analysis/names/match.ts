/** Whether a name answers what was typed: by its characters, by their full readings, by initials, or any mixture of these. @module */
import { initialBit, type Readings } from "./readings.ts";

const NONE: readonly string[] = [];

/** Best first. */
export const Fit = {
  /** Letter for letter: the whole name, its beginning, a part of it. */
  WHOLE: 0,
  START: 1,
  PART: 2,
  /** The same by readings or initials. */
  READ_WHOLE: 3,
  READ_START: 4,
  READ_PART: 5,
  NONE: 6,
} as const;
export type Fit = (typeof Fit)[keyof typeof Fit];

/**
 * @param names folded names, one after the other
 * @param from first place of the name, `to` the place after its last
 * @param query folded, not empty
 */
export function fitOf(names: Uint16Array, from: number, to: number, query: Uint16Array, readings: Readings): Fit {
  const { initials } = readings;
  const first = query[0];
  const bit = initialBit(first);
  let best: Fit = Fit.NONE;
  for (let i = from; i < to; i++) {
    // Nearly all places are passed here.
    if (names[i] !== first && (initials[names[i]] & bit) === 0) continue;
    const end = literalEnd(names, i, to, query);
    if (end >= 0) return i > from ? Fit.PART : end === to ? Fit.WHOLE : Fit.START;
    if (best < Fit.READ_PART) continue;
    const ends = readEnd(names, i, to, query, 0, readings);
    if (ends < 0) continue;
    best = i > from ? Fit.READ_PART : ends === to ? Fit.READ_WHOLE : Fit.READ_START;
  }
  return best;
}

/** The place after the match; −1 where there is none. */
function literalEnd(names: Uint16Array, at: number, to: number, query: Uint16Array): number {
  if (at + query.length > to) return -1;
  for (let j = 0; j < query.length; j++) if (names[at + j] !== query[j]) return -1;
  return at + query.length;
}

/**
 * The farthest place at which a match may end, since one that takes in the whole name is the best; −1 where there is none.
 * The last syllable typed may be unfinished.
 */
function readEnd(
  names: Uint16Array,
  at: number,
  to: number,
  query: Uint16Array,
  j: number,
  readings: Readings,
): number {
  if (j === query.length) return at;
  if (at === to) return -1;
  let farthest = names[at] === query[j] ? readEnd(names, at + 1, to, query, j + 1, readings) : -1;
  for (const reading of readings.of[names[at]] ?? NONE) {
    const shared = sharedLength(reading, query, j);
    if (shared === 0) continue;
    if (j + shared === query.length) farthest = Math.max(farthest, at + 1);
    const initial = isTwoLetterInitial(reading) ? 2 : 1;
    for (const length of [reading.length, initial, 1]) {
      if (farthest === to) return to;
      if (length <= shared) farthest = Math.max(farthest, readEnd(names, at + 1, to, query, j + length, readings));
    }
  }
  return farthest;
}

function sharedLength(reading: string, query: Uint16Array, j: number): number {
  let k = 0;
  while (k < reading.length && j + k < query.length && reading.charCodeAt(k) === query[j + k]) k++;
  return k;
}

function isTwoLetterInitial(reading: string): boolean {
  return reading[1] === "h" && (reading[0] === "z" || reading[0] === "c" || reading[0] === "s");
}
