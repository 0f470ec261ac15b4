/** What can be wrong with a question about coverage. @module */
import { DomainError, type Fields, type Messages } from "../base/errors.ts";

export type CoverageCode = "category_unknown" | "residence_unknown" | "moment_unreadable";

const messages: Messages<CoverageCode> = {
  category_unknown: {
    zh: "类别表里没有“{value}”；区域“{area}”里有：{expected}",
    en: "the catalogue has no category {value}; area {area} has: {expected}",
  },
  moment_unreadable: {
    zh: "无法识别时刻“{value}”；应为星期加钟点，如 We 22:00（Mo Tu We Th Fr Sa Su，法定节假日 PH，00:00 … 23:59）",
    en: "{value} is no moment; expected a day and a time such as We 22:00 (Mo Tu We Th Fr Sa Su, PH for a public holiday, 00:00 … 23:59)",
  },
  residence_unknown: { zh: "区域“{area}”里没有居住地“{value}”", en: "area {area} has no residence {value}" },
};

export function coverageError(code: CoverageCode, fields: Fields): DomainError<CoverageCode> {
  return new DomainError(code === "residence_unknown" ? "missing" : "input", code, fields, messages[code]);
}
