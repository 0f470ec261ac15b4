/** Every objective under every condition against all sets of candidates. @module */
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { SolverThread } from "../../../server/siting/exact/solver-thread.ts";
import { greedyPlan } from "../../../server/siting/greedy/greedy-plan.ts";
import { isKept, planValue } from "../../../server/siting/judge.ts";
import type { Conditions, Objective, SitingProblem, SitingQuestion } from "../../../server/siting/problem.ts";
import { bestOfAll, problemOf, questionOf, solved } from "../../support/siting.ts";

const thread = new SolverThread(512 * 2 ** 20);
afterAll(() => thread.end());

const CANDIDATES = 7;
const POINTS = 9;
const LIMIT = 6;

/** Costs 0 … 12, some pairs without a walk, some people, some sites that stand. */
const problems: fc.Arbitrary<SitingProblem> = fc
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

const CONDITIONS: Record<string, fc.Arbitrary<Partial<Conditions>>> = {
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
const CAPACITY = ints(0, 12, CANDIDATES).map((list) => ({ capacity: Float64Array.from(list) }));
const EQUITY = ints(-1, 3, POINTS).map((equity) => ({ equity }));

const CASES: [Objective, string, fc.Arbitrary<Partial<Conditions>>][] = (
  ["cover", "fewest", "median", "center"] as const
).flatMap((objective) =>
  Object.entries(CONDITIONS).map(([name, conditions]): [Objective, string, fc.Arbitrary<Partial<Conditions>>] => [
    objective,
    name,
    conditions,
  ]),
);
CASES.push(["cover", "capacities", CAPACITY], ["fewest", "capacities", CAPACITY]);
CASES.push(["cover", "equity", EQUITY]);
CASES.push([
  "cover",
  "equity with spacing",
  fc.record({ a: EQUITY, b: CONDITIONS.spacing }).map(({ a, b }) => ({ ...a, ...b })),
]);

function ask(objective: Objective, sites: number, conditions: Partial<Conditions>, share: number): SitingQuestion {
  return questionOf(objective, sites, LIMIT, conditions, objective === "fewest" ? share : 1);
}

describe("the optimum is that of all sets of candidates", () => {
  it.each(CASES)("%s, %s", async (objective, _, conditions) => {
    await fc.assert(
      fc.asyncProperty(
        problems,
        conditions,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(0.4, 0.7, 1),
        async (problem, some, sites, share) => {
          const question = ask(objective, sites, some, share);
          const best = bestOfAll(problem, question);
          const answer = await solved(problem, question, thread);
          if (best === null) {
            expect(answer).toBe("siting_infeasible");
            return;
          }
          if (typeof answer === "string") throw new Error(answer);
          expect(answer).toMatchObject({ status: "optimal", gap: 0, stopped: null });
          expect(isKept(problem, question, answer.chosen)).toBe(true);
          expect(answer.value).toBeCloseTo(best.value, 6);
          expect(answer.bound).toBe(answer.value);
        },
      ),
      { numRuns: 12 },
    );
  });
});

it("greedy choice for covering is never above the optimum, and never below 1 − 1/e of it", () => {
  fc.assert(
    fc.property(problems, fc.integer({ min: 1, max: 5 }), (problem, sites) => {
      const question = questionOf("cover", sites, LIMIT);
      const best = bestOfAll(problem, question)!.value;
      const { chosen, value } = greedyPlan(problem, question);
      expect(value).toBe(planValue(problem, question, chosen));
      expect(value).toBeLessThanOrEqual(best);
      expect(value).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best - 1e-9);
    }),
    { numRuns: 300 },
  );
});
