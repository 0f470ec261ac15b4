/** What is asked of a unit or a place where it differs by case, and whether a measured value meets it. @module */
import type { Place } from "../facts/index-register.ts";
import type { UnitFacts } from "../facts/register.ts";
import type { Amount, Condition } from "../pack/values.ts";
import { amountOf, type Context, holds } from "./context.ts";
import { agreed, all, exactly, type Interval, isAtLeast, isAtMost } from "./interval.ts";
import { type Judgement, judgement, voidOf } from "./judgement.ts";

interface Bound {
  readonly at_least?: Amount;
  readonly at_most?: Amount;
}
export interface Bounded extends Bound {
  readonly cases?: readonly (Bound & { readonly when: Condition })[];
}

/** The bounds that may hold: one where the case is known, several where it is not. */
export function boundsFor(context: Context, bounded: Bounded, unit: UnitFacts, place: Place | null): Bound[] {
  const found: Bound[] = [];
  for (const { when, ...bound } of bounded.cases ?? []) {
    const truth = holds(context, when, unit, place);
    if (truth !== "no") found.push(bound);
    if (truth === "yes") return found;
  }
  const { at_least, at_most } = bounded;
  const base = { ...(at_least === undefined ? {} : { at_least }), ...(at_most === undefined ? {} : { at_most }) };
  return [...found, base];
}

/** @param least raises what is asked at least, as the sum of rooms does; null: as it is written */
export function judgeBounds(
  context: Context,
  bounds: readonly Bound[],
  measured: Interval,
  unit: string,
  rest: Partial<Judgement> = {},
  least: ((written: number) => Interval) | null = null,
): Judgement {
  const resolved = bounds.map(({ at_least, at_most }) => {
    const low = at_least === undefined ? undefined : amountOf(context, at_least);
    const high = at_most === undefined ? undefined : amountOf(context, at_most);
    return { low, high, isUnset: low === null || high === null };
  });
  if (resolved.some(({ isUnset }) => isUnset)) return voidOf("threshold_not_set", unit, { ...rest, measured });
  const lows = resolved.flatMap(({ low }) =>
    typeof low === "number" ? [least === null ? exactly(low) : least(low)] : [],
  );
  const highs = resolved.flatMap(({ high }) => (typeof high === "number" ? [exactly(high)] : []));
  const truths = resolved.map(({ low, high }, i) => {
    const enough = typeof low === "number" ? isAtLeast(measured, least === null ? exactly(low) : least(low)) : "yes";
    const notTooMuch = typeof high === "number" ? isAtMost(measured, highs[Math.min(i, highs.length - 1)]) : "yes";
    return all([enough, notTooMuch]);
  });
  const truth = agreed(truths);
  const isTooMuch = truth === "no" && highs.length > 0 && highs.every((high) => isAtMost(measured, high) === "no");
  const asked = hull(isTooMuch || lows.length === 0 ? highs : lows);
  return judgement(truth, unit, {
    ...rest,
    measured,
    asked,
    shortfall: truth === "no" ? shortfall(measured, asked, isTooMuch) : null,
  });
}

/** Missing to what is asked, as far as it is certain; how much is over, where it is too much. */
function shortfall(measured: Interval, asked: Interval | null, isTooMuch: boolean): number | null {
  if (asked === null) return null;
  const short = isTooMuch ? measured.low - asked.high : asked.low - measured.high;
  return Number.isFinite(short) ? Math.round(short * 1e6) / 1e6 : null;
}

function hull(intervals: readonly Interval[]): Interval | null {
  if (intervals.length === 0) return null;
  return {
    low: Math.min(...intervals.map(({ low }) => low)),
    high: Math.max(...intervals.map(({ high }) => high)),
  };
}
