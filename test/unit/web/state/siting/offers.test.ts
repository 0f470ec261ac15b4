/** What the page sends is never refused for how its conditions go together, and what it does not offer the service would refuse. */
import { expect, it } from "vitest";
import { checkQuestion } from "../../../../../server/siting/check.ts";
import { NO_CONDITIONS, type SitingProblem, type SitingQuestion } from "../../../../../server/siting/problem.ts";
import { DEFAULT_SITING, OBJECTIVES, type SitingAsked } from "../../../../../web/state/siting/asked.ts";
import { conditionsAsked, refusalOf } from "../../../../../web/state/siting/offers.ts";
import { sitingQuestion } from "../../../../../web/state/siting/question.ts";

const GROUND = { area: "demo", category: "pharmacy", minutes: 15, profile: "adult" };
const TABLE = {
  crs: "gcj02",
  places: [{ id: "A", position: [113.6, 34.7] as [number, number], price: 9, capacity: 5 }],
};
const NOTHING: SitingProblem = {
  candidateCount: 0,
  weight: new Float64Array(0),
  standing: new Float64Array(0),
  costs: { first: new Uint32Array(1), demand: new Uint32Array(0), cost: new Float64Array(0) },
};

const BOTH = [false, true];
const cases = OBJECTIVES.flatMap((objective) =>
  BOTH.flatMap((equity) =>
    BOTH.flatMap((capacities) =>
      BOTH.map((table): SitingAsked => {
        const premises = table ? "k3f9" : null;
        return { ...DEFAULT_SITING, objective, equity, capacities, budget: 100, premises };
      }),
    ),
  ),
);

it.each(cases)("$objective, equity $equity, capacities $capacities, table $premises", (asked) => {
  const sent = sitingQuestion(GROUND, asked, asked.premises === null ? null : TABLE);
  expect(() => checkQuestion(NOTHING, asEngine(sent))).not.toThrow();
  for (const condition of ["equity", "capacities"] as const) {
    const refusal = refusalOf(condition, asked);
    const isSent = sent[condition] === true;
    expect(isSent).toBe(asked[condition] && refusal === null);
    if (refusal === "objective" || refusal === "capacities")
      expect(() => checkQuestion(NOTHING, asEngine({ ...sent, [condition]: true }))).toThrow();
  }
  expect(sent.budget === undefined).toBe(asked.premises === null);
});

it("counts only the conditions that are sent", () => {
  expect(conditionsAsked({ ...DEFAULT_SITING, spacingM: 200, onePerCommunity: true })).toBe(2);
  expect(conditionsAsked({ ...DEFAULT_SITING, objective: "median", equity: true, elderlyWeight: 2 })).toBe(1);
});

it("asks for as many sites as it takes", () => {
  const { sites, share } = sitingQuestion(GROUND, { ...DEFAULT_SITING, objective: "fewest", sites: null }, null);
  expect([sites, share]).toEqual([undefined, 0.95]);
});

function asEngine(sent: ReturnType<typeof sitingQuestion>): SitingQuestion {
  return {
    objective: sent.objective ?? "cover",
    sites: sent.sites ?? null,
    limit: 1,
    share: sent.share ?? 1,
    conditions: {
      ...NO_CONDITIONS,
      budget: sent.budget ?? null,
      price: sent.budget === undefined ? null : new Float64Array(0),
      capacity: sent.capacities === true ? new Float64Array(0) : null,
      equity: sent.equity === true ? new Int32Array(0) : null,
    },
  };
}
