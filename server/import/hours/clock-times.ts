/** Times of day as Chinese tables write them: `8:30`, `早8点`, `下午2时30分`, `晚9点半`, `次日2:00`. @module */

/** A source of a regular expression without groups that count, for one time. */
const PERIOD = "(?:凌晨|清晨|早上|早晨|早间|早|上午|中午|下午|午后|傍晚|晚上|晚间|晚|深夜|夜间|夜里|午夜)";
const NEXT_DAY = "(?:次日|第二天|翌日|隔天|隔日)";
const CLOCK = `(${NEXT_DAY}?)(${PERIOD}?)(\\d{1,2})(?:(?:[:.点时](\\d{2})分?)|(点半|时半)|(点整|点钟|点|时整|时))?`;

export interface TimeRange {
  /** Minutes of the day. */
  readonly from: number;
  /** Minutes of the day, 1440 for midnight; at or before `from` where it is the next day's. */
  readonly to: number;
}

const RANGE = new RegExp(`^${CLOCK}-${CLOCK}`);
const FIELDS = 6;

interface Clock {
  readonly period: string;
  readonly hour: number;
  readonly minute: number;
  readonly nextDay: boolean;
  /** A bare number, which only its other end makes a time. */
  readonly bare: boolean;
}

/** The range that a text begins with and its length, or null where it begins with none that makes sense. */
export function rangeAtStart(text: string): { range: TimeRange; length: number } | null {
  const found = RANGE.exec(text);
  if (found === null) return null;
  const start = clock(found.slice(1, 1 + FIELDS));
  const end = clock(found.slice(1 + FIELDS, 1 + 2 * FIELDS));
  if (start.bare && end.bare) return null;
  const from = minutesOf(start);
  if (from === null || from === 1440 || start.nextDay) return null;
  const to = minutesOf(end.period === "" && isAfternoon(start.period) ? laterThan(end, from) : end);
  if (to === null || from === to) return null;
  // `次日9:00` after a start at 8:00 would be more than a day.
  if (end.nextDay && to > from) return null;
  return { range: { from, to }, length: found[0].length };
}

function clock([nextDay = "", period = "", hour = "", minute, half, whole]: readonly (string | undefined)[]): Clock {
  return {
    period,
    hour: Number(hour),
    minute: minute === undefined ? (half === undefined ? 0 : 30) : Number(minute),
    nextDay: nextDay !== "",
    bare: minute === undefined && half === undefined && whole === undefined,
  };
}

/** Minutes of the day; null for a time that no clock shows. */
function minutesOf({ period, hour, minute }: Clock): number | null {
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return hourOf(period, hour) * 60 + minute <= 1440 ? hourOf(period, hour) * 60 + minute : null;
}

function hourOf(period: string, hour: number): number {
  if (hour > 12) return hour;
  if (period === "凌晨" && hour === 12) return 0;
  if (period === "中午" && hour < 10) return hour + 12;
  if (/^(下午|午后|傍晚)$/.test(period) && hour < 12) return hour + 12;
  // `晚12点` is midnight, `深夜2点` two hours after it.
  if (/^(晚|深夜|夜|午夜)/.test(period)) return hour === 12 ? 24 : hour < 5 ? hour : hour + 12;
  return hour;
}

function isAfternoon(period: string): boolean {
  return /^(下午|午后|傍晚|晚|中午)/.test(period);
}

/** `下午2:00-5:30`: the end is the afternoon's too where that makes it the later one. */
function laterThan(end: Clock, from: number): Clock {
  const afternoon = { ...end, hour: end.hour + 12 };
  return end.hour < 12 && !end.nextDay && afternoon.hour * 60 + end.minute > from ? afternoon : end;
}

/** `22:00-02:00`, as OSM writes it. */
export function writeRange({ from, to }: TimeRange): string {
  return `${writeTime(from)}-${writeTime(to)}`;
}

function writeTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
