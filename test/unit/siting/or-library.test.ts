/** Published optima come out exactly: p-median of 100 places, 5 and 33 sites (Beasley 1990), from prices alone and through the solver. @module */
import { expect, it } from "vitest";
import { narrow } from "../../../server/siting/dual/narrow.ts";
import { SolverThread } from "../../../server/siting/exact/solver-thread.ts";
import { greedyPlan } from "../../../server/siting/greedy/greedy-plan.ts";
import { PUBLISHED, pmed } from "../../support/or-library.ts";
import { describeWith } from "../../support/requirements.ts";
import { questionOf, solved } from "../../support/siting.ts";

describeWith("shared data", "the OR-Library", () => {
  it.each(["pmed1", "pmed5"] as const)("%s", async (name) => {
    const { problem, sites } = pmed(name);
    const question = questionOf("median", sites, null);
    const { chosen } = greedyPlan(problem, question);
    const silent = { needed: null, onPlan: () => {}, onBound: () => {}, isLate: () => false };
    expect(narrow({ problem, question, start: chosen, ...silent })).toMatchObject({
      bound: PUBLISHED[name],
      ending: "optimal",
    });
    const thread = new SolverThread(512 * 2 ** 20);
    const answer = await solved(problem, question, thread);
    thread.end();
    expect(answer).toMatchObject({ value: PUBLISHED[name], bound: PUBLISHED[name], gap: 0, status: "optimal" });
  });
});
