/** HiGHS out of time, out of memory, or cancelled: the greedy answer stands, and says why it was not proved. @module */
import { describe, expect, it } from "vitest";
import { SolverThread } from "../../../server/siting/exact/solver-thread.ts";
import { greedyPlan } from "../../../server/siting/greedy/greedy-plan.ts";
import { solveSiting } from "../../../server/siting/solve.ts";
import { seededRandom } from "../../support/seeded-random.ts";
import { problemOf, questionOf, settings } from "../../support/siting.ts";

/** Each pair within the limit with a chance of one in twenty. */
function scattered(candidates: number, points: number, asked = questionOf("cover", 12, 1)) {
  const random = seededRandom(7);
  const rows = Array.from({ length: candidates }, () =>
    Array.from({ length: points }, () => (random() < 0.05 ? 1 : null)),
  );
  const problem = problemOf(
    rows,
    Array.from({ length: points }, () => 1 + Math.floor(random() * 50)),
  );
  const greedy = greedyPlan(problem, asked);
  return { problem, question: asked, greedy, asGreedy: { value: greedy.value, status: "feasible", method: "greedy" } };
}

/** HiGHS takes seconds to prove it. */
const { problem, question, greedy, asGreedy } = scattered(90, 400);

describe("the proof ends early", () => {
  it("out of time", async () => {
    const thread = new SolverThread(512 * 2 ** 20);
    const answer = await solveSiting(problem, question, { ...settings(thread), timeLimitSeconds: 0.001 });
    thread.end();
    expect(answer).toMatchObject({ ...asGreedy, stopped: "time" });
    expect(answer.bound).toBeGreaterThan(answer.value);
    expect(answer.gap).toBe((answer.bound - answer.value) / answer.bound);
  });

  it("out of memory; the thread is replaced and answers the next question", async () => {
    const thread = new SolverThread(16 * 2 ** 20);
    const asked = { ...settings(thread), onFault: () => {} };
    // Questions of equity go to HiGHS at once.
    const large = scattered(150, 3000, questionOf("cover", 3, 1, { equity: new Int32Array(3000) }));
    const answer = await solveSiting(large.problem, large.question, asked);
    expect(answer).toMatchObject({ ...large.asGreedy, stopped: "memory" });
    const small = problemOf(
      [
        [1, null, 1],
        [1, 1, null],
        [null, 1, 1],
      ],
      [3, 2, 2],
      [9, 9, 9],
    );
    expect(await solveSiting(small, questionOf("median", 1, null), asked)).toMatchObject({ status: "optimal" });
    thread.end();
  });

  it("cancelled before and meanwhile", async () => {
    const thread = new SolverThread(512 * 2 ** 20);
    for (const delayMs of [0, 50]) {
      const abort = new AbortController();
      setTimeout(() => abort.abort(), delayMs);
      const answer = await solveSiting(problem, question, { ...settings(thread), signal: abort.signal });
      expect(answer).toMatchObject({ status: "feasible", stopped: "cancelled" });
      expect(answer.value).toBeGreaterThanOrEqual(greedy.value);
    }
    const small = problemOf([[1, 2]], [1, 1]);
    expect(await solveSiting(small, questionOf("median", 1, null), settings(thread))).toMatchObject({ value: 3 });
    thread.end();
  });

  it("no proof was asked for", async () => {
    expect(await solveSiting(problem, question, settings(null))).toMatchObject({ ...asGreedy, stopped: "off" });
  });

  it("without any plan in time it says so, and does not say that there is none", async () => {
    // Greedy choice takes the one that covers most, which stands too near to both others.
    const near = problemOf(
      [
        [1, 1, 1, null],
        [1, 1, null, null],
        [null, null, 1, 1],
      ],
      [1, 1, 1, 1],
    );
    const all = questionOf("fewest", 2, 1, {
      conflicts: [
        [0, 1],
        [0, 2],
      ],
    });
    await expect(solveSiting(near, all, settings(null))).rejects.toMatchObject({ code: "siting_undecided" });
  });
});
