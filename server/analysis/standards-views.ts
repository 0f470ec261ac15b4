/** Findings as pages look at them: the pack by its parts, units by items, progress against days. @module */
import { pricedItems } from "../standards/facts/read-prices.ts";
import type { UnitFacts } from "../standards/facts/register.ts";
import { lateList } from "../standards/findings/late-list.ts";
import { matrixOf } from "../standards/findings/matrix.ts";
import { milestonesOf } from "../standards/findings/milestones.ts";
import { isRetroactive, isVerified, type Pack, type PackItem, type Requirement } from "../standards/pack/pack.ts";
import type { OpenFindings } from "./register/open-findings.ts";
import { unitRef } from "./register/unit-answers.ts";
import { officeNames, packSummary } from "./standard-packs.ts";
import { findingAnswer, verdictCounts } from "./standards.ts";

/** What the document says beside its requirements: groups, dates, notes, and how its contradictions are treated. */
export function packDetail(pack: Pack) {
  const { head, groups, ambiguities, emptySlots } = pack;
  return {
    ...packSummary(pack),
    published: head.document.published,
    validFrom: head.validity.from,
    validTo: head.validity.to,
    evidence: head.evidence,
    groups: groups.map(({ id, zh, en, clause }) => ({ id, name: { zh, en }, clause: clause ?? null })),
    notes: (head.notes ?? []).map(({ zh, en }) => ({ zh, en })),
    ambiguities: ambiguities.map(({ id, zh, en }) => ({ id, text: { zh, en } })),
    priced: pricedItems(pack).map(({ item, level }) => ({ ...itemNames(pack, item.id), level })),
    emptySlots: !emptySlots
      ? null
      : { name: { zh: emptySlots.zh, en: emptySlots.en }, stated: emptySlots.stated, loaded: emptySlots.loaded.length },
  };
}

export function matrixAnswer(found: OpenFindings) {
  const { items, rows, totals } = matrixOf(found);
  const { pack, context } = found;
  return {
    asOf: found.asOf,
    pins: { ...found.pins },
    verdicts: verdictCounts(found),
    items: items.map((item) => ({
      id: item.id,
      name: { zh: item.zh, en: item.en },
      group: item.group ?? null,
      form: item.form,
      clause: item.clause ?? null,
      lead: officeNames(pack, item.lead ?? []),
      unverified: pack.requirements.filter((one) => one.item === item.id && !isVerified(one.evidence)).length,
    })),
    rows: rows.map(({ unit, cells }) => ({ unit: unitRef(unit, context.index.units), cells: [...cells] })),
    totals: totals.map(({ unit, communities, tallies, all }) => ({
      unit: unitRef(unit, context.index.units),
      communities,
      tallies: [...tallies],
      all,
    })),
  };
}

/** @returns milestones, what is late, and every acceptance that the register has */
export function progressAnswer(found: OpenFindings) {
  const { pack, context, findings } = found;
  const { index } = context;
  return {
    asOf: found.asOf,
    pins: { ...found.pins },
    issued: pack.head.document.issued,
    milestones: milestonesOf(context).map((one) => {
      const requirement = pack.requirement.get(one.requirement) as Requirement;
      const { total, yes, no, unknown, asked, by, shareAsked, verdict, shortfall, percent } = one;
      return {
        requirement: requirement.id,
        title: requirement.title,
        item: itemNames(pack, requirement.item),
        unit: unitRef(index.units.get(one.unit) as UnitFacts, index.units),
        by,
        shareAsked,
        total,
        yes,
        no,
        unknown,
        asked,
        verdict,
        shortfall,
        percent,
        clause: requirement.clause,
        lead: officeNames(pack, requirement.lead),
        retroactive: isRetroactive(pack, requirement),
      };
    }),
    late: lateList(findings).map((one) => findingAnswer(found, one)),
    acceptances: index.register.acceptances
      .filter(({ on, item }) => on <= found.asOf && pack.items.has(item))
      .map(({ unit, item, on, passed, score }) => ({
        unit: unitRef(index.units.get(unit) as UnitFacts, index.units),
        item: itemNames(pack, item),
        on,
        passed,
        score,
        scoreAsked: scoreAsked(pack, item),
        due: pack.requirements.find((one) => one.kind === "acceptance" && one.item === item)?.due ?? null,
      })),
  };
}

function scoreAsked(pack: Pack, item: string): number | null {
  const asked = pack.requirements.find((one) => one.kind === "acceptance" && one.item === item);
  return asked?.kind === "acceptance" && typeof asked.score_at_least === "number" ? asked.score_at_least : null;
}

export function itemNames(pack: Pack, id: string) {
  const { zh, en } = pack.items.get(id) as PackItem;
  return { id, zh, en };
}
