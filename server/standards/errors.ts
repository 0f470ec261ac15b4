/** What can be wrong with a pack of standards, a register of facts or a question about them. @module */
import { DomainError, type Fields, type Messages } from "../base/errors.ts";

/** What can be wrong at one place of a pack. */
export type PackFaultCode =
  | "pack_yaml"
  | "pack_shape"
  | "pack_kind_unknown"
  | "pack_reference"
  | "pack_duplicate"
  | "pack_cycle"
  | "pack_date"
  | "pack_contradiction";
export type StandardsCode =
  | PackFaultCode
  | "date_unreadable"
  | "parameter_unknown"
  | "parameter_value"
  | "parameter_repeated"
  | "register_faulty"
  | "waiver_not_allowed"
  | "facts_refused"
  | "facts_columns_missing"
  | "street_unknown"
  | "unit_unknown"
  | "days_asked"
  | "pack_unknown";

const AT = { zh: "{file} 第 {line} 行第 {column} 列（{path}）", en: "{file}, line {line}, column {column} ({path})" };

const MESSAGES: Messages<StandardsCode> = {
  pack_yaml: {
    zh: `${AT.zh}：不是标准包允许的 YAML 写法：{value}。应为：{expected}`,
    en: `${AT.en}: not the YAML that a pack is written in: {value}. Expected: {expected}`,
  },
  pack_shape: { zh: `${AT.zh}：{value}。应为：{expected}`, en: `${AT.en}: {value}. Expected: {expected}` },
  pack_kind_unknown: {
    zh: `${AT.zh}：没有“{value}”这种要求。可用：{expected}`,
    en: `${AT.en}: there is no requirement of kind {value}. There are: {expected}`,
  },
  pack_reference: {
    zh: `${AT.zh}：“{value}”没有定义。应为：{expected}`,
    en: `${AT.en}: {value} is not defined. Expected: {expected}`,
  },
  pack_duplicate: {
    zh: `${AT.zh}：“{value}”已在 {expected} 定义过`,
    en: `${AT.en}: {value} is already defined at {expected}`,
  },
  pack_cycle: {
    zh: `${AT.zh}：循环引用：{value}。应为：{expected}`,
    en: `${AT.en}: a circle of references: {value}. Expected: {expected}`,
  },
  pack_date: {
    zh: `${AT.zh}：没有“{value}”这一天。应为：{expected}`,
    en: `${AT.en}: no such date: {value}. Expected: {expected}`,
  },
  pack_contradiction: {
    zh: `${AT.zh}：自相矛盾：{value}。应为：{expected}`,
    en: `${AT.en}: it contradicts itself: {value}. Expected: {expected}`,
  },
  date_unreadable: { zh: "无法识别日期“{value}”；应为 {expected}", en: "{value} is no date; expected {expected}" },
  parameter_unknown: {
    zh: "标准包“{pack}”没有参数“{value}”；可用：{expected}",
    en: "pack {pack} has no parameter {value}; there are: {expected}",
  },
  parameter_value: {
    zh: "标准包“{pack}”的参数“{field}”为“{value}”；应为 {expected}",
    en: "parameter {field} of pack {pack} is {value}; expected {expected}",
  },
  parameter_repeated: {
    zh: "参数“{field}”给出了不止一次；应为一次",
    en: "parameter {field} is given more than once; expected once",
  },
  register_faulty: {
    zh: "台账有误：{field} 为“{value}”；应为 {expected}",
    en: "the register is wrong: {field} is {value}; expected {expected}",
  },
  waiver_not_allowed: {
    zh: "对“{unit}”免除“{value}”不成立：{reasonZh}",
    en: "{value} cannot be waived for {unit}: {reasonEn}",
  },
  facts_refused: {
    zh: "事实表有 {count} 处无法采用，全部未采用。第一处：第 {row} 行“{column}”为“{value}”，应为 {expected}",
    en: "{count} cells of the table of facts cannot be taken, and none was. The first: row {row}, {column} is “{value}”, expected {expected}",
  },
  facts_columns_missing: {
    zh: "事实表 {file} 缺少列：{expected}。找到的列：{value}",
    en: "the table of facts {file} lacks the columns {expected}; it has {value}",
  },
  street_unknown: {
    zh: "区域内没有街道“{value}”；有：{expected}",
    en: "the area has no street {value}; it has: {expected}",
  },
  days_asked: {
    zh: "比较的日期有 {value} 个，应为 {expected} 个不同的日期",
    en: "{value} days are compared; expected {expected} different ones",
  },
  unit_unknown: {
    zh: "台账中没有单位“{value}”；如：{expected}",
    en: "the register has no unit {value}; it has, among others: {expected}",
  },
  pack_unknown: { zh: "没有标准包“{value}”；可用：{expected}", en: "there is no pack {value}; there are: {expected}" },
};

export class StandardsError extends DomainError<StandardsCode> {}

export function standardsError(code: StandardsCode, fields: Fields): StandardsError {
  return new StandardsError(
    code === "pack_unknown" || code === "unit_unknown" ? "missing" : "input",
    code,
    fields,
    MESSAGES[code],
  );
}
