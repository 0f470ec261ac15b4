/**
 * Rules as a district writes them, in YAML: every field is checked, and what is wrong is named with its line.
 * Nothing is filled in for an author who forgot it, except what the format itself leaves open.
 * @module
 */

import { BINDS, ENDS, EVIDENCE, type Exemption, MEASURES, type Rule, USES } from "./rule.ts";
import { fromMap, type RuleNode, rulesIn } from "./rule-nodes.ts";

/** Farther than any rule about neighbours; flat filters are exact up to here. */
const MAX_LEAST_M = 50_000;
const FIELDS = [
  "id",
  "title",
  "jurisdiction",
  "use",
  "areas",
  "same_class",
  "between",
  "least_distance_m",
  "tolerance_m",
  "measure",
  "from",
  "to",
  "binds",
  "valid",
  "exemptions",
  "evidence",
  "source",
  "notes",
];

/**
 * Rules of one file, in its order.
 *
 * @param isCategory whether the catalogue has a class
 * @throws DomainError `rules_faulty`, with file, line and path of the fault
 */
export function readRules(text: string, file: string, isCategory: (code: string) => boolean): Rule[] {
  const seen = new Set<string>();
  return rulesIn(text, file).map((node) => {
    const rule = readRule(node, isCategory);
    if (seen.has(rule.id)) throw node.fault("id", rule.id, "an id of its own");
    seen.add(rule.id);
    return rule;
  });
}

function readRule(node: RuleNode, isCategory: (code: string) => boolean): Rule {
  node.only(FIELDS);
  const source = node.child("source");
  source.only(["title", "number", "clause", "quote", "address"]);
  const jurisdiction = node.child("jurisdiction");
  jurisdiction.only(["code", "zh", "en"]);
  const { sameClass, between } = readClasses(node, isCategory);
  const leastM = node.number("least_distance_m", Number.MIN_VALUE, MAX_LEAST_M);
  const validity = readValidity(node);
  return {
    id: node.matching("id", /^[a-z0-9][a-z0-9-]{0,62}$/, "a-z, 0-9 and -, such as jinshui-2013-clinic"),
    title: node.words("title"),
    jurisdiction: { code: jurisdiction.textOrNull("code"), words: fromMap(jurisdiction) },
    use: node.oneOf("use", USES),
    areas: node.has("areas") ? node.texts("areas") : null,
    sameClass,
    between,
    leastM,
    toleranceM: node.has("tolerance_m") ? node.number("tolerance_m", 0, leastM) : 0,
    measure: node.oneOf("measure", MEASURES),
    from: node.oneOf("from", ENDS),
    to: node.oneOf("to", ENDS),
    binds: node.oneOf("binds", BINDS),
    ...validity,
    exemptions: node.children("exemptions").map(readExemption),
    evidence: node.oneOf("evidence", EVIDENCE),
    source: {
      title: source.words("title"),
      number: source.textOrNull("number"),
      clause: source.textOrNull("clause"),
      quote: source.textOrNull("quote"),
      address: source.textOrNull("address"),
    },
    notes: node.has("notes") ? node.words("notes") : null,
  };
}

function readClasses(node: RuleNode, isCategory: (code: string) => boolean): Pick<Rule, "sameClass" | "between"> {
  const known = (field: string, list: readonly string[]) => {
    const unknown = list.find((code) => !isCategory(code));
    if (unknown !== undefined) throw node.fault(field, unknown, "a category of data/categories");
    if (list.length === 0) throw node.fault(field, "[]", "one category or more");
    return list;
  };
  if (node.has("same_class") === node.has("between"))
    throw node.fault("same_class", node.has("between") ? "same_class, between" : null, "either same_class or between");
  if (node.has("same_class")) return { sameClass: known("same_class", node.texts("same_class")), between: null };
  const pair = node.child("between");
  pair.only(["one", "other"]);
  const one = known("between.one", pair.texts("one"));
  const other = known("between.other", pair.texts("other"));
  const both = one.find((code) => other.includes(code));
  if (both !== undefined) throw node.fault("between", both, "classes on one side only; same_class for one class");
  return { sameClass: [], between: [one, other] };
}

function readValidity(node: RuleNode): Pick<Rule, "validFrom" | "validUntil" | "validityNote"> {
  const valid = node.child("valid");
  valid.only(["from", "until", "note"]);
  const validFrom = valid.dayOrNull("from");
  const validUntil = valid.dayOrNull("until");
  if (validFrom !== null && validUntil !== null && validUntil < validFrom)
    throw valid.fault("until", validUntil, `≥ ${validFrom}`);
  return { validFrom, validUntil, validityNote: valid.has("note") ? valid.words("note") : null };
}

function readExemption(node: RuleNode): Exemption {
  node.only(["zh", "en", "name_contains"]);
  return { words: fromMap(node), nameContains: node.has("name_contains") ? node.texts("name_contains") : [] };
}
