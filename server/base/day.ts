/** Days as `2013-09-25`: they sort as texts do. @module */

/** China Standard Time, without summer time since 1992. */
const HOURS_AHEAD_OF_UTC = 8;

/** The day that the calendar of every Chinese office shows at this instant: papers and rules are dated by it, wherever the service runs. */
export function dayInChina(instant: Date | string): string {
  return new Date(new Date(instant).getTime() + HOURS_AHEAD_OF_UTC * 3_600_000).toISOString().slice(0, 10);
}

/** True for a day that the calendar has. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** As people and tables write a day: `2013/9/25`, `2013年9月25日`, `20130925`, with or without a time after it; null where it is none. */
export function readDay(text: string): string | null {
  const plain = text.normalize("NFKC").trim();
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s].*)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (parts === null) return null;
  const [, year, month, day] = parts;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(iso) ? iso : null;
}
