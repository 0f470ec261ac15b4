/** Which facts a pack needs to be judged: what the template of its register asks for, item by item. @module */
import type { Pack, PackItem, Requirement } from "../pack/pack.ts";
import type { Quantity } from "../pack/requirement-schema.ts";
import type { Condition, Level } from "../pack/values.ts";

/** Facts that are no terms of a pack, as registers head them. */
export const FIXED_FACTS = {
  setting: { zh: "城乡", en: "urban or rural", expected: "城市、农村" },
  age: { zh: "新旧城区", en: "old or new town", expected: "新、老" },
  listed: { zh: "台账齐全", en: "list complete", expected: "是、否" },
  area: { zh: "面积", en: "area", expected: "数字（平方米）" },
  grossArea: { zh: "建筑面积", en: "gross floor area", expected: "数字（平方米）" },
  netArea: { zh: "使用面积", en: "net floor area", expected: "数字（平方米）" },
  since: { zh: "建成日期", en: "built on", expected: "如 2013-11-30" },
  until: { zh: "停用日期", en: "last day of use", expected: "如 2016-06-30" },
  also: { zh: "兼作", en: "also serves as", expected: "本标准包的项目名称，以顿号隔开" },
  acceptedOn: { zh: "验收日期", en: "day of acceptance", expected: "如 2013-12-20" },
  accepted: { zh: "验收通过", en: "accepted", expected: "是、否" },
  score: { zh: "验收得分", en: "score of acceptance", expected: "数字（0–100）" },
} as const;
export type FixedFact = keyof typeof FIXED_FACTS;

export interface AskedFact {
  readonly level: Level;
  /** The item whose facility it is told of; null for a fact of the unit itself. */
  readonly item: string | null;
  /** As the register heads it. */
  readonly fact: string;
  /** What may be filled in. */
  readonly expected: string;
}

/** Each fact once, in the order of the pack. */
export function askedFacts(pack: Pack): AskedFact[] {
  const asked = new Map<string, AskedFact>();
  const add = (level: Level, item: string | null, fact: string, expected: string) => {
    asked.set(`${level} ${item ?? ""} ${fact}`, { level, item, fact, expected });
  };
  for (const requirement of pack.requirements) {
    const { level } = requirement;
    const item = pack.items.get(requirement.item) as PackItem;
    const fixed = (name: FixedFact, of: string | null) =>
      add(level, of, FIXED_FACTS[name].zh, FIXED_FACTS[name].expected);
    const term = (id: string, of: string | null) => {
      const found = pack.terms.get(id);
      if (found !== undefined)
        add(level, of, found.zh, EXPECTED[found.form] + (found.unit === undefined ? "" : `（${found.unit}）`));
    };
    for (const condition of conditionsOf(requirement)) {
      if (condition.setting !== undefined) fixed("setting", null);
      if (condition.age !== undefined) fixed("age", null);
      for (const mark of [condition.mark, condition.not_mark]) if (mark !== undefined) term(mark, null);
    }
    const isUnit = ("of" in requirement && requirement.of === "unit") || item.form === "unit";
    const of = isUnit ? null : item.id;
    if (!isUnit && requirement.kind !== "reach" && requirement.kind !== "spacing") fixed("listed", item.id);
    switch (requirement.kind) {
      case "count":
        if (requirement.new_since !== undefined) fixed("since", item.id);
        break;
      case "floor_area":
        fixed(requirement.basis === "gross" ? "grossArea" : "area", item.id);
        break;
      case "figure":
        term(requirement.figure, of);
        break;
      case "checklist":
        for (const entry of requirement.entries) term(typeof entry === "string" ? entry : entry.term, of);
        break;
      case "opening":
        for (const figure of ["days_per_week", "services_per_day"]) term(figure, item.id);
        break;
      case "ratio":
        for (const figure of [...figuresOf(requirement.over), ...figuresOf(requirement.under)]) term(figure, of);
        break;
      case "step":
        term(requirement.step, item.id);
        break;
      case "acceptance":
        for (const name of [
          "acceptedOn",
          "accepted",
          ...(requirement.score_at_least === undefined ? [] : ["score" as const]),
        ] as const)
          fixed(name, item.id);
        break;
      default:
        break;
    }
  }
  return [...asked.values()];
}

const EXPECTED = { mark: "是、否", figure: "数字", step: "日期，或“未完成”" } as const;

function figuresOf(quantity: Quantity): string[] {
  if (quantity === "households" || quantity === "residents") return [quantity];
  return typeof quantity === "object" && "figure" in quantity ? [quantity.figure] : [];
}

function conditionsOf(requirement: Requirement): readonly Condition[] {
  const cases = "cases" in requirement ? (requirement.cases ?? []).map(({ when }) => when) : [];
  return [...(requirement.applies === undefined ? [] : [requirement.applies]), ...cases];
}
