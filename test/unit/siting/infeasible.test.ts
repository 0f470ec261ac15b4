/** Conditions that clash are named, and none that could stay. @module */
import { afterAll, expect, it } from "vitest";
import type { DomainError } from "../../../server/base/errors.ts";
import { SolverThread } from "../../../server/siting/exact/solver-thread.ts";
import type { Conditions } from "../../../server/siting/problem.ts";
import { solveSiting } from "../../../server/siting/solve.ts";
import { problemOf, questionOf, settings } from "../../support/siting.ts";

const thread = new SolverThread(512 * 2 ** 20);
afterAll(() => thread.end());

/** Candidates 0 and 1 in community 0, 2 and 3 in community 1; each covers one of four people, nobody covers the fifth. */
const problem = problemOf(
  Array.from({ length: 4 }, (_, j) => Array.from({ length: 5 }, (_, d) => (d === j ? 1 : null))),
  [1, 1, 1, 1, 1],
);
const group = Int32Array.of(0, 0, 1, 1);
const price = Float64Array.of(5, 6, 7, 8);

const CASES: [string, ReturnType<typeof questionOf>, string][] = [
  [
    "two forced sites too near to each other",
    cover(4, { forced: [0, 1], conflicts: [[0, 1]] }),
    "the spacing among new sites; c0 in every plan; c1 in every plan",
  ],
  ["more forced than allowed", cover(1, { forced: [0, 2] }), "c0 in every plan; c2 in every plan; at most 1 new sites"],
  [
    "two communities, one site",
    cover(1, { group, neededGroups: [0, 1], budget: 99, price }),
    "at least one in g0; at least one in g1; at most 1 new sites",
  ],
  [
    "a budget below the cheapest that is needed",
    cover(4, { group, neededGroups: [1], budget: 6, price }),
    "a total price of at most 6; at least one in g1",
  ],
  [
    "everybody of a community forbidden",
    cover(4, { group, neededGroups: [0], forbidden: [0, 1] }),
    "none of the 2 forbidden candidates; at least one in g0",
  ],
  [
    "two forced in one community",
    cover(4, { group, mostPerGroup: 1, forced: [2, 3] }),
    "at most 1 a community; c2 in every plan; c3 in every plan",
  ],
  [
    "a share beyond all candidates",
    questionOf("fewest", null, 1, {}, 0.9),
    "90 % of all people covered (all candidates together: 80 % at most)",
  ],
  [
    "a share beyond so many sites",
    questionOf("fewest", 2, 1, { forbidden: [3] }, 0.6),
    "at most 2 new sites; 60 % of all people covered (all candidates together: 80 % at most)",
  ],
  [
    "a point that no candidate reaches",
    questionOf("median", 4, null),
    "a site for every demand point (1 of them reach no candidate at all)",
  ],
];

function cover(sites: number, conditions: Partial<Conditions>) {
  return questionOf("cover", sites, 1, conditions);
}

it.each(CASES)("%s", async (_, question, named) => {
  const error = await solveSiting(problem, question, settings(thread)).then(
    () => null,
    (thrown: DomainError) => thrown,
  );
  expect(error?.code).toBe("siting_infeasible");
  expect(error?.words.en).toBe(`no plan keeps all of these: ${named}. Without any one of them the others can be kept`);
  expect(error?.words.zh).toMatch(/^没有任何方案能同时满足：.+。去掉其中任何一条，其余即可同时满足$/);
});
