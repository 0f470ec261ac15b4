/** Requirements that units are held against: reach, spacing, ratios, shares of units, work by a day, acceptance. @module */
import { daysBetween } from "../dates.ts";
import type { Place } from "../facts/index-register.ts";
import type { UnitFacts } from "../facts/register.ts";
import type { RequirementOf } from "../pack/pack.ts";
import { boundsFor, judgeBounds } from "./bounds.ts";
import { amountOf, type Context } from "./context.ts";
import { ANY_AMOUNT, agreed, exactly, type Interval, isAtLeast, type Truth, tidy } from "./interval.ts";
import { asksUnit, itemOf } from "./judge-facilities.ts";
import { type Judgement, judgement, voidOf } from "./judgement.ts";
import { quantityOf } from "./measure.ts";
import { overPlaces } from "./over-places.ts";

export function judgeReach(context: Context, requirement: RequirementOf<"reach">, unit: UnitFacts): Judgement {
  const { categories, minutes, metres, measured: how, share_at_least } = requirement;
  const wanted = [...categories].sort().join();
  const facts = context.index.register.reach.find(
    (one) =>
      one.unit === unit.id &&
      [...one.categories].sort().join() === wanted &&
      one.minutes === (minutes ?? null) &&
      one.metres === (metres ?? null) &&
      one.measured === (how ?? "walk"),
  );
  const total = facts === undefined ? 0 : facts.covered + facts.uncovered + facts.unknown;
  const share: Interval =
    facts === undefined || total === 0
      ? { low: 0, high: 1 }
      : { low: facts.covered / total, high: (facts.covered + facts.unknown) / total };
  const evidence = facts === undefined ? [] : [`reach: ${facts.covered}/${total} ${facts.people}`];
  if (share_at_least === undefined) return voidOf("threshold_not_set", "share", { measured: share, evidence });
  const one = judgeBounds(context, [{ at_least: share_at_least }], share, "share", { evidence });
  return one.truth === "unknown" && !one.isVoid ? { ...one, reason: "fact_missing" } : one;
}

/** New sites of one class: those too close fail, those within the error of their positions are unknown. */
export function judgeSpacing(context: Context, requirement: RequirementOf<"spacing">, unit: UnitFacts): Judgement {
  const facts = context.index.register.spacing.find((one) => one.unit === unit.id && one.rule === requirement.rule);
  if (facts === undefined)
    return judgement("unknown", "sites", { measured: ANY_AMOUNT, asked: exactly(0), reason: "fact_missing" });
  if (facts.checked === 0) return voidOf("nothing_to_judge", "sites");
  const measured = { low: facts.tooClose, high: facts.tooClose + facts.unsure };
  return judgeBounds(context, [{ at_most: 0 }], measured, "sites", { evidence: [`spacing: ${requirement.rule}`] });
}

export function judgeRatio(context: Context, requirement: RequirementOf<"ratio">, unit: UnitFacts): Judgement {
  const judge = (place: Place | null): Judgement => {
    const over = quantityOf(context, requirement.over, unit, place);
    const under = quantityOf(context, requirement.under, unit, place);
    if (under.high === 0) return voidOf("nothing_to_judge", "ratio", { measured: over });
    const amounts = boundsFor(context, requirement, unit, place).map(({ at_least }) =>
      at_least === undefined ? null : amountOf(context, at_least),
    );
    if (amounts.some((amount) => amount === null)) return voidOf("threshold_not_set", "ratio", { measured: over });
    const askeds = (amounts as number[]).map((amount) => askedFor(requirement, amount, under));
    const truth = agreed(askeds.map((asked) => isAtLeast(over, asked)));
    const asked = { low: Math.min(...askeds.map(({ low }) => low)), high: Math.max(...askeds.map(({ high }) => high)) };
    const short = truth === "no" ? tidy(asked.low - over.high) : null;
    return judgement(truth, unitOf(context, requirement), {
      measured: over,
      asked,
      shortfall: short,
      reason: truth === "unknown" ? "fact_missing" : null,
    });
  };
  if (asksUnit(context, requirement)) return judge(null);
  const none = () => judgement("no", unitOf(context, requirement), { measured: exactly(0) });
  return overPlaces(context, unit, itemOf(context, requirement).kinds, requirement.each === true, none, judge);
}

/** Work done on a day: known done by now, known not done, or not told. Work that recurs must be no older than its period. */
export function judgeStep(context: Context, requirement: RequirementOf<"step">, unit: UnitFacts): Judgement {
  const key = `${requirement.item}.${requirement.step}`;
  const on = unit.steps[key];
  if (on === undefined) return judgement("unknown", "", { unknown: [requirement.step], reason: "fact_missing" });
  const evidence = [`${key}: ${on ?? "–"}`];
  const isDone = on !== null && on <= context.asOf;
  const isFresh =
    requirement.every === undefined || (isDone && daysBetween(on, context.asOf) <= DAYS[requirement.every]);
  return judgement(isDone && isFresh ? "yes" : "no", "", {
    evidence,
    missing: isDone && isFresh ? [] : [requirement.step],
  });
}

const DAYS = { day: 1, week: 7, month: 31, year: 366 } as const;

/** The latest inspection by the day; one that passed without the score that is asked leaves it unknown. */
export function judgeAcceptance(
  context: Context,
  requirement: RequirementOf<"acceptance">,
  unit: UnitFacts,
): Judgement {
  const latest = context.index.register.acceptances
    .filter((one) => one.unit === unit.id && one.item === requirement.item && one.on <= context.asOf)
    .reduce<(typeof context.index.register.acceptances)[number] | null>(
      (a, b) => (a === null || b.on > a.on ? b : a),
      null,
    );
  if (latest === null) return judgement("unknown", "points", { reason: "fact_missing" });
  const evidence = [`acceptance: ${latest.on}`];
  if (requirement.score_at_least === undefined) return judgement(latest.passed ? "yes" : "no", "points", { evidence });
  const measured = latest.score === null ? { low: 0, high: 100 } : exactly(latest.score);
  const one = judgeBounds(context, [{ at_least: requirement.score_at_least }], measured, "points", { evidence });
  const truth: Truth = latest.passed ? one.truth : "no";
  return { ...one, truth, reason: truth === "unknown" ? "fact_missing" : null };
}

function askedFor({ per, round, never_below }: RequirementOf<"ratio">, amount: number, under: Interval): Interval {
  const asked = (n: number) => {
    const raw = tidy((amount * n) / (per ?? 1));
    return Math.max(never_below ?? 0, round === "up" && Number.isFinite(raw) ? Math.ceil(raw) : raw);
  };
  return { low: asked(under.low), high: amount === 0 ? Math.max(never_below ?? 0, 0) : asked(under.high) };
}

function unitOf(context: Context, { over }: RequirementOf<"ratio">): string {
  if (typeof over === "object" && "area_of" in over) return "m2";
  if (typeof over === "object" && "figure" in over) return context.pack.terms.get(over.figure)?.unit ?? "";
  return "count";
}
