/** Columns of the sums by unit: the figures with their heads, and how they are shown. @module */
import type { CoverageQuestion } from "../../analysis/coverage.ts";
import type { Words } from "../../base/errors.ts";
import type { PeopleCount } from "../../coverage/tally.ts";
import type { Reason } from "../../coverage/verdict.ts";
import type { ExportOrder } from "../order.ts";
import type { Column } from "../table.ts";
import { REASON_WORDS } from "../words.ts";
import { questionColumns } from "./question-columns.ts";
import { type Unit, unitFigures } from "./unit-figures.ts";
import { unitHead } from "./unit-heads.ts";

export type UnitLevel = "area" | "subdistrict" | "community" | "polygon";

export interface UnitItem {
  readonly question: CoverageQuestion;
  readonly unit: Unit;
}

const LEVELS: Readonly<Record<UnitLevel, { readonly name: Words; readonly outside: Words }>> = {
  area: { name: { zh: "全区", en: "area" }, outside: { zh: "", en: "" } },
  polygon: { name: { zh: "所画范围", en: "drawn area" }, outside: { zh: "", en: "" } },
  subdistrict: {
    name: { zh: "街道", en: "subdistrict" },
    outside: { zh: "（不在任何街道内）", en: "(outside every subdistrict)" },
  },
  community: {
    name: { zh: "社区", en: "community" },
    outside: { zh: "（不在任何社区内）", en: "(outside every community)" },
  },
};

export function unitColumns(order: ExportOrder, level: UnitLevel): Column<UnitItem>[] {
  const { language, area } = order;
  const { subdistricts, residences } = area.content;
  const { name, outside } = LEVELS[level];
  const parents = new Map(subdistricts.map((unit) => [unit.ref, unit.name]));
  const shown: Readonly<Record<string, Column<UnitItem>["shown"]>> = {
    name: ({ unit }) => unit.name ?? outside[language],
    parent: ({ unit: { parent } }) => (parent === null ? null : (parents.get(parent) ?? parent)),
    unknown_reasons: ({ unit }) => reasonsShown(unit, "residences"),
    unknown_reasons_residents: ({ unit }) => reasonsShown(unit, "residents"),
  };
  return [
    ...questionColumns<UnitItem>(order, ({ question }) => question),
    {
      key: "level",
      head: { zh: "层级", en: "Level" },
      kind: "text",
      of: () => level,
      shown: () => name[language],
    },
    ...unitFigures(residences.ages.keys()).map(([key, figure]): Column<UnitItem> => {
      const show = shown[key];
      return { key, ...unitHead(key), of: ({ unit }) => figure(unit), ...(show && { shown: show }) };
    }),
  ];

  function reasonsShown({ unknownPeople }: Unit, count: keyof PeopleCount): string {
    return Object.entries(unknownPeople)
      .map(([reason, people]) => `${REASON_WORDS[reason as Reason][language]} ${people[count]}`)
      .join({ zh: "；", en: "; " }[language]);
  }
}
