/** Which facts would settle a finding that nobody can tell, as the template of the pack heads them. @module */
import type { Finding } from "../findings/finding.ts";
import type { Pack, PackItem, Requirement } from "../pack/pack.ts";
import { FIXED_FACTS, type FixedFact } from "./asked-facts.ts";
import { PRICE_SURVEY } from "./read-prices.ts";

export interface WantedFact {
  readonly zh: string;
  readonly en: string;
}

/** Empty unless it is unknown; empty too where the map, and no table, would tell: reach and spacing. */
export function wantedFacts(pack: Pack, finding: Finding): WantedFact[] {
  if (finding.verdict !== "unknown") return [];
  const requirement = pack.requirement.get(finding.requirement) as Requirement;
  const names: WantedFact[] = [];
  const fixed = (...facts: FixedFact[]) => {
    for (const fact of facts) names.push({ zh: FIXED_FACTS[fact].zh, en: FIXED_FACTS[fact].en });
  };
  const term = (id: string) => {
    const known = pack.terms.get(id);
    names.push({ zh: known?.zh ?? id, en: known?.en ?? id });
  };
  if (finding.reason === "applicability_unknown") {
    const { applies } = requirement;
    if (applies?.setting !== undefined) fixed("setting");
    if (applies?.age !== undefined) fixed("age");
    for (const mark of [applies?.mark, applies?.not_mark]) if (mark !== undefined) term(mark);
    return names;
  }
  for (const id of finding.unknown) term(id);
  if (requirement.kind === "price") names.push(PRICE_SURVEY);
  if (finding.reason === "list_incomplete") fixed("listed");
  if (names.length === 0) {
    const { form } = pack.items.get(finding.item) as PackItem;
    if (requirement.kind === "floor_area") fixed(requirement.basis === "gross" ? "grossArea" : "area");
    else if (requirement.kind === "acceptance")
      fixed("acceptedOn", "accepted", ...(requirement.score_at_least === undefined ? [] : (["score"] as const)));
    else if (requirement.kind === "ratio") for (const id of quantitiesOf(requirement)) term(id);
    else if (form !== "unit" && requirement.kind === "count") fixed("listed");
  }
  return names;
}

function quantitiesOf({ over, under }: Extract<Requirement, { kind: "ratio" }>): string[] {
  return [over, under].flatMap((one) =>
    one === "households" || one === "residents"
      ? [one]
      : typeof one === "object" && "figure" in one
        ? [one.figure]
        : [],
  );
}
