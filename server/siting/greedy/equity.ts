/** Sites chosen for the worst-served community first: each the one that lifts the sorted shares of communities most. @module */
import { communitySharesOf, compareShares } from "../communities.ts";
import { mergeByCover } from "../cover-classes.ts";
import type { SitingProblem, SitingQuestion } from "../problem.ts";
import { Room } from "../room.ts";

interface Standing {
  /** Sorted, worst first. */
  readonly shares: Float64Array;
  readonly people: number;
}

const MOST_PASSES = 20;

export function equitablePlan(problem: SitingProblem, question: SitingQuestion): readonly number[] {
  const { forced, equity } = question.conditions;
  const served = servedBy(problem, question.limit!, equity!);
  const room = new Room(problem, question);
  for (const j of forced) room.add(j);
  const addBest = (): boolean => {
    const best = bestAddition(room, served);
    if (best >= 0) room.add(best);
    return best >= 0;
  };
  while (room.sitesLeft > 0 && addBest());
  const fixed = new Set(forced);
  for (let pass = 0, changed = true; changed && pass < MOST_PASSES; pass++) {
    changed = false;
    for (const site of [...room.chosen]) {
      if (fixed.has(site)) continue;
      const before = served(room.chosen);
      room.remove(site);
      const best = bestAddition(room, served);
      const isBetter = best >= 0 && compare(served([...room.chosen, best]), before) > 0;
      room.add(isBetter ? best : site);
      changed ||= isBetter;
    }
  }
  return room.chosen;
}

/** −1 where none makes anything better and no community is in need of a site. */
function bestAddition(room: Room, served: (chosen: readonly number[]) => Standing): number {
  let best = room.unmetGroups.size > 0 ? null : served(room.chosen);
  let winner = -1;
  for (let j = 0; j < room.size; j++) {
    if (!room.canAdd(j)) continue;
    const standing = served([...room.chosen, j]);
    if (best !== null && compare(standing, best) <= 0) continue;
    best = standing;
    winner = j;
  }
  return winner;
}

function compare(a: Standing, b: Standing): number {
  return compareShares(a.shares, b.shares) || a.people - b.people;
}

function servedBy(problem: SitingProblem, limit: number, equity: Int32Array): (chosen: readonly number[]) => Standing {
  const classes = mergeByCover(problem, limit, equity);
  const { covered, total, placeOf } = communitySharesOf(problem, limit, equity);
  const seen = new Int32Array(classes.count);
  let round = 0;
  return (chosen) => {
    round++;
    const now = covered.slice();
    let people = 0;
    for (const j of chosen) {
      for (let k = classes.first[j]; k < classes.first[j + 1]; k++) {
        const c = classes.ofCandidate[k];
        if (seen[c] === round) continue;
        seen[c] = round;
        people += classes.weight[c];
        const place = placeOf.get(classes.label[c]);
        if (place !== undefined) now[place] += classes.weight[c];
      }
    }
    return { shares: now.map((sum, place) => sum / total[place]).sort(), people };
  };
}
