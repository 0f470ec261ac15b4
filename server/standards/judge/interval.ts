/** A number of which only bounds are known: what makes unknown facts unknown, and certain ones certain. @module */

export interface Interval {
  readonly low: number;
  readonly high: number;
}
export type Truth = "yes" | "no" | "unknown";

export const ANYTHING: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
/** A quantity that cannot be negative. */
export const ANY_AMOUNT: Interval = { low: 0, high: Number.POSITIVE_INFINITY };

export function exactly(value: number): Interval {
  return { low: value, high: value };
}

export function plus(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** Both bounds inclusive: 100 complies with at least 100. */
export function isAtLeast(measured: Interval, asked: Interval): Truth {
  if (measured.low >= asked.high) return "yes";
  return measured.high < asked.low ? "no" : "unknown";
}

export function isAtMost(measured: Interval, asked: Interval): Truth {
  if (measured.high <= asked.low) return "yes";
  return measured.low > asked.high ? "no" : "unknown";
}

export function all(truths: readonly Truth[]): Truth {
  if (truths.includes("no")) return "no";
  return truths.includes("unknown") ? "unknown" : "yes";
}

export function any(truths: readonly Truth[]): Truth {
  if (truths.includes("yes")) return "yes";
  return truths.includes("unknown") ? "unknown" : "no";
}

/** What is true in all the cases that may hold. */
export function agreed(truths: readonly Truth[]): Truth {
  return truths.every((truth) => truth === truths[0]) ? truths[0] : "unknown";
}

export function not(truth: Truth): Truth {
  if (truth === "unknown") return truth;
  return truth === "yes" ? "no" : "yes";
}

/** Takes off what binary fractions add: 0.1 × 3 is 0.3, and 0.55 × 20 is 11. To nine decimals. */
export function tidy(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 1e9) / 1e9 : value;
}

/** So many of n that a share of them is reached: 60 % of 17 is 11. */
export function countForShare(share: number, n: number): number {
  return Math.ceil(tidy(share * n));
}
