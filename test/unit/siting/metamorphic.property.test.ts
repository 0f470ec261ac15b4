/** How optima move when a question changes in one way. @module */
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { mergeByCover } from "../../../server/siting/cover-classes.ts";
import { SolverThread } from "../../../server/siting/exact/solver-thread.ts";
import type { Conditions, Objective } from "../../../server/siting/problem.ts";
import type { Solution } from "../../../server/siting/solution.ts";
import { problemOf, questionOf, solved } from "../../support/siting.ts";

const thread = new SolverThread(512 * 2 ** 20);
afterAll(() => thread.end());

const LIMIT = 5;
const costs = fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 14, maxLength: 14 }), {
  minLength: 10,
  maxLength: 10,
});
const people = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 14, maxLength: 14 });
const RUNS = { numRuns: 15 };

async function best(
  rows: number[][],
  weight: number[],
  objective: Objective,
  sites: number,
  some: Partial<Conditions> = {},
) {
  const answer = await solved(problemOf(rows, weight), questionOf(objective, sites, LIMIT, some, 0.5), thread);
  if (answer === "siting_infeasible") return null;
  expect(answer).toMatchObject({ status: "optimal" });
  return answer as Solution;
}

it("one candidate more never lowers what can be covered, nor raises what walks cost", async () => {
  await fc.assert(
    fc.asyncProperty(costs, people, async (rows, weight) => {
      const fewer = rows.slice(0, -1);
      const [cover, wider] = [await best(fewer, weight, "cover", 3), await best(rows, weight, "cover", 3)];
      expect(wider!.value).toBeGreaterThanOrEqual(cover!.value);
      const [median, nearer] = [await best(fewer, weight, "median", 3), await best(rows, weight, "median", 3)];
      expect(nearer!.value).toBeLessThanOrEqual(median!.value);
    }),
    RUNS,
  );
});

it("a condition of spacing never raises what can be covered; one site more never lowers it", async () => {
  const pair = fc.tuple(fc.nat(9), fc.nat(9)).filter(([a, b]) => a !== b) as fc.Arbitrary<[number, number]>;
  await fc.assert(
    fc.asyncProperty(costs, people, fc.array(pair, { maxLength: 12 }), async (rows, weight, conflicts) => {
      const free = await best(rows, weight, "cover", 3);
      expect((await best(rows, weight, "cover", 3, { conflicts }))!.value).toBeLessThanOrEqual(free!.value);
      expect((await best(rows, weight, "cover", 4))!.value).toBeGreaterThanOrEqual(free!.value);
    }),
    RUNS,
  );
});

it("the order of candidates and of people changes no optimum; twice the people are twice the value", async () => {
  await fc.assert(
    fc.asyncProperty(costs, people, fc.constantFrom("cover", "median", "center"), async (rows, weight, objective) => {
      const { value } = (await best(rows, weight, objective as Objective, 3))!;
      const turned = rows.toReversed().map((row) => row.toReversed());
      expect((await best(turned, weight.toReversed(), objective as Objective, 3))!.value).toBe(value);
      const twice = weight.map((one) => 2 * one);
      expect((await best(rows, twice, objective as Objective, 3))!.value).toBe(
        objective === "center" ? value : 2 * value,
      );
    }),
    RUNS,
  );
});

it("people merge where the same candidates cover them, and nobody is lost", () => {
  fc.assert(
    fc.property(costs, people, (rows, weight) => {
      const problem = problemOf(rows, weight);
      const { count, weight: sums, ofDemand, firstOfClass, candidates, lostWeight } = mergeByCover(problem, LIMIT);
      const coverers = (d: number) => rows.flatMap((row, j) => (row[d] <= LIMIT ? [j] : []));
      const total = weight.reduce((sum, one) => sum + one, 0);
      expect(sums.reduce((sum, one) => sum + one, 0) + lostWeight).toBe(total);
      const sets = new Set<string>();
      weight.forEach((people, d) => {
        const own = coverers(d);
        if (people === 0 || own.length === 0) return;
        const c = ofDemand[d];
        expect([...candidates.subarray(firstOfClass[c], firstOfClass[c + 1])]).toEqual(own);
        sets.add(own.join());
      });
      expect(count).toBe(sets.size);
    }),
    { numRuns: 100 },
  );
});
