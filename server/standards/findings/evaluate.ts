/** A pack held against a register on a day: a finding for each requirement and each unit of its level. @module */
import type { Words } from "../../base/errors.ts";
import { daysBetween, type IsoDate } from "../dates.ts";
import { type StandardsError, standardsError } from "../errors.ts";
import { indexRegister } from "../facts/index-register.ts";
import { narrowTo } from "../facts/narrow.ts";
import type { Register, UnitFacts } from "../facts/register.ts";
import { type Context, contextOf, holds, type Settings } from "../judge/context.ts";
import type { Truth } from "../judge/interval.ts";
import { judge } from "../judge/judge.ts";
import { type Judgement, voidOf } from "../judge/judgement.ts";
import type { Alias } from "../names/match-names.ts";
import type { Pack, Requirement } from "../pack/pack.ts";
import type { Finding, Verdict, Waiver } from "./finding.ts";

export interface Evaluation {
  /** Values of parameters that the district set; the rest as the pack has them. */
  readonly settings?: Settings;
  readonly waivers?: readonly Waiver[];
  readonly aliases?: readonly Alias[];
  /** Id of a unit: only it and what lies in it, so that names of its own plan mean its own communities. */
  readonly within?: string | undefined;
}

export interface Findings {
  readonly pack: Pack;
  readonly asOf: IsoDate;
  readonly context: Context;
  /** In the order of the pack, then of the register. */
  readonly findings: readonly Finding[];
  /** Waivers that the pack does not allow, which change nothing. */
  readonly refusedWaivers: readonly StandardsError[];
}

export function evaluate(pack: Pack, register: Register, asOf: IsoDate, options: Evaluation = {}): Findings {
  const facts = options.within === undefined ? register : narrowTo(register, options.within);
  const context = contextOf(pack, indexRegister(facts), asOf, options.settings, options.aliases);
  const { waivers, refused } = allowedWaivers(context, options.waivers ?? []);
  const findings = pack.requirements.flatMap((requirement) =>
    context.index.ofLevel(requirement.level).map((unit) => findingOf(context, requirement, unit, waivers)),
  );
  return { pack, asOf, context, findings, refusedWaivers: refused };
}

/**
 * Before the last day: met is `pass`, surely not met yet is `not_due`, and what nobody knows stays `unknown`. Work that
 * came late passes, and says by how many days.
 */
function findingOf(context: Context, requirement: Requirement, unit: UnitFacts, waivers: readonly Waiver[]): Finding {
  const { pack, asOf } = context;
  const applies = holds(context, requirement.applies, unit, null);
  const outside = outsideOf(context, requirement);
  const judged = applies === "no" ? voidOf("not_applicable", "") : judge(context, requirement, unit);
  const isDue = requirement.due === null || requirement.due < asOf;
  const waiver = waivers.find((one) => one.unit === unit.id && one.requirement === requirement.id) ?? null;
  const verdict = outside?.verdict ?? verdictOf(applies, judged, isDue, waiver);
  const late = verdict === "fail" || verdict === "waived" ? lateness(context, requirement) : null;
  return {
    requirement: requirement.id,
    item: requirement.item,
    kind: requirement.kind,
    unit: unit.id,
    level: unit.level,
    verdict,
    reason: outside?.reason ?? reasonOf(applies, judged, verdict),
    measured: judged.measured,
    asked: judged.asked,
    shortfall: judged.shortfall,
    measure: judged.unit,
    missing: judged.missing,
    unknown: judged.unknown,
    evidence: judged.evidence,
    survey: judged.survey,
    clause: requirement.clause,
    strength: requirement.strength,
    counts: requirement.strength !== "encouraged",
    sourceEvidence: requirement.evidence,
    due: requirement.due,
    lateDays: late ?? doneLate(requirement, unit, verdict),
    lateDaysSinceIssue: sinceIssue(pack, requirement, late ?? doneLate(requirement, unit, verdict)),
    waiver,
  };
}

function verdictOf(applies: Truth, judged: Judgement, isDue: boolean, waiver: Waiver | null): Verdict {
  if (applies === "no" || judged.isVoid) return "not_applicable";
  if (applies === "unknown" || judged.truth === "unknown") return "unknown";
  if (judged.truth === "yes") return "pass";
  if (waiver !== null) return "waived";
  return isDue ? "fail" : "not_due";
}

function reasonOf(applies: Truth, judged: Judgement, verdict: Verdict): Finding["reason"] {
  if (applies === "no") return "not_applicable";
  return verdict === "unknown" && applies === "unknown" ? "applicability_unknown" : judged.reason;
}

/** Before it comes into force it is not due, whatever the facts; after its end it binds nobody. */
function outsideOf(
  { pack, asOf }: Context,
  { from, until }: Requirement,
): { verdict: Verdict; reason: "not_in_force" | "expired" } | null {
  if (from !== null && asOf < from) return { verdict: "not_due", reason: "not_in_force" };
  const isOver = (until !== null && asOf > until) || (pack.head.validity.to !== null && asOf > pack.head.validity.to);
  return isOver ? { verdict: "not_applicable", reason: "expired" } : null;
}

function lateness({ asOf }: Context, { due }: Requirement): number | null {
  return due === null || asOf <= due ? null : daysBetween(due, asOf);
}

function doneLate(requirement: Requirement, unit: UnitFacts, verdict: Verdict): number | null {
  if (verdict !== "pass" || requirement.kind !== "step" || requirement.every !== undefined || requirement.due === null)
    return null;
  const on = unit.steps[`${requirement.item}.${requirement.step}`];
  return typeof on === "string" && on > requirement.due ? daysBetween(requirement.due, on) : null;
}

/** A day due before the paper was issued counts from the day of issue: nobody can be late before. */
function sinceIssue(pack: Pack, { due }: Requirement, lateDays: number | null): number | null {
  if (lateDays === null || due === null) return null;
  return Math.max(0, lateDays - Math.max(0, daysBetween(due, pack.head.document.issued)));
}

/** A duty that must be met cannot be waived; of the rest a reason and a body that allowed it are asked. @returns null where it is allowed */
export function whyNotWaived(pack: Pack, waiver: Omit<Waiver, "unit">): Words | null {
  const requirement = pack.requirement.get(waiver.requirement);
  if (requirement === undefined) return { zh: "标准包没有这项要求", en: "the pack has no such requirement" };
  if (requirement.strength === "must")
    return { zh: "“应、必须”类要求不得免除", en: "what must be met cannot be waived" };
  return waiver.reason.trim() === "" || waiver.office.trim() === ""
    ? { zh: "须写明理由和批准单位", en: "a reason and the body that allowed it are needed" }
    : null;
}

function allowedWaivers(context: Context, given: readonly Waiver[]): { waivers: Waiver[]; refused: StandardsError[] } {
  const waivers: Waiver[] = [];
  const refused: StandardsError[] = [];
  for (const waiver of given) {
    const why = whyNotWaived(context.pack, waiver);
    const isCurrent = waiver.from <= context.asOf && (waiver.until === null || waiver.until >= context.asOf);
    if (why === null && isCurrent) waivers.push(waiver);
    if (why !== null)
      refused.push(
        standardsError("waiver_not_allowed", {
          unit: waiver.unit,
          value: waiver.requirement,
          reasonZh: why.zh,
          reasonEn: why.en,
        }),
      );
  }
  return { waivers, refused };
}
