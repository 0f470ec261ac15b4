/** What stands between a thing and its subsidy: a condition that is not met, or one that nobody can tell. @module */
import type { Place } from "../facts/index-register.ts";
import type { UnitFacts } from "../facts/register.ts";
import { type Context, holds } from "../judge/context.ts";
import type { Truth } from "../judge/interval.ts";
import { judge } from "../judge/judge.ts";
import type { Requirement, Subsidy } from "../pack/pack.ts";

export interface Obstacle {
  /** True: surely not met. False: unknown, so nothing is paid yet. */
  readonly certain: boolean;
  readonly reason:
    | "not_applicable"
    | "applicability_unknown"
    | "requirement_not_met"
    | "requirement_unknown"
    | "not_accepted"
    | "acceptance_unknown"
    | "too_late"
    | "date_unknown"
    | "not_new"
    | "mark_missing"
    | "mark_unknown"
    | "other_grant"
    | "other_grant_unknown"
    | "figure_unknown"
    /** It is known of no unit of the level that is paid. */
    | "unit_unknown";
  /** The requirement, mark, subsidy or day that it hangs on. */
  readonly about: string;
}

export function obstaclesTo(context: Context, subsidy: Subsidy, unit: UnitFacts, place: Place | null): Obstacle[] {
  const applies = holds(context, subsidy.applies, unit, place);
  if (applies === "no") return [{ certain: true, reason: "not_applicable", about: subsidy.id }];
  const obstacles: Obstacle[] = [];
  const add = (truth: Truth, missing: Obstacle["reason"], unknown: Obstacle["reason"], about: string) => {
    if (truth !== "yes") obstacles.push({ certain: truth === "no", reason: truth === "no" ? missing : unknown, about });
  };
  add(applies, "not_applicable", "applicability_unknown", subsidy.id);
  for (const id of subsidy.requires ?? []) {
    const { truth, isVoid } = judge(context, context.pack.requirement.get(id) as Requirement, unit);
    if (!isVoid) add(truth, "requirement_not_met", "requirement_unknown", id);
  }
  if (subsidy.mark !== undefined) {
    const known = place?.room?.marks[subsidy.mark] ?? place?.facility.marks[subsidy.mark] ?? unit.marks[subsidy.mark];
    add(known === undefined ? "unknown" : known ? "yes" : "no", "mark_missing", "mark_unknown", subsidy.mark);
  }
  obstacles.push(...datesOf(context, subsidy, unit, place));
  for (const id of subsidy.excludes ?? []) {
    const { unless_parameter } = subsidy;
    if (unless_parameter !== undefined && context.settings[unless_parameter.parameter] === unless_parameter.value)
      continue;
    const other = otherGrant(context, id, unit);
    if (other !== "no")
      obstacles.push({
        certain: other === "yes",
        reason: other === "yes" ? "other_grant" : "other_grant_unknown",
        about: id,
      });
  }
  return obstacles;
}

/** Accepted in time where acceptance is asked; else there in time, and not there before it could be new. */
function datesOf(context: Context, subsidy: Subsidy, unit: UnitFacts, place: Place | null): Obstacle[] {
  const { due, newSince } = subsidy;
  const since = place?.facility.since ?? null;
  const obstacles: Obstacle[] = [];
  if (subsidy.accepted === true) {
    const inspections = context.index.register.acceptances.filter(
      ({ unit: where, item, on }) => where === unit.id && item === subsidy.item && on <= context.asOf,
    );
    const passed = inspections.filter((one) => one.passed);
    if (inspections.length === 0) obstacles.push({ certain: false, reason: "acceptance_unknown", about: subsidy.item });
    else if (passed.length === 0) obstacles.push({ certain: true, reason: "not_accepted", about: subsidy.item });
    else if (due !== null && passed.every(({ on }) => on > due))
      obstacles.push({ certain: true, reason: "too_late", about: due });
  } else if (due !== null) {
    const done = place === null ? stepDay(subsidy, unit) : since;
    if (done === null) obstacles.push({ certain: false, reason: "date_unknown", about: due });
    else if (done > due) obstacles.push({ certain: true, reason: "too_late", about: due });
  }
  if (newSince !== null && place !== null) {
    if (since === null) obstacles.push({ certain: false, reason: "date_unknown", about: newSince });
    else if (since < newSince) obstacles.push({ certain: true, reason: "not_new", about: newSince });
  }
  return obstacles;
}

/** The last day of work on the item itself, where the register has any. */
function stepDay(subsidy: Subsidy, unit: UnitFacts): string | null {
  const days = Object.entries(unit.steps).flatMap(([key, on]) =>
    key.startsWith(`${subsidy.item}.`) && on !== null ? [on] : [],
  );
  return days.sort().at(-1) ?? null;
}

/** Whether the unit has, or may have, something that the other subsidy pays for. */
function otherGrant(context: Context, id: string, unit: UnitFacts): Truth {
  const other = context.pack.subsidies.find((one) => one.id === id);
  const kinds = other === undefined ? [] : (context.pack.items.get(other.item)?.kinds ?? []);
  if (other === undefined) return "no";
  const places = context.index.places(unit, kinds, context.asOf);
  const eligible = places.map((place) => obstaclesTo(context, { ...other, excludes: [] }, unit, place));
  if (eligible.some((obstacles) => obstacles.length === 0)) return "yes";
  if (eligible.some((obstacles) => obstacles.every(({ certain }) => !certain))) return "unknown";
  return places.length > 0 || context.index.isListed(unit, kinds) ? "no" : "unknown";
}
