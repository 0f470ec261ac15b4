/** A pack held against an area: what the map knows of it, and what a table of facts adds. @module */

import { standardsError } from "../standards/errors.ts";
import { indexRegister } from "../standards/facts/index-register.ts";
import { type FactLine, readFacts, refusedTable } from "../standards/facts/read-facts.ts";
import type { Register, UnitFacts } from "../standards/facts/register.ts";
import { factTemplate } from "../standards/facts/template.ts";
import { wantedFacts } from "../standards/facts/wanted-facts.ts";
import { evaluate, type Findings } from "../standards/findings/evaluate.ts";
import type { Finding } from "../standards/findings/finding.ts";
import type { Settings } from "../standards/judge/context.ts";
import type { Interval } from "../standards/judge/interval.ts";
import { type Alias, nameMatcher } from "../standards/names/match-names.ts";
import type { Pack, PackItem, Requirement } from "../standards/pack/pack.ts";
import { registerOfArea } from "./area-register.ts";
import { kept } from "./kept.ts";
import type { OpenArea } from "./open-area.ts";
import { officeNames } from "./standard-packs.ts";

export interface StandardsQuestion {
  /** Day of the findings, `2015-07-01`. */
  readonly asOf: string;
  /** Profile of walks. */
  readonly profile: string;
  /** Name of a street office that answers for its own communities alone. */
  readonly within?: string | undefined;
  readonly settings?: Settings;
  readonly facts?: readonly FactLine[];
}

/** @throws StandardsError `facts_refused` where a line cannot be taken, and whatever the question has wrong */
export function findingsOf(area: OpenArea, pack: Pack, question: StandardsQuestion): Findings {
  const register = withFacts(pack, registerOfArea(area, pack, question.profile), question.facts ?? []);
  const within = question.within === undefined ? undefined : streetNamed(register, question.within);
  return evaluate(pack, register, question.asOf, { settings: question.settings ?? {}, within });
}

/** The table that asks for what the pack needs and the map does not know. */
export function templateOf(area: OpenArea, pack: Pack, { asOf, profile }: StandardsQuestion) {
  return factTemplate(pack, indexRegister(registerOfArea(area, pack, profile)), asOf);
}

/** @throws StandardsError `facts_refused` */
export function withFacts(
  pack: Pack,
  register: Register,
  lines: readonly FactLine[],
  aliases: readonly Alias[] = [],
): Register {
  if (lines.length === 0) return register;
  const { register: filled, refusals } = readFacts(pack, register, lines, aliases);
  if (filled === null) throw refusedTable(refusals);
  return filled;
}

/** @throws StandardsError `street_unknown` */
export function streetNamed({ units }: Register, written: string, aliases: readonly Alias[] = []): string {
  const match = nameMatcher(units, aliases).street(written);
  if (match.state === "sure") return match.unit;
  const streets = units.filter(({ level }: UnitFacts) => level === "street").map(({ name }) => name);
  throw standardsError("street_unknown", { value: written, expected: streets.join("、") || "—" });
}

/** A finding with the names of what it is about, in both languages; bounds that are none are null. */
export function findingAnswer({ pack, context }: Findings, finding: Finding) {
  const requirement = pack.requirement.get(finding.requirement) as Requirement;
  const item = pack.items.get(finding.item) as PackItem;
  const unit = context.index.units.get(finding.unit) as UnitFacts;
  const named = (term: string) => {
    const { zh, en } = pack.terms.get(term) ?? { zh: term, en: term };
    return { zh, en };
  };
  const { waiver } = finding;
  return {
    requirement: finding.requirement,
    title: requirement.title,
    kind: finding.kind,
    item: { id: item.id, zh: item.zh, en: item.en },
    unit: unitRef(unit, context.index.units),
    verdict: finding.verdict,
    reason: finding.reason,
    measured: boundsOf(finding.measured),
    asked: boundsOf(finding.asked),
    shortfall: finding.shortfall,
    measure: finding.measure,
    missing: finding.missing.map(named),
    unknown: finding.unknown.map(named),
    wanted: wantedFacts(pack, finding),
    evidence: [...finding.evidence],
    facilities: finding.evidence.flatMap((id) => namesOfFacilities(context.index.register).get(id) ?? []),
    clause: finding.clause,
    strength: finding.strength,
    counts: finding.counts,
    sourceEvidence: finding.sourceEvidence,
    due: finding.due,
    lateDays: finding.lateDays,
    lateDaysSinceIssue: finding.lateDaysSinceIssue,
    waiver: waiver && { reason: waiver.reason, office: waiver.office, from: waiver.from, until: waiver.until },
    lead: officeNames(pack, requirement.lead),
    note: requirement.note === undefined ? null : { zh: requirement.note.zh, en: requirement.note.en },
  };
}

const namesOf = new WeakMap<Register, ReadonlyMap<string, string | null>>();

function namesOfFacilities(register: Register): ReadonlyMap<string, string | null> {
  return kept(namesOf, register, () => new Map(register.facilities.map(({ id, name }) => [id, name])));
}

/** A unit by name, with the street that a community lies in. */
export function unitRef({ id, name, level, parent }: UnitFacts, units: ReadonlyMap<string, UnitFacts>) {
  const above = parent === null ? undefined : units.get(parent);
  return { id, name, level, street: level === "community" && above?.level === "street" ? above.name : null };
}

/** How many findings that bind have each verdict. */
export function verdictCounts({ findings }: Findings): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict, counts: binds } of findings) if (binds) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

function boundsOf(interval: Interval | null) {
  if (interval === null) return null;
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  return { low: known(interval.low), high: known(interval.high) };
}
