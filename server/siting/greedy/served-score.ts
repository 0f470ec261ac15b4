/** People served by what is chosen where capacities bind. @module */
import type { CoverClasses } from "../cover-classes.ts";
import { mostServed } from "../flow.ts";
import type { Score } from "./score.ts";

/** @param capacity shape [candidates] */
export function servedScore(classes: CoverClasses, capacity: Float64Array): Score {
  const { weight, first, ofCandidate } = classes;
  const chosen: number[] = [];
  let served = 0;
  const recount = () => {
    served = mostServed(classes, capacity, chosen).served;
  };
  return {
    gain: (j) => mostServed(classes, capacity, [...chosen, j]).served - served,
    atMost: (j) => {
      let sum = 0;
      for (let k = first[j]; k < first[j + 1]; k++) sum += weight[ofCandidate[k]];
      return Math.min(sum, capacity[j]);
    },
    total: () => served,
    add: (j) => {
      chosen.push(j);
      recount();
    },
    remove: (j) => {
      chosen.splice(chosen.indexOf(j), 1);
      recount();
    },
  };
}
