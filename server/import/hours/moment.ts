/** A weekday and time of an ordinary week, or a time on a public holiday: when somebody wants to find a facility open. @module */

/** Monday first, as OSM writes them; `PH` is any public holiday. */
export const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH"] as const;
export type Day = (typeof DAYS)[number];

export interface Moment {
  readonly day: Day;
  /** Of the day, 0 … 1439. */
  readonly minute: number;
}

const WRITTEN = /^(Mo|Tu|We|Th|Fr|Sa|Su|PH) ([01]\d|2[0-3]):([0-5]\d)$/;

/** Reads `We 22:00`; null for anything else: no day or hour is ever supposed. */
export function readMoment(text: string): Moment | null {
  const found = WRITTEN.exec(text);
  return found && { day: found[1] as Day, minute: Number(found[2]) * 60 + Number(found[3]) };
}
