/** Every objective under every condition against all sets of candidates. @module */
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { SolverThread } from "../../../server/siting/exact/solver-thread.ts";
import { greedyPlan } from "../../../server/siting/greedy/greedy-plan.ts";
import { isKept, planValue } from "../../../server/siting/judge.ts";
import type { Conditions, Objective, SitingQuestion } from "../../../server/siting/problem.ts";
import { bestOfAll, problemOf, questionOf, solved } from "../../support/siting.ts";
import { CAPACITY, CONDITIONS, EQUITY, LIMIT, problems } from "../../support/siting-cases.ts";

const thread = new SolverThread(512 * 2 ** 20);
afterAll(() => thread.end());

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

it("equity keeps what a plan has reached, not a bound a hair above it that no plan can keep", async () => {
  const rows = [[6], [], [2, 7], [5, 7, 8], [2, 8], [1, 3, 5, 6], []];
  const problem = problemOf(
    rows.map((covered) => Array.from({ length: 9 }, (_, d) => (covered.includes(d) ? 0 : null))),
    [0, 1, 1, 2, 0, 4, 5, 2, 2],
  );
  const question = questionOf("cover", 1, LIMIT, { equity: Int32Array.from([0, 0, 3, 1, 0, 0, 0, 1, 3]) });
  const answer = await solved(problem, question, thread);
  expect(answer).toMatchObject({ chosen: bestOfAll(problem, question)?.chosen, status: "optimal" });
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
