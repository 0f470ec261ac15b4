/**
 * A siting question narrowed by prices: a bound, better plans met on the way, and the candidates that no better plan than
 * the best one known can do with or without.
 * @module
 */
import { mergeByCover } from "../cover-classes.ts";
import { type SitingProblem, type SitingQuestion, siteLimit } from "../problem.ts";
import { allowance, climb, isMet } from "./climb.ts";
import { firstPrices } from "./first-prices.ts";
import { type Offers, offersOf } from "./offers.ts";
import type { Priced } from "./prices.ts";
import { Repair } from "./repair.ts";
import { sideRowsOf } from "./side-rows.ts";

export interface Narrowing {
  readonly problem: SitingProblem;
  readonly question: SitingQuestion;
  /** Keeps all conditions. */
  readonly start: readonly number[];
  /** Of `cover`: ends as `late` once a plan is known to be worth so much, or none to be; null for the best plan. */
  readonly needed: number | null;
  readonly onPlan: (chosen: readonly number[]) => void;
  readonly onBound: (bound: number) => void;
  readonly isLate: () => boolean;
}

export interface Narrowed {
  /** The best plan known. */
  readonly chosen: readonly number[];
  readonly bound: number;
  /** `optimal`: no plan is better than the one known. */
  readonly ending: "optimal" | "open" | "late";
  /** Candidates that are in no plan better than the one known, and in that one neither. */
  readonly shut: readonly number[];
  /** Candidates that are in every plan better than the one known, and in that one too. */
  readonly needed: readonly number[];
}

/** Null where prices say nothing: somebody is joined to no site whatever is chosen. */
export function narrow({ problem, question, start, needed, onPlan, onBound, isLate }: Narrowing): Narrowed | null {
  const classes = question.objective === "cover" ? mergeByCover(problem, question.limit!) : null;
  const offers = offersOf(problem, question, classes);
  if (offers === null) return null;
  const sides = sideRowsOf(problem, question);
  const repair = new Repair(problem, question, start, classes);
  const atNothing = offers.valueAt(0);
  const paid = () => Math.abs(repair.best.value - atNothing);
  let isSettled = false;
  const { priced, ending } = climb({
    offers,
    sides,
    limits: { sites: siteLimit(problem, question), ...question.conditions },
    prices: firstPrices(offers, sides, start),
    paid,
    onChosen: (chosen) => {
      if (!repair.try(chosen)) return;
      onPlan(repair.best.chosen);
      isSettled ||= needed !== null && repair.best.value >= needed;
    },
    onLeast: (least) => {
      const bound = boundOf(offers, least);
      onBound(bound);
      isSettled ||= needed !== null && bound < needed;
    },
    isLate: () => isSettled || isLate(),
  });
  const { chosen } = repair.best;
  return {
    chosen,
    bound: boundOf(offers, priced.least),
    ending: ending === "closed" ? "optimal" : ending === "late" ? "late" : "open",
    ...decided(offers, priced, paid(), new Set(chosen)),
  };
}

/** Of the question's own value, rounded to the safe side. */
function boundOf({ valueAt, isIntegral }: Offers, least: number): number {
  const paid = isIntegral ? Math.ceil(least - allowance(least)) : least - allowance(least);
  return valueAt(paid);
}

function decided(
  offers: Offers,
  priced: Priced,
  paid: number,
  plan: ReadonlySet<number>,
): Pick<Narrowed, "shut" | "needed"> {
  const isChosen = new Set(priced.chosen);
  const shut: number[] = [];
  const needed: number[] = [];
  for (let j = 0; j < offers.candidateCount; j++) {
    if (isChosen.has(j) !== plan.has(j) || !isMet(offers, priced.leastOtherwise(j), paid)) continue;
    (plan.has(j) ? needed : shut).push(j);
  }
  return { shut, needed };
}
