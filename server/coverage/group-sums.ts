/** Sums of people by group and verdict: the inner loop under every figure of coverage. @module */
import { VERDICTS } from "./verdict.ts";

/** Shape [groups × 3]. By group, then by index of the verdict. */
export type VerdictSums = Float64Array;

/**
 * @param place shape [r]: group of each residence
 * @param verdicts shape [r]: index into {@link VERDICTS}
 */
export function countByVerdict(place: Int32Array, groupCount: number, verdicts: Uint8Array): VerdictSums {
  const sums = new Float64Array(groupCount * VERDICTS.length);
  for (let r = 0; r < place.length; r++) sums[place[r] * VERDICTS.length + verdicts[r]]++;
  return sums;
}

/** @param people shape [r]; −1 where unknown, which is in no sum */
export function sumByVerdict(
  place: Int32Array,
  groupCount: number,
  verdicts: Uint8Array,
  people: Int32Array,
): VerdictSums {
  const sums = new Float64Array(groupCount * VERDICTS.length);
  for (let r = 0; r < place.length; r++) {
    if (people[r] > 0) sums[place[r] * VERDICTS.length + verdicts[r]] += people[r];
  }
  return sums;
}

/** Shape [groups]. How many residences lack a figure in every one of the columns. */
export function countUnknown(place: Int32Array, groupCount: number, ...columns: readonly Int32Array[]): Int32Array {
  const counts = new Int32Array(groupCount);
  for (let r = 0; r < place.length; r++) if (columns.every((people) => people[r] < 0)) counts[place[r]]++;
  return counts;
}
