/** Questions at the edge: nobody, no candidates, more sites than candidates, one for all, ties; worked out on paper. @module */
import { afterAll, describe, expect, it } from "vitest";
import { checkQuestion } from "../../../server/siting/check.ts";
import { SolverThread } from "../../../server/siting/exact/solver-thread.ts";
import { problemOf, questionOf, solved } from "../../support/siting.ts";

const thread = new SolverThread(512 * 2 ** 20);
afterAll(() => thread.end());
const answer = (...[problem, question]: [Parameters<typeof solved>[0], Parameters<typeof solved>[1]]) =>
  solved(problem, question, thread);

const optimal = (chosen: number[], value: number) =>
  expect.objectContaining({ chosen, value, bound: value, gap: 0, status: "optimal", stopped: null });

describe("nobody to serve", () => {
  it.each([
    ["no demand points", problemOf([[], []], [])],
    [
      "points where nobody lives",
      problemOf(
        [
          [1, 9],
          [9, 1],
        ],
        [0, 0],
      ),
    ],
  ])("%s: no site pays", async (_, problem) => {
    expect(await answer(problem, questionOf("cover", 2, 5))).toEqual(optimal([], 0));
    expect(await answer(problem, questionOf("fewest", null, 5))).toEqual(optimal([], 0));
    expect(await answer(problem, questionOf("median", 1, null))).toMatchObject({ value: 0, status: "optimal" });
    expect(await answer(problem, questionOf("center", 1, null))).toMatchObject({ value: 0, status: "optimal" });
  });

  it("a community that needs a site gets one all the same", async () => {
    const needs = { group: Int32Array.of(-1, 0), neededGroups: [0] };
    expect(await answer(problemOf([[1], [1]], [0]), questionOf("cover", 2, 5, needs))).toEqual(optimal([1], 0));
  });
});

describe("no candidates", () => {
  it("what stands is all there is", async () => {
    const problem = problemOf([], [3, 4], [2, 9]);
    expect(await answer(problem, questionOf("cover", 3, 5))).toEqual(optimal([], 0));
    expect(await answer(problem, questionOf("median", 3, null))).toEqual(optimal([], 3 * 2 + 4 * 9));
    expect(await answer(problem, questionOf("center", 3, null))).toEqual(optimal([], 9));
    expect(await answer(problem, questionOf("fewest", null, 5))).toBe("siting_infeasible");
    expect(await answer(problem, questionOf("fewest", null, 5, {}, 3 / 7))).toEqual(optimal([], 0));
  });
});

describe("more sites than candidates", () => {
  it("only those are chosen that add anybody", async () => {
    const problem = problemOf(
      [
        [1, 9, 9],
        [9, 1, 9],
        [9, 9, 9],
      ],
      [1, 2, 4],
    );
    expect(await answer(problem, questionOf("cover", 50, 5))).toEqual(optimal([0, 1], 3));
  });
});

it("one candidate that covers all is chosen alone", async () => {
  const problem = problemOf(
    [
      [1, 9, 9],
      [5, 5, 5],
      [9, 9, 1],
    ],
    [1, 2, 4],
  );
  expect(await answer(problem, questionOf("cover", 3, 5))).toEqual(optimal([1], 7));
  expect(await answer(problem, questionOf("fewest", null, 5))).toEqual(optimal([1], 1));
});

it("the limit is inclusive", async () => {
  const problem = problemOf([[5]], [1]);
  expect(await answer(problem, questionOf("cover", 1, 5))).toEqual(optimal([0], 1));
  expect(await answer(problem, questionOf("cover", 1, 4.999))).toEqual(optimal([], 0));
});

it("of equal candidates the first is taken, again and again", async () => {
  const problem = problemOf(
    [
      [1, 1],
      [1, 1],
      [1, 1],
    ],
    [5, 5],
  );
  for (let run = 0; run < 3; run++) expect(await answer(problem, questionOf("cover", 1, 5))).toEqual(optimal([0], 10));
});

describe("what is asked is checked", () => {
  const problem = problemOf([[1], [2]], [1]);
  const code = (question: Parameters<typeof checkQuestion>[1]) => {
    try {
      checkQuestion(problem, question);
    } catch (error) {
      return (error as { code: string }).code;
    }
    return null;
  };
  it.each([
    ["no sites", questionOf("cover", 0, 5), "siting_value_wrong"],
    ["half a site", questionOf("cover", 1.5, 5), "siting_value_wrong"],
    ["cover without a number of sites", questionOf("cover", null, 5), "siting_value_wrong"],
    ["cover without a limit", questionOf("cover", 1, null), "siting_value_wrong"],
    ["a limit that is none", questionOf("cover", 1, Number.NaN), "siting_value_wrong"],
    ["more than everybody", questionOf("fewest", null, 5, {}, 1.1), "siting_value_wrong"],
    ["a budget without prices", questionOf("cover", 1, 5, { budget: 3 }), "siting_value_wrong"],
    [
      "capacities of a median",
      questionOf("median", 1, null, { capacity: Float64Array.of(1, 1) }),
      "siting_condition_unsuited",
    ],
    ["equity of a center", questionOf("center", 1, null, { equity: Int32Array.of(0) }), "siting_condition_unsuited"],
    [
      "forced and forbidden",
      questionOf("cover", 1, 5, { forced: [1], forbidden: [1] }),
      "candidate_forced_and_forbidden",
    ],
    ["nothing wrong", questionOf("median", 2, null), null],
  ])("%s", (_, question, expected) => {
    expect(code(question)).toBe(expected);
  });
});
