/** A published optimum comes out exactly: p-median of 100 places and 33 sites (Beasley 1990). The other stands in the benchmarks. @module */
import { expect, it } from "vitest";
import { SolverThread } from "../../../server/siting/exact/solver-thread.ts";
import { PUBLISHED, pmed } from "../../support/or-library.ts";
import { describeWith } from "../../support/requirements.ts";
import { questionOf, solved } from "../../support/siting.ts";

describeWith("shared data", "the OR-Library", () => {
  it("pmed5", async () => {
    const { problem, sites } = pmed("pmed5");
    const thread = new SolverThread(512 * 2 ** 20);
    const answer = await solved(problem, questionOf("median", sites, null), thread);
    thread.end();
    expect(answer).toMatchObject({ value: PUBLISHED.pmed5, bound: PUBLISHED.pmed5, gap: 0, status: "optimal" });
  });
});
