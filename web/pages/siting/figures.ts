/** Figures as the page of siting shows them. @module */
import type { SitingAnswer } from "../../../server/api/schemas/siting.ts";
import { countShown, minutesShown } from "../../state/figures.ts";

/** Per cent with two decimals, rounded up: a gap is never shown as closed before it is. */
export function gapShown(gap: number): string {
  return String(Math.ceil(gap * 1e4 - 1e-9) / 100);
}

/** A value of the objective in its unit: seconds as minutes, everything else as a count. */
export function valueShown(unit: SitingAnswer["unit"], value: number): string {
  return unit === "seconds" ? minutesShown(value, null) : countShown(value);
}

type Counted = Pick<SitingAnswer, "unit" | "measure">;

/** Whether the plan is about walks: what a site brings is then time saved. */
export function savesWalks({ unit }: Pick<SitingAnswer, "unit">): boolean {
  return unit === "person_minutes" || unit === "seconds";
}

/** Words for what one site brings: people, households or places newly covered, or their walks. */
export function gainUnit({ unit, measure }: Counted) {
  return savesWalks({ unit }) ? (`siting.walksOf.${measure}` as const) : (`siting.unitOf.${measure}` as const);
}

/** Words for what the objective is counted in. */
export function valueUnit({ unit, measure }: Counted) {
  if (unit === "people" || unit === "person_minutes") return gainUnit({ unit, measure });
  return `siting.unit.${unit}` as const;
}

export interface CurvePoint {
  readonly sites: number;
  /** What so many sites bring: people newly covered, or person-minutes saved. */
  readonly gain: number;
}

/** The curve as gains, so that it rises whatever is counted; null where the service has none, or only one point. */
export function curveOf({ curve, unit }: Pick<SitingAnswer, "curve" | "unit">): readonly CurvePoint[] | null {
  if (curve === null || curve.length < 2) return null;
  const [{ value: none }] = curve;
  const isCost = unit === "person_minutes";
  return curve.map(({ sites, value }) => ({ sites, gain: isCost ? none - value : value - none }));
}

/** What clashes, one by one, as the service joins it. */
export function clashesOf(fields: Readonly<Record<string, unknown>>, language: "zh" | "en"): readonly string[] {
  const text = fields[language === "zh" ? "conditionsZh" : "conditionsEn"];
  return typeof text === "string" && text !== "" ? text.split(language === "zh" ? "；" : "; ") : [];
}
