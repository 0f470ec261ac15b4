/** What can be wrong with an order for a file. @module */
import { DomainError, type Fields, type Messages } from "../base/errors.ts";

export type ExportCode = "file_kind_unknown" | "one_level_needed" | "rows_too_many" | "sheet_too_large";

const messages: Messages<ExportCode> = {
  file_kind_unknown: {
    zh: "不认识文件“{value}”的扩展名，可用：{expected}",
    en: "the extension of {value} is unknown; there are: {expected}",
  },
  one_level_needed: {
    zh: "{format} 文件只装一个层级，给出了：{value}；应为其中之一：{expected}",
    en: "a {format} file holds one level, given: {value}; expected one of: {expected}",
  },
  rows_too_many: {
    zh: "“{sheet}”有 {value} 行，超过 Excel 一张工作表的 {expected} 行；请改用 GeoPackage 或 CSV，或减少类别",
    en: "“{sheet}” has {value} rows, more than the {expected} of one Excel sheet: take GeoPackage or CSV, or fewer categories",
  },
  sheet_too_large: {
    zh: "“{sheet}”有 {value} 个单元格，超过一张工作表的上限 {expected}；请改用 GeoPackage 或 CSV，或减少类别",
    en: "“{sheet}” has {value} cells, more than the {expected} that one sheet may hold: take GeoPackage or CSV, or fewer categories",
  },
};

export function exportError(code: ExportCode, fields: Fields): DomainError<ExportCode> {
  return new DomainError("input", code, fields, messages[code]);
}
