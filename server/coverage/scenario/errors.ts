/** What can be wrong with the changes of a scenario. @module */
import { DomainError, type ErrorKind, type Fields, type Messages } from "../../base/errors.ts";

export type ScenarioCode =
  | "changes_not_a_list"
  | "changes_too_many"
  | "change_faulty"
  | "change_contradicts"
  | "position_off_globe"
  | "category_not_in_catalogue"
  | "facility_not_there"
  | "facility_already_there"
  | "residence_not_there"
  | "street_not_there"
  | "edge_renumbered"
  | "gate_not_there"
  | "gate_too_far"
  | "street_change_faulty"
  | "scenario_name_wrong"
  | "scenario_unknown"
  | "scenario_of_other_area"
  | "scenario_changed_meanwhile";

export const SCENARIO_MESSAGES: Messages<ScenarioCode> = {
  changes_not_a_list: { zh: "方案的改动应为一个列表，而不是 {value}", en: "changes must be a list, not {value}" },
  changes_too_many: { zh: "方案有 {value} 项改动，至多 {max} 项", en: "{value} changes are more than {max}" },
  change_faulty: { zh: "{place} 的值“{value}”不对，应为：{expected}", en: "{place} is {value}; expected: {expected}" },
  change_contradicts: {
    zh: "{place} 与 {other} 改动了同一处：{value}",
    en: "{place} contradicts {other}: both change {value}",
  },
  position_off_globe: {
    zh: "{place} 不在地球上：{value}；应为经度 −180…180、纬度 −90…90",
    en: "{place} is off the globe: {value}; expected lon −180 … 180, lat −90 … 90",
  },
  category_not_in_catalogue: {
    zh: "{place}：类别目录里没有“{value}”",
    en: "{place}: the catalogue has no category {value}",
  },
  facility_not_there: {
    zh: "{place}：当前数据（第 {release} 版）里没有设施“{value}”",
    en: "{place}: release {release} has no facility {value}",
  },
  facility_already_there: {
    zh: "{place}：当前数据（第 {release} 版）里已有设施“{value}”",
    en: "{place}: release {release} has a facility {value} already",
  },
  residence_not_there: {
    zh: "{place}：当前数据（第 {release} 版）里没有居住地“{value}”",
    en: "{place}: release {release} has no residence {value}",
  },
  street_not_there: {
    zh: "{place}：{value} 处没有可步行的道路（{withinM} 米以内）",
    en: "{place}: there is no street at {value} (within {withinM} m)",
  },
  edge_renumbered: {
    zh: "{place}：路段编号 {value} 属于第 {found} 版道路，当前为第 {expected} 版",
    en: "{place}: edge {value} is numbered as in version {found} of the streets; they are at version {expected}",
  },
  gate_not_there: {
    zh: "{place}：{value} 附近 {withinM} 米内没有关闭的门",
    en: "{place}: there is no closed gate within {withinM} m of {value}",
  },
  gate_too_far: {
    zh: "{place}：门距居住地“{value}”{metres} 米，应在 {withinM} 米以内",
    en: "{place}: the gate is {metres} m from residence {value}; expected within {withinM} m",
  },
  street_change_faulty: { zh: "{place} 对道路的改动有误：{what}", en: "{place} changes streets wrongly: {what}" },
  scenario_name_wrong: {
    zh: "方案名称“{value}”不对，应为 1…{max} 个字",
    en: "the scenario's name is “{value}”; expected 1 … {max} characters",
  },
  scenario_unknown: { zh: "没有方案 {value}", en: "there is no scenario {value}" },
  scenario_of_other_area: {
    zh: "方案 {value} 属于区域“{expected}”，不属于“{area}”",
    en: "scenario {value} is of area {expected}, not of {area}",
  },
  scenario_changed_meanwhile: {
    zh: "方案 {value} 已被他人改为第 {found} 稿，您的改动基于第 {expected} 稿。请重新读取后再改",
    en: "scenario {value} is at revision {found} by now, your change is of revision {expected}: read it again first",
  },
};

const KINDS: Partial<Record<ScenarioCode, ErrorKind>> = {
  scenario_unknown: "missing",
  scenario_changed_meanwhile: "conflict",
};

export type ScenarioError = DomainError<ScenarioCode>;

export function scenarioError(code: ScenarioCode, fields: Fields): ScenarioError {
  return new DomainError(KINDS[code] ?? "input", code, fields, SCENARIO_MESSAGES[code]);
}
