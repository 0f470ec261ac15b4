/** Heads of the figures of a unit, with their units, in both languages. @module */
import type { Words } from "../../base/errors.ts";
import { AGE_GROUPS } from "../../import/age-groups.ts";
import type { Head, Kind } from "../table.ts";

const COUNTS: readonly (readonly [key: string, zh: string, measure: string, en: string])[] = [
  ["residences", "居住地", "处", "Residences"],
  ["households", "户数", "户", "Households"],
  ["residents", "人口", "人", "Residents"],
];
const PARTS: readonly (readonly [key: string, zh: string, en: string])[] = [
  ["total", "合计", "total"],
  ["covered", "已覆盖", "covered"],
  ["uncovered", "未覆盖", "uncovered"],
  ["unknown", "未知", "unknown"],
];
const REASONS_WIDTH = 28;

const HEADS: readonly (readonly [key: string, zh: string, en: string, kind: Kind, width?: number])[] = [
  ["ref", "编号", "Reference", "text"],
  ["name", "名称", "Name", "text", 20],
  ["parent", "所属街道", "Subdistrict", "text"],
  ...COUNTS.flatMap(([key, zh, measure, en]) =>
    PARTS.map(
      ([part, zhPart, enPart]) =>
        [`${key}_${part}`, `${zh} ${zhPart}（${measure}）`, `${en} ${enPart}`, "count"] as const,
    ),
  ),
  ["resident_share", "人口覆盖率（%）", "Residents covered (%)", "share"],
  ["household_share", "户覆盖率（%）", "Households covered (%)", "share"],
  ["residence_share", "居住地覆盖率（%）", "Residences covered (%)", "share"],
  ["resident_unknown_share", "人口未知率（%）", "Residents unknown (%)", "share"],
  ["household_unknown_share", "户未知率（%）", "Households unknown (%)", "share"],
  ["residence_unknown_share", "居住地未知率（%）", "Residences unknown (%)", "share"],
  ["rank", "覆盖率名次", "Rank by share", "count"],
  ["rank_shared_by", "名次并列（个）", "Units of this rank", "count"],
  ["mean_seconds", "平均步行（分钟）", "Mean walk (min)", "minutes"],
  ["p10_seconds", "最近一成人步行不超过（分钟）", "Walk of the nearest tenth (min)", "minutes"],
  ["p90_seconds", "九成人步行不超过（分钟）", "Walk of nine tenths (min)", "minutes"],
  ["gap_seconds", "内部差距（分钟）", "Gap inside (min)", "minutes"],
  ["unequal_rank", "不均衡名次", "Rank by gap inside", "count"],
  ["residents_with_walk", "有步行路线（人）", "Residents with a walk", "count"],
  ["residents_without_walk", "确知走不到（人）", "Residents without any walk", "count"],
  ["facilities", "区内设施（个）", "Facilities inside", "count"],
  ["facilities_per_1000", "每千人设施（个）", "Facilities per 1,000", "ratio"],
  ...COUNTS.map(
    ([key, zh, measure, en]) =>
      [
        `${key}_served_from_outside`,
        `由界外设施覆盖 ${zh}（${measure}）`,
        `${en} served from outside`,
        "count",
      ] as const,
  ),
  ["estimated_residences", "人口为估算的居住地（处）", "Residences with estimated people", "count"],
  ["households_unknown_residences", "没有户数的居住地（处）", "Residences without households", "count"],
  ["residents_unknown_residences", "没有人口数的居住地（处）", "Residences without residents", "count"],
  ["people_unknown_residences", "户数人口都没有的居住地（处）", "Residences without either", "count"],
  ["unknown_reasons", "未知的原因（处）", "Why unknown (residences)", "text", REASONS_WIDTH],
  ["unknown_reasons_residents", "未知的原因（人）", "Why unknown (residents)", "text", REASONS_WIDTH],
  ...AGE_GROUPS.flatMap(({ code, zh, en }) => [
    ...PARTS.map(
      ([part, zhPart, enPart]) => [`${code}_${part}`, `${zh} ${zhPart}（人）`, `${en} ${enPart}`, "count"] as const,
    ),
    [`${code}_unknown_residences`, `没有${zh}人数的居住地（处）`, `Residences without ${en}`, "count"] as const,
  ]),
];

const BY_KEY = new Map(
  HEADS.map(([key, zh, en, kind, width]) => [
    key,
    { head: { zh, en } satisfies Words, kind, ...(width === undefined ? {} : { width }) },
  ]),
);

export function unitHead(key: string): Omit<Head, "key"> {
  const head = BY_KEY.get(key);
  if (!head) throw new Error(`no head for the column ${key}`);
  return head;
}
