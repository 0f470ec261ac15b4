/** Requirements that facilities and rooms are held against: number, area, figures, things, opening, prices. @module */
import type { Place } from "../facts/index-register.ts";
import type { PriceSurvey, UnitFacts } from "../facts/register.ts";
import type { PackItem, RequirementOf } from "../pack/pack.ts";
import { boundsFor, judgeBounds } from "./bounds.ts";
import { type Context, markOf } from "./context.ts";
import { ANY_AMOUNT, all, exactly, type Interval, isAtLeast, type Truth, tidy } from "./interval.ts";
import { type Judgement, judgement, type SurveyTold } from "./judgement.ts";
import { countPlaces, placeArea, placeFigure, unitFigure } from "./measure.ts";
import { overPlaces } from "./over-places.ts";
import { raisedByRooms } from "./rooms-together.ts";

export function itemOf(context: Context, { item }: { readonly item: string }): PackItem {
  return context.pack.items.get(item) as PackItem;
}

/** Of whom a requirement of either subject asks: of the unit where the item is one, or the requirement says so. */
export function asksUnit(
  context: Context,
  requirement: { readonly item: string; readonly of?: "facility" | "unit" },
): boolean {
  return (requirement.of ?? (itemOf(context, requirement).form === "unit" ? "unit" : "facility")) === "unit";
}

export function judgeCount(context: Context, requirement: RequirementOf<"count">, unit: UnitFacts): Judgement {
  const { kinds } = itemOf(context, requirement);
  const measured = countPlaces(context, unit, kinds, requirement.new_since ?? null);
  const evidence = context.index.places(unit, kinds, context.asOf).map(({ id }) => id);
  const one = judgeBounds(context, [{ at_least: requirement.at_least }], measured, "count", { evidence });
  return one.truth === "unknown" && !one.isVoid ? { ...one, reason: "list_incomplete" } : one;
}

export function judgeArea(context: Context, requirement: RequirementOf<"floor_area">, unit: UnitFacts): Judgement {
  const { kinds } = itemOf(context, requirement);
  const basis = requirement.basis ?? "any";
  const judge = (place: Place | null, measured: Interval) => {
    const raised = requirement.or_sum_of === undefined ? null : raisedByRooms(context, requirement.or_sum_of, unit);
    const bounds = boundsFor(context, requirement, unit, place);
    const one = judgeBounds(context, bounds, measured, "m2", {}, raised);
    return one.truth === "unknown" && !one.isVoid ? { ...one, reason: "fact_missing" as const } : one;
  };
  return overPlaces(
    context,
    unit,
    kinds,
    requirement.each === true,
    () => judge(null, exactly(0)),
    (place) => {
      if (requirement.shared === "refused" && (place.room?.sharedWith.length ?? 0) > 0)
        return { ...judge(place, exactly(0)), reason: "shared_refused" };
      return judge(place, placeArea(place, basis));
    },
  );
}

export function judgeFigure(context: Context, requirement: RequirementOf<"figure">, unit: UnitFacts): Judgement {
  const { figure } = requirement;
  const term = context.pack.terms.get(figure)?.unit ?? "";
  const judge = (place: Place | null, measured: Interval) => {
    const one = judgeBounds(context, boundsFor(context, requirement, unit, place), measured, term);
    return one.truth === "unknown" && !one.isVoid
      ? { ...one, unknown: [figure], reason: "fact_missing" as const }
      : one;
  };
  if (asksUnit(context, requirement)) return judge(null, unitFigure(unit, figure));
  const { kinds } = itemOf(context, requirement);
  return overPlaces(
    context,
    unit,
    kinds,
    requirement.each === true,
    () => absent(judge(null, exactly(0))),
    (place) => judge(place, placeFigure(place, figure)),
  );
}

export function judgeChecklist(context: Context, requirement: RequirementOf<"checklist">, unit: UnitFacts): Judgement {
  const entries = requirement.entries.map((entry) =>
    typeof entry === "string" ? { term: entry, at_least: null } : entry,
  );
  const asked = requirement.at_least ?? entries.length;
  const judge = (truthOf: (term: string, atLeast: number | null) => Truth): Judgement => {
    const truths = entries.map(({ term, at_least }) => ({ term, truth: truthOf(term, at_least) }));
    const terms = (truth: Truth) => truths.filter((one) => one.truth === truth).map(({ term }) => term);
    const [yes, unknown] = [terms("yes").length, terms("unknown")];
    const measured = { low: yes, high: yes + unknown.length };
    const one = judgeBounds(context, [{ at_least: asked }], measured, "entries", { unknown });
    return {
      ...one,
      missing: one.truth === "yes" ? [] : terms("no"),
      reason: one.truth === "unknown" ? "fact_missing" : null,
    };
  };
  if (asksUnit(context, requirement)) return judge((term, atLeast) => entryOf(term, atLeast, unit, null));
  return overPlaces(
    context,
    unit,
    itemOf(context, requirement).kinds,
    requirement.each === true,
    () => judge(() => "no"),
    (place) => judge((term, atLeast) => entryOf(term, atLeast, unit, place)),
  );
}

