/** What can be wrong with a question about coverage. @module */
import { DomainError, type Fields, type Messages } from "../base/errors.ts";

export type CoverageCode = "category_unknown" | "residence_unknown";

const messages: Messages<CoverageCode> = {
  category_unknown: {
    zh: "类别表里没有“{value}”；区域“{area}”里有：{expected}",
    en: "the catalogue has no category {value}; area {area} has: {expected}",
  },
  residence_unknown: { zh: "区域“{area}”里没有居住地“{value}”", en: "area {area} has no residence {value}" },
};

export function coverageError(code: CoverageCode, fields: Fields): DomainError<CoverageCode> {
  return new DomainError(code === "residence_unknown" ? "missing" : "input", code, fields, messages[code]);
}
