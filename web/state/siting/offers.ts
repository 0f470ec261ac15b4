/** Which conditions go together: only what the service answers is offered, and why the rest is not. @module */
import type { Objective, SitingAsked } from "./asked.ts";

/** Conditions that do not go with everything. */
export type Condition = "share" | "capacities" | "equity" | "budget";

/**
 * Why a condition is not offered. `objective`: it goes with another one. `capacities`: not beside those. `nothing_priced`,
 * `nothing_sized`: no candidate states what the condition counts, unless a table of premises or shops to be signed is given.
 */
export type Refusal = "objective" | "capacities" | "nothing_priced" | "nothing_sized";

const FITTING: Readonly<Partial<Record<Condition, readonly Objective[]>>> = {
  share: ["fewest"],
  capacities: ["cover", "fewest"],
  equity: ["cover"],
};

type Asked = Pick<SitingAsked, "objective" | "capacities" | "premises" | "signed">;

/** Null where it may be asked for. */
export function refusalOf(condition: Condition, asked: Asked): Refusal | null {
  if (FITTING[condition]?.includes(asked.objective) === false) return "objective";
  switch (condition) {
    case "share":
      return null;
    case "equity":
      return asked.capacities && refusalOf("capacities", asked) === null ? "capacities" : null;
    case "capacities":
      return asked.premises === null && asked.signed === null ? "nothing_sized" : null;
    case "budget":
      return asked.premises === null ? "nothing_priced" : null;
  }
}

/** How many conditions of a question are asked for and go with it. */
export function conditionsAsked(asked: SitingAsked): number {
  const { spacingM, rule, mostPerCommunity, onePerCommunity, elderlyWeight, capacities, equity, budget } = asked;
  const goes = (condition: Condition, on: boolean) => on && refusalOf(condition, asked) === null;
  return [
    spacingM !== null,
    rule !== null,
    mostPerCommunity !== null,
    onePerCommunity,
    elderlyWeight > 1,
    goes("capacities", capacities),
    goes("equity", equity),
    goes("budget", budget !== null),
  ].filter(Boolean).length;
}
