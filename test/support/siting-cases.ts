/** Small siting problems drawn at random, and every condition there is: small enough for all sets of candidates to be looked at. @module */
import fc from "fast-check";
import type { Conditions, SitingProblem } from "../../server/siting/problem.ts";
import { problemOf } from "./siting.ts";

const CANDIDATES = 7;
const POINTS = 9;
export const LIMIT = 6;

/** Costs 0 … 12, some pairs without a walk, some people, some sites that stand. */
export const problems: fc.Arbitrary<SitingProblem> = fc
  .record({
    rows: fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { freq: 4 }), { minLength: POINTS, maxLength: POINTS }),
      { minLength: CANDIDATES, maxLength: CANDIDATES },
    ),
    weight: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: POINTS, maxLength: POINTS }),
    standing: fc.array(fc.constantFrom(Infinity, Infinity, Infinity, 4, 9), { minLength: POINTS, maxLength: POINTS }),
  })
  .map(({ rows, weight, standing }) => problemOf(rows, weight, standing));

const ints = (min: number, max: number, length: number) =>
  fc.array(fc.integer({ min, max }), { minLength: length, maxLength: length }).map((list) => Int32Array.from(list));
const pair = fc.tuple(fc.nat(CANDIDATES - 1), fc.nat(CANDIDATES - 1)).filter(([a, b]) => a !== b) as fc.Arbitrary<
  [number, number]
>;

export const CONDITIONS: Record<string, fc.Arbitrary<Partial<Conditions>>> = {
  none: fc.constant({}),
  spacing: fc.array(pair, { maxLength: 8 }).map((conflicts) => ({ conflicts })),
  "most a community": fc.record({ group: ints(-1, 2, CANDIDATES), mostPerGroup: fc.constant(1) }),
  "one in each community": ints(0, 2, CANDIDATES).map((group) => ({ group, neededGroups: [...new Set(group)] })),
  budget: fc.record({
    price: ints(1, 9, CANDIDATES).map((list) => Float64Array.from(list)),
    budget: fc.integer({ min: 3, max: 20 }),
  }),
  "forced and forbidden": fc
    .tuple(fc.nat(CANDIDATES - 1), fc.nat(CANDIDATES - 1))
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({ forced: [a], forbidden: [b] })),
  all: fc.record({
    conflicts: fc.array(pair, { maxLength: 4 }),
    group: ints(0, 2, CANDIDATES),
    mostPerGroup: fc.constant(2),
    neededGroups: fc.constantFrom([], [0], [1, 2]),
    price: ints(1, 9, CANDIDATES).map((list) => Float64Array.from(list)),
    budget: fc.integer({ min: 8, max: 30 }),
    forced: fc.constantFrom([], [0]),
    forbidden: fc.constantFrom([], [1]),
  }),
};
export const CAPACITY = ints(0, 12, CANDIDATES).map((list) => ({ capacity: Float64Array.from(list) }));
export const EQUITY = ints(-1, 3, POINTS).map((equity) => ({ equity }));