export function judgeOpening(context: Context, requirement: RequirementOf<"opening">, unit: UnitFacts): Judgement {
  const { days_per_week, services_per_day } = requirement;
  const parts = [
    { figure: "days_per_week", asked: days_per_week },
    { figure: "services_per_day", asked: services_per_day },
  ].flatMap(({ figure, asked }) => (asked === undefined ? [] : [{ figure, asked }]));
  const judge = (measure: (figure: string) => Interval): Judgement => {
    const judged = parts.map(({ figure, asked }) => ({
      figure,
      asked,
      measured: measure(figure),
      truth: isAtLeast(measure(figure), exactly(asked)),
    }));
    const truth = all(judged.map((one) => one.truth));
    const told = judged.find((one) => one.truth === truth) ?? judged[0];
    const short = truth === "no" ? told.asked - told.measured.high : null;
    const unknown = judged.filter((one) => one.truth === "unknown").map(({ figure }) => figure);
    return judgement(truth, context.pack.terms.get(told.figure)?.unit ?? "", {
      measured: told.measured,
      asked: exactly(told.asked),
      shortfall: short,
      missing: judged.filter((one) => one.truth === "no").map(({ figure }) => figure),
      unknown,
      reason: truth === "unknown" ? "fact_missing" : null,
    });
  };
  return overPlaces(
    context,
    unit,
    itemOf(context, requirement).kinds,
    false,
    () => judge(() => exactly(0)),
    (place) => judge((figure) => placeFigure(place, figure)),
  );
}

/** Every good of the newest survey against the mean of the markets that were asked; measured: goods that are too dear. */
export function judgePrice(context: Context, requirement: RequirementOf<"price">, unit: UnitFacts): Judgement {
  const judge = (place: Place): Judgement => {
    const survey = newestSurvey(context, place);
    if (survey === null || survey.goods.length === 0)
      return judgement("unknown", "goods", { measured: ANY_AMOUNT, asked: exactly(0), reason: "fact_missing" });
    const told = surveyTold(survey, requirement.relation);
    const dear = told.goods.filter(({ isDear }) => isDear).length;
    return judgement(dear === 0 ? "yes" : "no", "goods", {
      measured: exactly(dear),
      asked: exactly(0),
      shortfall: dear === 0 ? null : dear,
      survey: told,
    });
  };
  const none = () => judgement("no", "goods", { asked: exactly(0) });
  return overPlaces(context, unit, itemOf(context, requirement).kinds, false, none, judge);
}

/** Of the day itself too; a later one tells nothing of it. */
function newestSurvey({ index, asOf }: Context, { facility }: Place): PriceSurvey | null {
  return index.register.prices
    .filter((one) => one.facility === facility.id && one.on <= asOf)
    .reduce<PriceSurvey | null>((a, b) => (a === null || b.on > a.on ? b : a), null);
}

function surveyTold({ on, goods }: PriceSurvey, relation: RequirementOf<"price">["relation"]): SurveyTold {
  return {
    on,
    goods: goods.map(({ name, per, cny, markets }) => {
      const mean = tidy(markets.reduce((sum, one) => sum + one.cny, 0) / markets.length);
      const isDear = relation === "below_market" ? tidy(cny) >= mean : tidy(cny) > mean;
      return { name, per, cny, meanCny: mean, markets, isDear };
    }),
  };
}

/** A thing that is said to be there, or is counted. */
function entryOf(term: string, atLeast: number | null, unit: UnitFacts, place: Place | null): Truth {
  const counted = place === null ? unitFigure(unit, term) : placeFigure(place, term);
  if (Number.isFinite(counted.low)) return isAtLeast(counted, exactly(atLeast ?? 1));
  return atLeast === null ? markOf(term, unit, place) : "unknown";
}

/** Where no facility is there, a number of it is short whatever its bounds. */
function absent(one: Judgement): Judgement {
  return one.isVoid ? one : { ...one, truth: "no" };
}
