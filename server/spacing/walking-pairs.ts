/** Pairs nearer than a rule asks along the streets: straight neighbours first, since no walk is shorter than the line. @module */
import { MM_PER_M, UNREACHED } from "../base/units.ts";
import type { Facilities } from "../coverage/people.ts";
import type { Place } from "../network/snap.ts";
import { endsOf, startOf } from "../reach/ends.ts";
import { createMatrix, matrixRow } from "../reach/matrix.ts";
import type { Ends } from "../reach/nearest.ts";
import type { Walker } from "../reach/walker.ts";
import type { Members } from "./members.ts";
import { tooNearMm } from "./near-on-foot.ts";
import type { PairSource } from "./pairs.ts";

export interface WalkingPairs {
  readonly source: PairSource;
  readonly offNetwork: readonly number[];
}

/** Walks count in the direction in which they are shorter; whoever has no street within 200 m is in no pair, and told. */
export function walkingPairs(
  facilities: Facilities,
  { alone, across }: Members,
  walker: Walker,
  limitM: number,
): WalkingPairs {
  const sets = across === null ? alone.map((set) => [set, set] as const) : [across];
  const ends = new Map<number, readonly Place[]>();
  const endsAt = (f: number): readonly Place[] => {
    const known = ends.get(f) ?? endsOf(walker, [facilities.lon[f], facilities.lat[f]]);
    ends.set(f, known);
    return known;
  };
  const offNetwork = [...new Set(sets.flatMap(([one, other]) => [...one, ...other]))].filter(
    (f) => endsAt(f).length === 0,
  );
  return {
    offNetwork,
    source: {
      count: facilities.count,
      stacks: new Map(),
      visit: (see) => {
        for (const [one, other] of sets)
          for (const [a, b, mm] of shortestWalks(facilities, one, other, endsAt, walker, limitM))
            see(a, b, mm / MM_PER_M);
      },
    },
  };
}

function* shortestWalks(
  facilities: Facilities,
  one: Int32Array,
  other: Int32Array,
  endsAt: (f: number) => readonly Place[],
  walker: Walker,
  limitM: number,
): Generator<[a: number, b: number, mm: number]> {
  const isSame = one === other;
  // Two sets: walks lead both ways, so that all of both stand on either side.
  const all = isSame ? one : Int32Array.from([...one, ...other]);
  const sideOf = (i: number) => (isSame || i < one.length ? 0 : 1);
  const matrix = createMatrix(walker, gatherEnds(all, endsAt), tooNearMm(limitM));
  const best = new Map<number, number>();
  for (let i = 0; i < all.length; i++) {
    const start = startOf(walker, [facilities.lon[all[i]], facilities.lat[all[i]]]);
    if (start === null) continue;
    const { facility, totalMm } = matrixRow(matrix, start);
    facility.forEach((j, at) => {
      if (i === j || (!isSame && sideOf(i) === sideOf(j))) return;
      const key = Math.min(i, j) * all.length + Math.max(i, j);
      best.set(key, Math.min(best.get(key) ?? UNREACHED, totalMm[at]));
    });
  }
  for (const [key, mm] of best) yield [all[Math.floor(key / all.length)], all[key % all.length], mm];
}

function gatherEnds(all: Int32Array, endsAt: (f: number) => readonly Place[]): Ends {
  const places: Place[] = [];
  const facility: number[] = [];
  all.forEach((f, i) => {
    for (const place of endsAt(f)) {
      places.push(place);
      facility.push(i);
    }
  });
  return { places, facility: Int32Array.from(facility) };
}
