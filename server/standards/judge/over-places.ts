/** A requirement about a facility, over all facilities of a unit: one suffices, or each must comply. @module */
import type { Place } from "../facts/index-register.ts";
import type { UnitFacts } from "../facts/register.ts";
import type { Context } from "./context.ts";
import { all, any } from "./interval.ts";
import { type Judgement, judgement, voidOf } from "./judgement.ts";

/**
 * Where none is there and the register has all of them, one that suffices is missing, and each of none complies: the
 * first is judged as `absent` says, the second not at all.
 */
export function overPlaces(
  context: Context,
  unit: UnitFacts,
  kinds: readonly string[],
  isEach: boolean,
  absent: () => Judgement,
  judge: (place: Place) => Judgement,
): Judgement {
  const places = context.index.places(unit, kinds, context.asOf);
  const isListed = context.index.isListed(unit, kinds);
  const judged = places.map((place) => ({ ...judge(place), place }));
  const evidence = places.map(({ id }) => id);
  if (judged.length === 0) {
    const none = absent();
    if (isListed) return isEach ? voidOf("nothing_to_judge", none.unit) : { ...none, reason: "none_there" };
    return judgement("unknown", none.unit, { asked: none.asked, reason: "list_incomplete" });
  }
  if (judged.every(({ isVoid }) => isVoid)) return { ...judged[0], evidence };
  const truths = judged.map(({ truth }) => truth);
  const truth = isEach
    ? all([...truths, ...(isListed ? [] : ["unknown" as const])])
    : any([...truths, ...(isListed ? [] : ["unknown" as const])]);
  const telling = judged.filter((one) => one.truth === truth);
  const { place: _, ...best } = (telling.length > 0 ? telling : judged).reduce((a, b) =>
    isBetter(a, b, isEach) ? a : b,
  );
  const reason = truth === "unknown" && telling.length === 0 ? "list_incomplete" : best.reason;
  return {
    ...best,
    truth,
    reason,
    evidence,
    shortfall: truth === "no" ? best.shortfall : null,
    missing: truth === "yes" && !isEach ? [] : best.missing,
  };
}

/** Told of several: the nearest to compliance where one suffices, the farthest where each must comply. */
function isBetter(a: Judgement, b: Judgement, isEach: boolean): boolean {
  const [x, y] = [a, b].map(({ shortfall, missing }) => (shortfall ?? 0) + missing.length);
  return isEach ? x >= y : x <= y;
}
