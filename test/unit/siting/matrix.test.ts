/** Tables of costs as problems: which column holds the people, and what fits nowhere. @module */
import { describe, expect, it } from "vitest";
import { candidatesNamed, matrixProblem } from "../../../server/siting/matrix.ts";

const costs = (...pairs: [string, string, number][]) => ({
  origin: pairs.map(([origin]) => origin),
  destination: pairs.map(([, destination]) => destination),
  cost: pairs.map(([, , cost]) => cost),
});
const demand = (weights: Record<string, number>) => ({ id: Object.keys(weights), weight: Object.values(weights) });

describe("which column holds the people", () => {
  it("origins, where they are found there", () => {
    const read = matrixProblem(costs(["h1", "s1", 3], ["h2", "s1", 5], ["h2", "s2", 1]), demand({ h1: 7, h2: 2 }), []);
    expect(read).toMatchObject({ demandSide: "origin", candidates: ["s1", "s2"], points: ["h1", "h2"] });
    expect(read.problem).toEqual({
      candidateCount: 2,
      weight: Float64Array.of(7, 2),
      costs: { first: Uint32Array.of(0, 2, 3), demand: Uint32Array.of(0, 1, 1), cost: Float64Array.of(3, 5, 1) },
      standing: Float64Array.of(Infinity, Infinity),
    });
  });

  it("destinations, where they are found there alone", () => {
    const read = matrixProblem(costs(["s1", "h1", 3], ["s1", "h2", 5], ["s2", "h2", 1]), demand({ h1: 7, h2: 2 }), []);
    expect(read).toMatchObject({ demandSide: "destination", candidates: ["s1", "s2"], points: ["h1", "h2"] });
    expect([...read.problem.costs.cost]).toEqual([3, 5, 1]);
  });

  it("origins, where both hold them all: people walk from origins to destinations", () => {
    const oneWay = costs(["a", "a", 0], ["a", "b", 4], ["b", "a", 9], ["b", "b", 0]);
    const { demandSide, problem } = matrixProblem(oneWay, demand({ a: 1, b: 1 }), []);
    expect(demandSide).toBe("origin");
    // Candidate a: from a 0, from b 9.
    expect([...problem.costs.cost]).toEqual([0, 9, 4, 0]);
  });

  it("neither: said with what ids look like", () => {
    expect(() => matrixProblem(costs(["h1", "s1", 3]), demand({ x9: 1 }), [])).toThrow(
      "none of the demand points (such as x9) stands in the columns origin, destination of the matrix, which hold such as: h1, s1",
    );
  });
});

it("what fits nowhere is counted: points without a pair, pairs of nobody", () => {
  const read = matrixProblem(costs(["h1", "s1", 3], ["h9", "s1", 1]), demand({ h1: 1, far: 5 }), []);
  expect(read).toMatchObject({ pointsWithoutPair: 1, pairsWithoutDemand: 1 });
  expect([...read.problem.weight]).toEqual([1, 5]);
});

it("sites that stand already are no candidates, and serve from the start", () => {
  const read = matrixProblem(
    costs(["h1", "s1", 3], ["h1", "s2", 2], ["h2", "s1", 8], ["h1", "s3", 5]),
    demand({ h1: 1, h2: 1 }),
    ["s1", "s3"],
  );
  expect(read.candidates).toEqual(["s2"]);
  expect([...read.problem.standing]).toEqual([3, 8]);
});

it("candidates are found by name, and one that is none is named", () => {
  expect(candidatesNamed(["s2", "s1"], ["s1", "s2"])).toEqual([1, 0]);
  const many = ["s1", "s2", "s3", "s4", "s5", "s6"];
  expect(() => candidatesNamed(["s9"], many)).toThrow(
    "there is no candidate s9; there are such as: s1, s2, s3, s4, s5, …",
  );
  expect(() => matrixProblem(costs(["h1", "s1", 3]), demand({ h1: 1 }), ["s9"])).toThrow("there is no candidate s9");
});
