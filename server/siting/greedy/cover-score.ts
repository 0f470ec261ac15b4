/**
 * People covered by what is chosen. Where they are whole numbers the gain of every candidate is kept up to date as people
 * become covered and uncovered, so that asking for it costs nothing; sums of fractions would drift, and are added up anew.
 * @module
 */
import type { CoverClasses } from "../cover-classes.ts";
import { areWhole } from "../whole.ts";
import type { Score } from "./score.ts";

export function coverScore({ count, weight, first, ofCandidate, firstOfClass, candidates }: CoverClasses): Score {
  /** Shape [classes]. Chosen candidates that cover it. */
  const covers = new Int32Array(count);
  const isWhole = areWhole(weight);
  const alone = new Float64Array(first.length - 1);
  for (let j = 0; j < alone.length; j++)
    for (let k = first[j]; k < first[j + 1]; k++) alone[j] += weight[ofCandidate[k]];
  const gains = alone.slice();
  let covered = 0;
  const change = (c: number, sign: 1 | -1): void => {
    covered += sign * weight[c];
    if (!isWhole) return;
    for (let i = firstOfClass[c]; i < firstOfClass[c + 1]; i++) gains[candidates[i]] -= sign * weight[c];
  };
  const addedUp = (j: number): number => {
    let sum = 0;
    for (let k = first[j]; k < first[j + 1]; k++) if (covers[ofCandidate[k]] === 0) sum += weight[ofCandidate[k]];
    return sum;
  };
  return {
    gain: (j) => (isWhole ? gains[j] : addedUp(j)),
    atMost: (j) => alone[j],
    total: () => covered,
    add: (j) => {
      for (let k = first[j]; k < first[j + 1]; k++) if (covers[ofCandidate[k]]++ === 0) change(ofCandidate[k], 1);
    },
    remove: (j) => {
      for (let k = first[j]; k < first[j + 1]; k++) if (--covers[ofCandidate[k]] === 0) change(ofCandidate[k], -1);
    },
  };
}
