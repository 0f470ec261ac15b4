/** What can be wrong with rules of spacing, and with questions about it. @module */
import { DomainError, type Fields, type Messages } from "../base/errors.ts";

export type SpacingCode =
  | "rules_unreadable"
  | "rules_faulty"
  | "rule_twice"
  | "rule_unknown"
  | "rule_not_for_category"
  | "day_unreadable"
  | "accuracy_wrong"
  | "place_outside_crs"
  | "pairs_too_many"
  | "applications_faulty"
  | "applications_too_many";

const messages: Messages<SpacingCode> = {
  rules_unreadable: {
    zh: "间距规则文件 {file} 无法读取：{value}",
    en: "the file of spacing rules {file} cannot be read: {value}",
  },
  rules_faulty: {
    zh: "间距规则文件 {file} 第 {line} 行有误：{place} 的值“{value}”；应为：{expected}",
    en: "spacing rules {file}, line {line}: {place} is {value}; expected: {expected}",
  },
  rule_twice: {
    zh: "间距规则文件 {file} 第 {line} 行：规则“{value}”在 {expected} 里已有",
    en: "spacing rules {file}, line {line}: rule {value} stands in {expected} already",
  },
  rule_unknown: { zh: "没有间距规则“{value}”；可用：{expected}", en: "no spacing rule {value}; there are: {expected}" },
  rule_not_for_category: {
    zh: "规则“{value}”不涉及类别“{category}”；它涉及：{expected}",
    en: "rule {value} does not concern {category}; it concerns: {expected}",
  },
  day_unreadable: {
    zh: "无法识别日期“{value}”；应为 2013-09-25 这样的日期",
    en: "{value} is no day; expected one such as 2013-09-25",
  },
  accuracy_wrong: {
    zh: "定位精度“{value}”不对；应为 0 至 {max} 米",
    en: "the accuracy of a position is {value}; expected 0 … {max} m",
  },
  place_outside_crs: {
    zh: "坐标 {value} 不在坐标系 {crs} 的范围内；应为：{expected}",
    en: "{value} lies outside {crs}; expected: {expected}",
  },
  pairs_too_many: {
    zh: "规则“{rule}”下距离不足的设施超过 {max} 对，多半是表有误（如大量设施在同一处）或距离过大：{value}",
    en: "under rule {rule} more than {max} pairs are too close: the table is probably wrong (many facilities at one place), or the distance too large: {value}",
  },
  applications_faulty: {
    zh: "申请表第 {row} 行有误：{place} 的值“{value}”；应为：{expected}",
    en: "row {row} of the applications: {place} is {value}; expected: {expected}",
  },
  applications_too_many: {
    zh: "申请表有 {value} 行，一次至多 {max} 行",
    en: "{value} applications; at most {max} at once",
  },
};

export function spacingError(code: SpacingCode, fields: Fields): DomainError<SpacingCode> {
  const isRules = code === "rules_unreadable" || code === "rules_faulty" || code === "rule_twice";
  const kind = code === "rule_unknown" ? "missing" : isRules ? "conflict" : "input";
  return new DomainError(kind, code, fields, messages[code]);
}
