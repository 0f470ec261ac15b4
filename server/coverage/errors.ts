/** What can be wrong with a question about coverage. @module */
import { DomainError, type Fields, type Messages } from "../base/errors.ts";

export type CoverageCode = "category_unknown" | "residence_unknown";

const messages: Messages<CoverageCode> = {
  category_unknown: {
    zh: "区域“{area}”里没有类别“{value}”；有：{expected}",
    en: "area {area} has no category {value}; it has: {expected}",
  },
  residence_unknown: { zh: "区域“{area}”里没有居住地“{value}”", en: "area {area} has no residence {value}" },
};

export function coverageError(code: CoverageCode, fields: Fields): DomainError<CoverageCode> {
  return new DomainError(code === "residence_unknown" ? "missing" : "input", code, fields, messages[code]);
}
