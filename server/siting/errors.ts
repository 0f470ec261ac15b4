/** What can be wrong with a siting question. @module */
import { DomainError, type Fields, type Messages } from "../base/errors.ts";

export type SitingCode =
  | "siting_infeasible"
  | "siting_undecided"
  | "siting_value_wrong"
  | "siting_condition_unsuited"
  | "siting_rule_unmeasured"
  | "candidate_unknown"
  | "candidate_forced_and_forbidden"
  | "demand_unmatched"
  | "row_repeated"
  | "column_missing"
  | "column_ambiguous"
  | "cell_wrong";

const CONFLICT: ReadonlySet<SitingCode> = new Set<SitingCode>(["siting_infeasible", "siting_undecided"]);

const messages: Messages<SitingCode> = {
  siting_infeasible: {
    zh: "没有任何方案能同时满足：{conditionsZh}。去掉其中任何一条，其余即可同时满足",
    en: "no plan keeps all of these: {conditionsEn}. Without any one of them the others can be kept",
  },
  siting_undecided: {
    zh: "在 {limit} 秒内没有找到满足全部条件的方案，也没有证明不存在；请延长时间或放宽条件",
    en: "no plan that keeps all conditions was found within {limit} s, nor was it shown that there is none: allow more time or fewer conditions",
  },
  siting_value_wrong: {
    zh: "{field} 的值“{value}”不对，应为：{expected}",
    en: "{field} is {value}; expected: {expected}",
  },
  siting_condition_unsuited: {
    zh: "条件 {field} 不能用于目标 {value}，只能用于：{expected}",
    en: "the condition {field} does not go with the objective {value}, only with: {expected}",
  },
  siting_rule_unmeasured: {
    zh: "规则“{field}”按 {value} 量取，选址时只能用按 {expected} 量取的规则",
    en: "the rule {field} is measured by {value}; siting can keep only those measured by {expected}",
  },
  candidate_unknown: {
    zh: "没有候选点“{value}”；候选点例如：{expected}",
    en: "there is no candidate {value}; there are such as: {expected}",
  },
  candidate_forced_and_forbidden: {
    zh: "候选点“{value}”既要求入选又被禁止",
    en: "the candidate {value} is both forced and forbidden",
  },
  demand_unmatched: {
    zh: "需求文件里的点（如“{value}”）没有一个出现在费用表的 {field} 列；那里例如：{expected}",
    en: "none of the demand points (such as {value}) stands in the columns {field} of the matrix, which hold such as: {expected}",
  },
  row_repeated: {
    zh: "文件 {file} 第 {row} 行：“{value}”在第 {first} 行已经给出；应为：每个一行",
    en: "{file}, row {row}: {value} was given in row {first} already; expected: one row each",
  },
  column_missing: {
    zh: "文件 {file} 缺少列 {field}；表头是：{value}；应为：{expected}",
    en: "{file} has no column {field}; its header is: {value}; expected: {expected}",
  },
  column_ambiguous: {
    zh: "文件 {file} 有多列都可以是 {field}：{value}；请用 {expected} 指明",
    en: "{file} has several columns that may be {field}: {value}; name one by {expected}",
  },
  cell_wrong: {
    zh: "文件 {file} 第 {row} 行：{field} 的值“{value}”不对，应为：{expected}",
    en: "{file}, row {row}: {field} is {value}; expected: {expected}",
  },
};

export function sitingError(code: SitingCode, fields: Fields): DomainError<SitingCode> {
  return new DomainError(CONFLICT.has(code) ? "conflict" : "input", code, fields, messages[code]);
}
