/** The days that a weekly or a monthly report is about, and those that it looks ahead to. @module */

export type Period = "week" | "month";

export interface Days {
  /** Both inclusive. */
  readonly from: string;
  readonly to: string;
  /** Last day of the period after it. */
  readonly next: string;
}

const A_DAY = 86_400_000;
const DAYS_A_WEEK = 7;

/** The week from Monday, or the month from its first, up to the day itself. @param day ISO day */
export function periodOf(period: Period, day: string): Days {
  const at = new Date(`${day}T00:00:00Z`);
  if (period === "week") {
    const sinceMonday = (at.getUTCDay() + DAYS_A_WEEK - 1) % DAYS_A_WEEK;
    const monday = at.getTime() - sinceMonday * A_DAY;
    return { from: iso(monday), to: day, next: iso(monday + (2 * DAYS_A_WEEK - 1) * A_DAY) };
  }
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  return { from: iso(Date.UTC(year, month, 1)), to: day, next: iso(Date.UTC(year, month + 2, 0)) };
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
