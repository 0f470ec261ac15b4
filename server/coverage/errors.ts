/** What can be wrong with a question about coverage. @module */
import { DomainError, type Fields, type Messages } from "../base/errors.ts";

export type CoverageCode =
  | "category_unknown"
  | "residence_unknown"
  | "facility_unknown"
  | "gap_unknown"
  | "unit_unknown"
  | "moment_unreadable"
  | "demand_unknown"
  | "capacity_pairs_too_many"
  | "set_faulty"
  | "polygon_invalid"
  | "polygon_too_large"
  | "polygon_outside_area";

const MISSING: ReadonlySet<CoverageCode> = new Set([
  "residence_unknown",
  "facility_unknown",
  "gap_unknown",
  "unit_unknown",
]);

const messages: Messages<CoverageCode> = {
  category_unknown: {
    zh: "类别表里没有“{value}”；区域“{area}”里有：{expected}",
    en: "the catalogue has no category {value}; area {area} has: {expected}",
  },
  moment_unreadable: {
    zh: "无法识别时刻“{value}”；应为星期加钟点，如 We 22:00（Mo Tu We Th Fr Sa Su，法定节假日 PH，00:00 … 23:59）",
    en: "{value} is no moment; expected a day and a time such as We 22:00 (Mo Tu We Th Fr Sa Su, PH for a public holiday, 00:00 … 23:59)",
  },
  demand_unknown: {
    zh: "没有人群“{value}”；可用：{expected}",
    en: "there is no group of people {value}; there are: {expected}",
  },
  capacity_pairs_too_many: {
    zh: "{value} 处设施在 {limitM} 米内的居住地过多，供需配对超过 {max} 对；请缩短时限",
    en: "{value} facilities have more than {max} pairs with residences within {limitM} m; ask for a shorter limit",
  },
  set_faulty: {
    zh: "类别组“{value}”有误，应为若干不重复的类别，如 pharmacy,clinic",
    en: "the set of categories {value} is faulty; expected categories, each once, such as pharmacy,clinic",
  },
  polygon_invalid: {
    zh: "多边形有误：{reasonZh}：{value}；应为：{expected}",
    en: "the polygon is wrong: {reasonEn}: {value}; expected: {expected}",
  },
  polygon_too_large: {
    zh: "多边形有 {value} 个顶点，最多 {max} 个",
    en: "the polygon has {value} vertices; {max} at most",
  },
  polygon_outside_area: {
    zh: "多边形（{value}）不在区域“{area}”内，其道路范围为 {expected}（西、南、东、北）",
    en: "the polygon ({value}) lies outside area {area}, whose streets span {expected} (west, south, east, north)",
  },
  facility_unknown: { zh: "区域“{area}”里没有设施“{value}”", en: "area {area} has no facility {value}" },
  gap_unknown: {
    zh: "居住地“{value}”不在缺口之列：它在 {minutes} 分钟内已被覆盖",
    en: "residence {value} is in no gap: it is covered within {minutes} minutes",
  },
  unit_unknown: {
    zh: "区域“{area}”里没有“{value}”这个单元（级别 {level}）",
    en: "area {area} has no {level} {value}",
  },
  residence_unknown: { zh: "区域“{area}”里没有居住地“{value}”", en: "area {area} has no residence {value}" },
};

export function coverageError(code: CoverageCode, fields: Fields): DomainError<CoverageCode> {
  return new DomainError(MISSING.has(code) ? "missing" : "input", code, fields, messages[code]);
}
