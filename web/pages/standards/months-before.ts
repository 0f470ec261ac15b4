/** The last day of the month so many months before a day. @module */

/** @param day ISO day */
export function monthsBefore(day: string, months: number): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return new Date(Date.UTC(year, month - months, 0)).toISOString().slice(0, 10);
}
