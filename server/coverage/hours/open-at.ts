/** Which facilities are open at a moment: said of each once, and unknown where its hours are not given or cannot be read. @module */
import { readMoment } from "../../import/hours/moment.ts";
import type { Hours } from "../../import/hours/read-hours.ts";
import { coverageError } from "../errors.ts";
import type { Facilities } from "../people.ts";

/** Values of {@link Openness}. */
export const Open = { YES: 0, NO: 1, UNKNOWN: 2 } as const;

/** Shape [facilities]. One of {@link Open}. */
export type Openness = Uint8Array;

/** Facilities by whether they are open at the moment asked about. */
export interface OpenCounts {
  open: number;
  closed: number;
  /** Hours not given, not readable, or different from week to week. */
  unknown: number;
}

const OF_STATE = { open: Open.YES, closed: Open.NO, unknown: Open.UNKNOWN } as const;

/**
 * @param at `We 22:00`; throws `moment_unreadable` for anything else
 * @param read a reader that may remember the wordings it has read
 */
export function opennessAt(
  { count, openingHours }: Facilities,
  at: string,
  read: (text: string) => Hours | null,
): Openness {
  const moment = readMoment(at);
  if (moment === null) throw coverageError("moment_unreadable", { value: at });
  const told = new Map<string | null, number>([[null, Open.UNKNOWN]]);
  const openness = new Uint8Array(count);
  for (let f = 0; f < count; f++) {
    const text = openingHours[f];
    let state = told.get(text);
    if (state === undefined) {
      state = OF_STATE[read(text ?? "")?.at(moment) ?? "unknown"];
      told.set(text, state);
    }
    openness[f] = state;
  }
  return openness;
}

export function countOpen({ count, category }: Facilities, wanted: number, openness: Openness): OpenCounts {
  const counts = { open: 0, closed: 0, unknown: 0 };
  for (let f = 0; f < count; f++) {
    if (category[f] !== wanted) continue;
    if (openness[f] === Open.YES) counts.open++;
    else if (openness[f] === Open.NO) counts.closed++;
    else counts.unknown++;
  }
  return counts;
}
