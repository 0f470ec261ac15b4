/** How figures are written: thousands separated, and never rounded to the other side of a limit. @module */

/**
 * Walking time in minutes with one decimal.
 * A walk beyond the limit is never shown as the limit, nor one within it as more: 15.04 over a limit of 15 reads 15.1.
 *
 * @param seconds ≥ 0, unrounded
 * @param limitMinutes the limit that the walk is held against, inclusive; null where there is none
 */
export function minutesShown(seconds: number, limitMinutes: number | null): string {
  const tenths = Math.round(seconds / 6);
  if (limitMinutes === null) return (tenths / 10).toFixed(1);
  const limitTenths = limitMinutes * 10;
  if (seconds > limitMinutes * 60 && tenths <= limitTenths) return ((Math.floor(limitTenths) + 1) / 10).toFixed(1);
  if (seconds <= limitMinutes * 60 && tenths > limitTenths) return (Math.floor(limitTenths) / 10).toFixed(1);
  return (tenths / 10).toFixed(1);
}

/** A share 0 … 1 as per cent with one decimal. 100.0 means all and 0.0 means none: whatever lies between is shown between. */
export function shareShown(share: number): string {
  const tenths = Math.round(share * 1000);
  if (share < 1 && tenths >= 1000) return "99.9";
  if (share > 0 && tenths <= 0) return "0.1";
  return (tenths / 10).toFixed(1);
}

export function shareOrDash(share: number | null): string {
  return share === null ? "–" : shareShown(share);
}

/** Whole number with thousands separated, the same in both languages. */
export function countShown(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

/** Metres without decimals; under 10 m with one. */
export function metresShown(metres: number): string {
  return metres < 9.95 ? metres.toFixed(1) : countShown(metres);
}

/** China Standard Time, by which every file and paper of the service is dated too. */
const HOURS_AHEAD_OF_UTC = 8;

/** Date and time of an ISO 8601 instant in China: `2026-11-20 08:00`. */
export function instantShown(iso: string): string {
  const there = new Date(new Date(iso).getTime() + HOURS_AHEAD_OF_UTC * 3_600_000).toISOString();
  return `${there.slice(0, 10)} ${there.slice(11, 16)}`;
}

/** Date of an ISO 8601 instant in China: `2026-11-20`. */
export function dayShown(iso: string): string {
  return instantShown(iso).slice(0, 10);
}

/** Size of a file: `12.4 MB`. */
export function bytesShown(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
