/** Names of an area laid out for searching: one pass over all letters answers in some tens of milliseconds for a city. @module */
import { fold } from "./fold.ts";
import { Fit, fitOf } from "./match.ts";
import { type Readings, readingsOf } from "./readings.ts";

export interface NameIndex {
  /** Folded names, one after the other. */
  readonly letters: Uint16Array;
  /** Shape [n + 1]. Letters of name i are `start[i] … start[i + 1] - 1`. */
  readonly start: Uint32Array;
  readonly readings: Readings;
}

/** More letters than any name has. */
export const MOST_LETTERS = 60;
/** Names are at most 2²², and a key below 2³¹, so that both fit one exact number, which sorts without a comparator. */
const PLACES = 2 ** 22;
const LENGTHS = 4096;
const KINDS = 16;

export function indexNames(names: readonly string[]): NameIndex {
  const folded = names.map(fold);
  const start = new Uint32Array(names.length + 1);
  for (const [i, name] of folded.entries()) start[i + 1] = start[i] + name.length;
  const letters = new Uint16Array(start[names.length]);
  for (const [i, name] of folded.entries())
    for (let k = 0; k < name.length; k++) letters[start[i] + k] = name.charCodeAt(k);
  return { letters, start, readings: readingsOf(letters) };
}

/**
 * Indices of the names that answer, best first: by {@link Fit}, then by kind, then the shorter, then in their order.
 *
 * @param query as typed
 * @param kindOf rank of the name's kind, 0 … 15, smaller first
 */
export function findNames({ letters, start, readings }: NameIndex, query: string, kindOf: Uint8Array): Uint32Array {
  const wanted = Uint16Array.from(fold(query).slice(0, MOST_LETTERS), (letter) => letter.charCodeAt(0));
  if (wanted.length === 0) return new Uint32Array(0);
  const keys: number[] = [];
  for (let i = 0; i + 1 < start.length; i++) {
    const fit = fitOf(letters, start[i], start[i + 1], wanted, readings);
    if (fit === Fit.NONE) continue;
    const length = Math.min(LENGTHS - 1, start[i + 1] - start[i]);
    keys.push(((fit * KINDS + kindOf[i]) * LENGTHS + length) * PLACES + i);
  }
  return Uint32Array.from(Float64Array.from(keys).sort(), (key) => key % PLACES);
}
