/** What the register has already, as the cells of a template show it: an office adds to it, and reads it back unchanged. @module */
import { normaliseName } from "../names/normalise.ts";
import { unitKey } from "../names/unit-key.ts";
import type { Pack } from "../pack/pack.ts";
import { FIXED_FACTS } from "./asked-facts.ts";
import { NOT_DONE } from "./fact-value.ts";
import type { KeptFact } from "./kept-fact.ts";
import { FACT_COLUMNS } from "./read-facts.ts";
import type { AcceptanceFacts, Area } from "./register.ts";

const VALUE = Object.keys(FACT_COLUMNS).indexOf("value");
const WORDS: Readonly<Record<string, string>> = {
  urban: "城市",
  rural: "农村",
  old: "老",
  new: "新",
  [NOT_DONE]: "未完成",
};

/** @param rows as the template has them; of facts told since several days the latest is shown */
export function withValues(pack: Pack, facts: readonly KeptFact[], rows: readonly (readonly string[])[]): string[][] {
  const known = new Map<string, { readonly since: string; readonly text: string }>();
  const tell = ({ unit, kind, place, since }: KeptFact, name: string, text: string) => {
    const key = [unit, kind, normaliseName(place), name].join("|");
    const before = known.get(key);
    if (before === undefined || before.since <= since) known.set(key, { since, text });
  };
  for (const fact of facts) for (const [name, text] of cellsOf(pack, fact)) tell(fact, name, text);
  const items = new Map([...pack.items.values()].map((item) => [item.zh, item]));
  return rows.map((row) => {
    const [street, community, item, place, fact] = row;
    const unit = unitKey(street === "" ? null : street, community === "" ? null : community);
    const found = items.get(item);
    const kinds = found === undefined || found.form === "unit" ? ["", found?.id ?? ""] : [...found.kinds, found.id];
    const text = kinds
      .map((kind) => known.get([unit, kind, normaliseName(place), fact].join("|"))?.text)
      .find((one) => one !== undefined);
    return row.with(VALUE, text ?? row[VALUE]);
  });
}

/** A fact under the heads that a template may have for it. */
function cellsOf(pack: Pack, { form, fact, since, value }: KeptFact): (readonly [name: string, text: string])[] {
  switch (form) {
    case "unit":
    case "price":
    case "also":
      return [];
    case "area": {
      const { m2, basis } = value as Area;
      const head = basis === "gross" ? FIXED_FACTS.grossArea : basis === "net" ? FIXED_FACTS.netArea : FIXED_FACTS.area;
      return [[head.zh, String(m2)]];
    }
    case "acceptance": {
      const { passed, score } = value as Pick<AcceptanceFacts, "passed" | "score">;
      return [
        [FIXED_FACTS.acceptedOn.zh, since],
        [FIXED_FACTS.accepted.zh, textOf(passed)],
        [FIXED_FACTS.score.zh, score === null ? "" : String(score)],
      ];
    }
    case "mark":
    case "figure":
    case "step":
      return [[pack.terms.get(fact)?.zh ?? fact, textOf(value)]];
    default:
      return [[FIXED_FACTS[form].zh, textOf(value)]];
  }
}

function textOf(value: KeptFact["value"]): string {
  if (typeof value === "boolean") return value ? "是" : "否";
  return WORDS[String(value)] ?? String(value);
}
