/** A rule as answers tell it. @module */
import type { Words } from "../base/errors.ts";
import { needsParcels, type Rule } from "../spacing/rule.ts";

export interface RuleAnswer {
  id: string;
  title: Words;
  jurisdiction: { code: string | null; words: Words };
  use: Rule["use"];
  areas: string[] | null;
  sameClass: string[];
  between: [string[], string[]] | null;
  leastM: number;
  toleranceM: number;
  measure: Rule["measure"];
  from: Rule["from"];
  to: Rule["to"];
  /** The text measures from an edge of a parcel, which no table holds: entrances are measured, and a survey is needed. */
  parcelsUnknown: boolean;
  binds: Rule["binds"];
  validFrom: string | null;
  validUntil: string | null;
  validityNote: Words | null;
  exemptions: { words: Words; nameContains: string[] }[];
  evidence: Rule["evidence"];
  source: { title: Words; number: string | null; clause: string | null; quote: string | null; address: string | null };
  notes: Words | null;
}

export function ruleAnswer(rule: Rule): RuleAnswer {
  const { between, exemptions, areas, jurisdiction, source } = rule;
  return {
    id: rule.id,
    title: { ...rule.title },
    jurisdiction: { code: jurisdiction.code, words: { ...jurisdiction.words } },
    use: rule.use,
    areas: areas && [...areas],
    sameClass: [...rule.sameClass],
    between: between && [[...between[0]], [...between[1]]],
    leastM: rule.leastM,
    toleranceM: rule.toleranceM,
    measure: rule.measure,
    from: rule.from,
    to: rule.to,
    parcelsUnknown: needsParcels(rule),
    binds: rule.binds,
    validFrom: rule.validFrom,
    validUntil: rule.validUntil,
    validityNote: rule.validityNote,
    exemptions: exemptions.map(({ words, nameContains }) => ({ words: { ...words }, nameContains: [...nameContains] })),
    evidence: rule.evidence,
    source: { ...source, title: { ...source.title } },
    notes: rule.notes,
  };
}
