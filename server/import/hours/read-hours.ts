/**
 * Opening hours as written → whether a facility is open at a moment of an ordinary week. Neither a clock nor a time zone
 * has a part in it.
 *
 * An ordinary Monday is what nearly every Monday of a year is: with {@link EXCEPTIONS} weeks that differ (Christmas, a week
 * of stocktaking) the others decide; hours that differ by season, by the week or by the sun are unknown. A time on `PH` is
 * told where it is the same on whatever day of the week the holiday falls.
 * @module
 */
import OpeningHours, { type opening_hours_warning_type } from "opening_hours";
import { DAYS, type Moment } from "./moment.ts";
import { hoursOfTable } from "./table-hours.ts";

export type HoursState = "open" | "closed" | "unknown";

export interface Hours {
  /** A facility is open from its first minute, and no longer in the minute in which it closes. */
  at(moment: Moment): HoursState;
}

/** Weeks of a year that may differ from the others. */
const EXCEPTIONS = 2;
/** A year like any other; only how its days fall matters. Its first Monday is the fifth of January. */
const YEAR = 2026;
const FIRST_MONDAY = 5;
const YEAR_DAYS = 365;
const CHINA = { lat: 31.2, lon: 121.5, address: { country_code: "cn", state: "" } };
/** Year, month from 0, day of the month, which may run on past its end. */
type YearDay = readonly [year: number, month: number, date: number];
/** New Year's Day, a holiday nearly everywhere, on each day of the week. */
const HOLIDAYS = [2024, 2025, 2026, 2027, 2028, 2033, 2034].map((year): YearDay => [year, 0, 1]);
/** Readings of which the library itself is not sure. */
const DOUBTFUL: ReadonlySet<opening_hours_warning_type> = new Set([
  "ambiguous_word",
  "combine_rules",
  "interpreted_as_year",
  "vague",
]);
/** Hours that need a date, a place or a school calendar. */
const DATED = /\b(?:19|20)\d\d\b|sunrise|sunset|dawn|dusk|\bSH\b|easter/i;
const ALWAYS_UNKNOWN: Hours = { at: () => "unknown" };

/** What a wording that cannot be read is told to look like. */
export const HOURS_EXPECTED =
  "Mo-Fr 08:00-17:00; Sa,Su 10:00-16:00 / 周一至周五 8:00-17:00；周六日 10:00-16:00 / 24小时";

/** {@link readHours}, each wording once: facilities have few of them. */
export function rememberHours(): (text: string) => Hours | null {
  const known = new Map<string, Hours | null>();
  return (text) => {
    const hours = known.has(text) ? (known.get(text) ?? null) : readHours(text);
    known.set(text, hours);
    return hours;
  };
}

/** Null where the text cannot be read: the hours are then unknown, as where none are given. */
export function readHours(text: string): Hours | null {
  const hours = parse(hoursOfTable(text) ?? text);
  if (hours === null) return null;
  const spoken = text.replace(/"[^"]*"/g, "");
  return DATED.test(spoken) ? ALWAYS_UNKNOWN : { at: (moment) => stateAt(hours, moment) };
}

function parse(text: string): OpeningHours | null {
  let hours: OpeningHours;
  try {
    // The library knows no school holidays of this country, and fails where it should only not know.
    hours = new OpeningHours(text.replace(/\bSH\b/g, "PH"), CHINA, 0);
  } catch {
    // Whatever it throws, a text or an error of its own, says that it cannot read this.
    return null;
  }
  const warnings = hours.getStructuredWarnings().map(({ type }) => type);
  // The library moves what stands in the wrong order, and then `08:00-20:00 Mo off` closes nothing.
  const isMoved = warnings.includes("switched") && /off|closed/i.test(text);
  return isMoved || warnings.some((type) => DOUBTFUL.has(type)) ? null : hours;
}

function stateAt(hours: OpeningHours, { day, minute }: Moment): HoursState {
  const state = ([year, month, date]: YearDay): HoursState => {
    const told = hours.getStateString(new Date(year, month, date, 0, minute), true);
    return told === "open" || told === "closed" ? told : "unknown";
  };
  if (day === "PH") {
    const [first, ...others] = HOLIDAYS.map(state);
    return others.every((other) => other === first) ? first : "unknown";
  }
  const weeks = ordinaryDays(DAYS.indexOf(day));
  if (hours.isWeekStable()) return state(weeks[0]);
  const states = weeks.map(state);
  const count = (wanted: HoursState) => states.filter((one) => one === wanted).length;
  for (const one of ["open", "closed"] as const) if (count(one) >= weeks.length - EXCEPTIONS) return one;
  return "unknown";
}

const ordinary = new Map<number, readonly YearDay[]>();

/** A weekday, from 0 for Monday, in every week in which neither it nor the day before is a public holiday. */
function ordinaryDays(weekday: number): readonly YearDay[] {
  const known = ordinary.get(weekday);
  if (known) return known;
  const days: YearDay[] = [];
  for (let date = FIRST_MONDAY + weekday; date <= YEAR_DAYS; date += 7) {
    if (!isHoliday(date) && !isHoliday(date - 1)) days.push([YEAR, 0, date]);
  }
  ordinary.set(weekday, days);
  return days;
}

const CALENDAR = new OpeningHours("PH off", CHINA, 0);

/** @param date day of the year, from 1 */
function isHoliday(date: number): boolean {
  return CALENDAR.getPublicHolidayContext(new Date(YEAR, 0, date, 12)).isHoliday;
}
