/** People of every residence by what the capacities leave them: served, unserved, unknown, beyond the limit. @module */
import type { CategoryWalks } from "../category-walks.ts";
import type { Groups } from "../groups.ts";
import { membersOf } from "../groups.ts";
import { mayBeServedUnseen, verdictOf } from "../verdict.ts";
import type { Served } from "./serve.ts";

export interface CapacityTally {
  /** served + unserved + unknown + beyond. */
  total: number;
  served: number;
  /** Within the limit of facilities that are all full. */
  unserved: number;
  /** Without a place that is known of, and a facility of unknown capacity or hours may have one; or nothing is known of the walk. */
  unknown: number;
  /** No facility within the limit. */
  beyond: number;
  /** Residences whose people are not known: in none of the sums. */
  residencesWithoutFigure: number;
}

/** What is known of people and their facilities at a limit. */
export interface CapacityGround {
  readonly walks: CategoryWalks;
  readonly limitMm: number;
  /** Shape [residences], −1 where unknown. */
  readonly demand: Int32Array;
  readonly served: Served;
  /** Shape [residences]. 1 where a facility of unknown capacity is within the limit. */
  readonly nearUncounted: Uint8Array;
}

/** In the order of groups, and last what lies outside all of them. */
export function tallyCapacity(ground: CapacityGround, groups: Groups): CapacityTally[] {
  return membersOf(groups).map((members) => {
    const tally = { total: 0, served: 0, unserved: 0, unknown: 0, beyond: 0, residencesWithoutFigure: 0 };
    for (const r of members) addResidence(tally, ground, r);
    return tally;
  });
}

function addResidence(
  tally: CapacityTally,
  { walks, limitMm, demand, served, nearUncounted }: CapacityGround,
  r: number,
) {
  if (demand[r] < 0) {
    tally.residencesWithoutFigure++;
    return;
  }
  const verdict = verdictOf(walks, r, limitMm);
  const left = served.left[r];
  tally.total += demand[r];
  tally.served += served.served[r];
  if (verdict === "uncovered") tally.beyond += left;
  else if (verdict === "unknown" || nearUncounted[r] === 1 || mayBeServedUnseen(walks, r, limitMm))
    tally.unknown += left;
  else tally.unserved += left;
}
