/** What can be wrong with a question about an area. @module */
import { DomainError, type Fields, type Messages } from "../base/errors.ts";

export type AnalysisCode = "area_unknown" | "area_without_streets";

const messages: Messages<AnalysisCode> = {
  area_unknown: { zh: "没有区域“{value}”；已有：{expected}", en: "no area {value}; there are: {expected}" },
  area_without_streets: {
    zh: "区域“{value}”还没有道路，请先导入 OSM 数据",
    en: "area {value} has no streets yet: import an OSM extract first",
  },
};

export function analysisError(code: AnalysisCode, fields: Fields): DomainError<AnalysisCode> {
  return new DomainError(code === "area_unknown" ? "missing" : "conflict", code, fields, messages[code]);
}
