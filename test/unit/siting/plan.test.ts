/** What a plan tells of its sites, on weights 1, 2, 4 … so that every sum names who is in it. @module */
import { expect, it } from "vitest";
import { planValue } from "../../../server/siting/judge.ts";
import { kneeOf } from "../../../server/siting/knee.ts";
import { outcomeOf } from "../../../server/siting/outcome.ts";
import { planOf } from "../../../server/siting/plan.ts";
import type { SitingQuestion } from "../../../server/siting/problem.ts";
import { solutionOf } from "../../../server/siting/solution.ts";
import { problemOf, questionOf } from "../../support/siting.ts";

/** Four candidates in a row of six homes; each covers those within 1. The sixth home is covered by what stands. */
const rows = [
  [0, 1, 2, 3, 4, 5],
  [1, 0, 1, 2, 3, 4],
  [3, 2, 1, 0, 1, 2],
  [5, 4, 3, 2, 1, 0],
];
const problem = problemOf(rows, [1, 2, 4, 8, 16, 32], [9, 9, 9, 9, 9, 1]);

function planned(question: SitingQuestion, chosen: number[]) {
  const value = planValue(problem, question, chosen);
  return planOf(
    problem,
    question,
    solutionOf(question, { chosen, value, bound: value, method: "exact", stopped: null }),
  );
}

it("sites stand in the order in which they pay, each with what it adds, what is lost without it, and who could replace it", () => {
  const plan = planned(questionOf("cover", 2, 1), [1, 2]);
  expect(plan.sites).toEqual([
    {
      candidate: 2,
      gain: 4 + 8 + 16,
      loss: 8 + 16,
      replacement: { candidate: 3, loss: 8 },
      around: 28,
      nearestTo: 4 + 8 + 16,
    },
    { candidate: 1, gain: 1 + 2, loss: 1 + 2, replacement: { candidate: 0, loss: 0 }, around: 7, nearestTo: 1 + 2 },
  ]);
});

it("the curve tells people against sites, and the plan stands in it", () => {
  const plan = planned(questionOf("cover", 2, 1), [1, 2]);
  expect(plan.curve).toEqual([
    { sites: 0, value: 0 },
    { sites: 1, value: 28 },
    { sites: 2, value: 31 },
  ]);
  expect(plan.knee).toBe(1);
});

it("what binds: one site more, spacing, a community that is full, a budget", () => {
  const more = planned(questionOf("cover", 1, 1), [2]);
  expect(more.binds).toEqual([{ kind: "sites", candidate: 0, gain: 3, by: [] }]);
  const spaced = planned(
    questionOf("cover", 3, 1, {
      conflicts: [
        [1, 2],
        [0, 2],
      ],
    }),
    [2],
  );
  expect(spaced.binds).toEqual([{ kind: "spacing", candidate: 0, gain: 3, by: [2] }]);
  const full = planned(questionOf("cover", 3, 1, { group: Int32Array.of(0, 0, 0, -1), mostPerGroup: 1 }), [2]);
  expect(full.binds).toEqual([{ kind: "community", candidate: 0, gain: 3, by: [] }]);
  const dear = planned(questionOf("cover", 3, 1, { price: Float64Array.of(5, 9, 5, 1), budget: 9 }), [2]);
  expect(dear.binds).toEqual([{ kind: "budget", candidate: 0, gain: 3, by: [] }]);
});

it("a forced site has no replacement, and a refused one replaces nobody", () => {
  const plan = planned(questionOf("cover", 2, 1, { forced: [2], forbidden: [0] }), [1, 2]);
  expect(plan.sites.map(({ candidate, replacement }) => [candidate, replacement])).toEqual([
    [2, null],
    // The last candidate covers nobody whom the forced one does not: all are lost.
    [1, { candidate: 3, loss: 3 }],
  ]);
});

it("of a median what is saved; of the first site nothing can be said where nobody had any before", () => {
  const alone = problemOf(
    [
      [1, 5],
      [5, 1],
    ],
    [10, 20],
  );
  const question = questionOf("median", 2, null);
  const solution = solutionOf(question, { chosen: [0, 1], value: 30, bound: 30, method: "exact", stopped: null });
  expect(planOf(alone, question, solution)).toMatchObject({
    sites: [
      { candidate: 1, gain: null, loss: 80, nearestTo: 20 },
      { candidate: 0, gain: 40, loss: 40, nearestTo: 10 },
    ],
    curve: [
      { sites: 1, value: 70 },
      { sites: 2, value: 30 },
    ],
  });
});

it("the outcome sums who is covered, and what walks cost", () => {
  expect(outcomeOf(problem, questionOf("cover", 1, 1), [2])).toEqual({
    total: 63,
    coveredBefore: 32,
    covered: 32 + 28,
    gained: 28,
    withoutSite: 0,
    totalCost: 3 * 1 + 2 * 2 + 4 * 1 + 8 * 0 + 16 * 1 + 32 * 1,
    meanCost: 59 / 63,
    worstCost: 3,
  });
  const island = problemOf([[1, null]], [3, 4]);
  expect(outcomeOf(island, questionOf("cover", 1, 1), [0])).toMatchObject({
    withoutSite: 4,
    meanCost: 1,
    worstCost: 1,
  });
});

it("a curve flattens where it is farthest above the line between its ends", () => {
  const curve = (...values: number[]) => values.map((value, sites) => ({ sites, value }));
  expect(kneeOf(curve(0, 50, 80, 90, 95, 99))).toBe(2);
  expect(kneeOf(curve(100, 40, 30, 25))).toBe(1);
  expect(kneeOf(curve(0, 1, 2, 3))).toBeNull();
  expect(kneeOf(curve(0, 5))).toBeNull();
  expect(kneeOf(curve(4, 4, 4))).toBeNull();
});
