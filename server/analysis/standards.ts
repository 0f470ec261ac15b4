/** Findings as answers tell them, and what a question names: a street office, a table of facts. @module */

import { standardsError } from "../standards/errors.ts";
import { type FactLine, readFacts, refusedTable } from "../standards/facts/read-facts.ts";
import type { Register, UnitFacts } from "../standards/facts/register.ts";
import { wantedFacts } from "../standards/facts/wanted-facts.ts";
import type { Findings } from "../standards/findings/evaluate.ts";
import type { Finding } from "../standards/findings/finding.ts";
import type { Interval } from "../standards/judge/interval.ts";
import { type Alias, nameMatcher } from "../standards/names/match-names.ts";
import type { Pack, PackItem, Requirement } from "../standards/pack/pack.ts";
import { parametersOf } from "../standards/pack/parameters-of.ts";
import { kept } from "./kept.ts";
import type { OpenFindings } from "./register/open-findings.ts";
import { unitRef } from "./register/unit-answers.ts";
import { officeNames } from "./standard-packs.ts";

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
export function findingAnswer({ pack, context, used }: OpenFindings, finding: Finding) {
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
    survey: finding.survey && {
      on: finding.survey.on,
      goods: finding.survey.goods.map((good) => ({ ...good, markets: good.markets.map((one) => ({ ...one })) })),
    },
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
    settings: parametersOf(requirement).flatMap((id) => used.get(id) ?? []),
    note: requirement.note === undefined ? null : { zh: requirement.note.zh, en: requirement.note.en },
  };
}

const namesOf = new WeakMap<Register, ReadonlyMap<string, string | null>>();

function namesOfFacilities(register: Register): ReadonlyMap<string, string | null> {
  return kept(namesOf, register, () => new Map(register.facilities.map(({ id, name }) => [id, name])));
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
