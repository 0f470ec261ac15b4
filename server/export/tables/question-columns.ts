/** What was asked, as the first columns of a table that has a row for each question. @module */
import type { CoverageQuestion } from "../../analysis/coverage.ts";
import { categoryName, type ExportOrder, profileName } from "../order.ts";
import type { Column } from "../table.ts";

export const QUESTION_KEYS = ["category", "profile", "minutes"] as const;

export function questionColumns<Item>(
  order: ExportOrder,
  questionOf: (item: Item) => CoverageQuestion,
): Column<Item>[] {
  return [
    {
      key: "category",
      head: { zh: "类别", en: "Category" },
      kind: "text",
      of: (item) => questionOf(item).category,
      shown: (item) => categoryName(order, questionOf(item).category),
    },
    {
      key: "profile",
      head: { zh: "步行人群", en: "Walker" },
      kind: "text",
      width: 10,
      of: (item) => questionOf(item).profile,
      shown: (item) => profileName(order, questionOf(item).profile),
    },
    {
      key: "minutes",
      head: { zh: "时限（分钟）", en: "Limit (min)" },
      kind: "number",
      of: (item) => questionOf(item).minutes,
    },
  ];
}

/** The same cells for a row of totals. */
export function questionCells(order: ExportOrder, { category, profile, minutes }: CoverageQuestion) {
  return { category: categoryName(order, category), profile: profileName(order, profile), minutes };
}
