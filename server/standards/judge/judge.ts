/** One requirement held against one unit, whatever its kind. @module */
import type { UnitFacts } from "../facts/register.ts";
import type { Requirement, RequirementOf } from "../pack/pack.ts";
import { amountOf, type Context, holds } from "./context.ts";
import { all, countForShare, exactly, type Truth } from "./interval.ts";
import { judgeArea, judgeChecklist, judgeCount, judgeFigure, judgeOpening, judgePrice } from "./judge-facilities.ts";
import { judgeAcceptance, judgeRatio, judgeReach, judgeSpacing, judgeStep } from "./judge-units.ts";
import { type Judgement, judgement, voidOf } from "./judgement.ts";
import { kindsOf, placeArea, unitFigure } from "./measure.ts";

export function judge(context: Context, requirement: Requirement, unit: UnitFacts): Judgement {
  switch (requirement.kind) {
    case "count":
      return judgeCount(context, requirement, unit);
    case "reach":
      return judgeReach(context, requirement, unit);
    case "spacing":
      return judgeSpacing(context, requirement, unit);
    case "floor_area":
      return judgeArea(context, requirement, unit);
    case "figure":
      return judgeFigure(context, requirement, unit);
    case "ratio":
      return judgeRatio(context, requirement, unit);
    case "checklist":
      return judgeChecklist(context, requirement, unit);
    case "opening":
      return judgeOpening(context, requirement, unit);
    case "price":
      return judgePrice(context, requirement, unit);
    case "share":
      return judgeShare(context, requirement, unit);
    case "step":
      return judgeStep(context, requirement, unit);
    case "acceptance":
      return judgeAcceptance(context, requirement, unit);
  }
}

/** Of units below: how many surely meet it, how many surely do not, and how many nobody can tell of. */
export interface ShareCount {
  readonly total: number;
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
}

/** @returns the truth for each unit of the level that the requirement is about; null where it is not about it */
export function countTruths(truths: readonly (Truth | null)[]): ShareCount {
  const of = (truth: Truth) => truths.filter((one) => one === truth).length;
  const [yes, no, unknown] = [of("yes"), of("no"), of("unknown")];
  return { total: yes + no + unknown, yes, no, unknown };
}

/** Whether a unit meets a requirement, whenever it is due; null where it is none of its business. */
export function meets(context: Context, requirement: Requirement, unit: UnitFacts): Truth | null {
  const applies = holds(context, requirement.applies, unit, null);
  if (applies === "no") return null;
  const { truth, isVoid } = judge(context, requirement, unit);
  if (isVoid) return null;
  return applies === "unknown" ? "unknown" : truth;
}

function judgeShare(context: Context, requirement: RequirementOf<"share">, unit: UnitFacts): Judgement {
  const { units, where, among, share_at_least, not_meeting_at_most } = requirement;
  const truths = context.index.within(unit, units).map((one) => {
    const isAmong = holds(context, among, one, null);
    if (isAmong === "no") return null;
    const truth = meetsWhere(context, where, one);
    // One that may not be among them may yet be left out: neither counted as met nor as failing.
    return isAmong === "unknown" && truth !== null ? "unknown" : truth;
  });
  const count = countTruths(truths);
  if (count.total === 0) return voidOf("nothing_to_judge", "units");
  const measured = { low: count.yes, high: count.yes + count.unknown };
  const evidence = [`${count.yes}/${count.total}`];
  if (not_meeting_at_most !== undefined) {
    const failing = { low: count.no, high: count.no + count.unknown };
    const truth: Truth =
      failing.high <= not_meeting_at_most ? "yes" : failing.low > not_meeting_at_most ? "no" : "unknown";
    const short = truth === "no" ? failing.low - not_meeting_at_most : null;
    return judgement(truth, "units", {
      measured: failing,
      asked: exactly(not_meeting_at_most),
      shortfall: short,
      evidence,
    });
  }
  const share = share_at_least === undefined ? null : amountOf(context, share_at_least);
  if (share === null) return voidOf("threshold_not_set", "units", { measured, evidence });
  const asked = countForShare(share, count.total);
  const truth: Truth = measured.low >= asked ? "yes" : measured.high < asked ? "no" : "unknown";
  const short = truth === "no" ? asked - measured.high : null;
  return judgement(truth, "units", {
    measured,
    asked: exactly(asked),
    shortfall: short,
    evidence,
    reason: truth === "unknown" ? "fact_missing" : null,
  });
}

function meetsWhere(context: Context, where: RequirementOf<"share">["where"], unit: UnitFacts): Truth | null {
  if ("requirement" in where)
    return meets(context, context.pack.requirement.get(where.requirement) as Requirement, unit);
  if ("mark" in where) {
    const known = unit.marks[where.mark];
    return known === undefined ? "unknown" : known ? "yes" : "no";
  }
  if ("figure" in where) {
    const { low, high } = unitFigure(unit, where.figure);
    return low >= where.at_least ? "yes" : high < where.at_least ? "no" : "unknown";
  }
  const kinds = kindsOf(context, [where.item]);
  const areas = context.index.places(unit, kinds, context.asOf).map((place) => placeArea(place, "gross"));
  if (areas.some(({ low }) => low >= where.area_at_least)) return "yes";
  const allSmall = all(areas.map(({ high }) => (high < where.area_at_least ? "yes" : "unknown")));
  return context.index.isListed(unit, kinds) && allSmall === "yes" ? "no" : "unknown";
}
