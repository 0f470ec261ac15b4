/** Bounds from prices, and what they shut out, against all sets of candidates. @module */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { narrow } from "../../../server/siting/dual/narrow.ts";
import { greedyPlan } from "../../../server/siting/greedy/greedy-plan.ts";
import { isBetter, isKept, planValue } from "../../../server/siting/judge.ts";
import { allPlans, questionOf } from "../../support/siting.ts";
import { CONDITIONS, LIMIT, problems } from "../../support/siting-cases.ts";

const CASES = (["cover", "median"] as const).flatMap((objective) =>
  Object.entries(CONDITIONS).map(([name, conditions]) => [objective, name, conditions] as const),
);

/** Weights of thirds: sums of them are rounded. */
const thirds = problems.map((problem) => ({ ...problem, weight: problem.weight.map((people) => people / 3) }));

describe("what prices say is true of every plan", () => {
  it.each(CASES)("%s, %s", (objective, _, conditions) => {
    fc.assert(
      fc.property(
        fc.oneof(problems, thirds),
        conditions,
        fc.integer({ min: 1, max: 4 }),
        fc.nat(),
        (problem, some, sites, which) => {
          const question = questionOf(objective, sites, LIMIT, some);
          const plans = allPlans(problem, question);
          if (plans.length === 0) return;
          const bounds: number[] = [];
          // Any plan will do to begin with, a bad one too.
          const start = which % 2 === 0 ? greedyPlan(problem, question).chosen : plans[which % plans.length];
          if (!isKept(problem, question, start)) return;
          const asked = { problem, question, start, needed: null, onPlan: () => {}, isLate: () => false };
          const narrowed = narrow({ ...asked, onBound: (bound) => bounds.push(bound) })!;
          const known = planValue(problem, question, narrowed.chosen);
          expect(isKept(problem, question, narrowed.chosen)).toBe(true);
          expect(isBetter(question, planValue(problem, question, start), known)).toBe(false);
          const values = plans.map((plan) => planValue(problem, question, plan));
          for (const bound of new Set([...bounds, narrowed.bound]))
            expect(values.some((value) => isBetter(question, value, bound))).toBe(false);
          const better = plans.filter(
            (_, i) => isBetter(question, values[i], known) && Math.abs(values[i] - known) > 1e-9 * values[i],
          );
          if (better.length > 0) expect(narrowed.ending).toBe("open");
          expect(better.filter((plan) => narrowed.shut.some((j) => plan.includes(j)))).toEqual([]);
          expect(better.filter((plan) => narrowed.needed.some((j) => !plan.includes(j)))).toEqual([]);
          for (const j of narrowed.shut) expect(narrowed.chosen).not.toContain(j);
          for (const j of narrowed.needed) expect(narrowed.chosen).toContain(j);
          expect(narrow({ ...asked, onBound: () => {} })).toEqual(narrowed);
          let rounds = which % 20;
          const cut = narrow({ ...asked, onBound: () => {}, isLate: () => rounds-- <= 0 })!;
          expect(values.some((value) => isBetter(question, value, cut.bound))).toBe(false);
        },
      ),
      { numRuns: 40 },
    );
  });
});
