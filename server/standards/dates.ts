/** Days as the documents write them: a plain date, or 年底, 月底, 中旬, 月初, each with its last day included. @module */
import { standardsError } from "./errors.ts";

/** Text of a day, `2015-08-20`: sorts as it runs. */
export type IsoDate = string;

/** The 20th stands for 中旬 and the 10th for 月初, as the documents fix neither. */
const DAY_OF_WORDS: Readonly<Record<string, number | null>> = { 底: null, 中旬: 20, 初: 10, 上旬: 10, 下旬: null };
const EXPECTED = "2015-08-20, 2015年8月20日, 2015年8月底, 2015年8月中旬, 2015年8月初, 2015年底";

/**
 * The last day on which something due then is in time.
 *
 * @throws StandardsError `date_unreadable` for a text of no known form, and for a day that no calendar has
 */
export function dueDate(written: string): IsoDate {
  const text = written.trim();
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (day !== null) return dateOf(Number(day[1]), Number(day[2]), Number(day[3]), text);
  const year = /^(\d{4})年底$/.exec(text);
  if (year !== null) return dateOf(Number(year[1]), 12, 31, text);
  const month = /^(\d{4})年(\d{1,2})月(底|初|上旬|中旬|下旬)$/.exec(text);
  if (month === null) throw unreadable(text);
  const [y, m] = [Number(month[1]), Number(month[2])];
  return dateOf(y, m, DAY_OF_WORDS[month[3]] ?? daysInMonth(y, m), text);
}

/** Whole days from one day to another; negative where the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** Whole months begun from one day to another, both included: 2013-09-25 to 2013-12-31 are four (9, 10, 11, 12). */
export function monthsTouched(from: IsoDate, to: IsoDate): number {
  if (to < from) return 0;
  const [a, b] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  return b - a + 1;
}

function dateOf(year: number, month: number, day: number, written: string): IsoDate {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) throw unreadable(written);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function unreadable(value: string) {
  return standardsError("date_unreadable", { value, expected: EXPECTED });
}
