/** Whole numbers: sums of them are exact, and bounds of them may be rounded. @module */

export function areWhole(values: Iterable<number>): boolean {
  for (const value of values) if (!Number.isInteger(value)) return false;
  return true;
}
