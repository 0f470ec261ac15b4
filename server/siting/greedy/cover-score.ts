/** People covered by what is chosen. @module */
import type { CoverClasses } from "../cover-classes.ts";
import type { Score } from "./score.ts";

export function coverScore({ count, weight, first, ofCandidate }: CoverClasses): Score {
  /** Shape [classes]. Chosen candidates that cover it. */
  const covers = new Int32Array(count);
  const alone = new Float64Array(first.length - 1);
  for (let j = 0; j < alone.length; j++)
    for (let k = first[j]; k < first[j + 1]; k++) alone[j] += weight[ofCandidate[k]];
  return {
    gain: (j) => {
      let sum = 0;
      for (let k = first[j]; k < first[j + 1]; k++) if (covers[ofCandidate[k]] === 0) sum += weight[ofCandidate[k]];
      return sum;
    },
    atMost: (j) => alone[j],
    total: () => {
      let sum = 0;
      for (let c = 0; c < count; c++) if (covers[c] > 0) sum += weight[c];
      return sum;
    },
    add: (j) => {
      for (let k = first[j]; k < first[j + 1]; k++) covers[ofCandidate[k]]++;
    },
    remove: (j) => {
      for (let k = first[j]; k < first[j + 1]; k++) covers[ofCandidate[k]]--;
    },
  };
}
