/** Round numbers along an axis. @module */

/** The smallest of 1, 2, 5 × 10ⁿ that parts `0 … most` into no more than `count` steps; 1 where there is nothing. */
export function roundStep(most: number, count: number): number {
  if (most <= count) return 1;
  const rough = most / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5, 10].find((step) => step * power >= rough * (1 - 1e-9)) ?? 10);
}

/** `0, step, 2 step …`, the last no larger than `most`. */
export function ticksTo(most: number, step: number): readonly number[] {
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, k) => k * step);
}
