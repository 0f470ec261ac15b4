/** What can be wrong with an OSM file, and why one object of a good file was not taken. @module */
import { DomainError, type ErrorKind, type Fields, type Messages } from "../../base/errors.ts";

export type OsmCode =
  | "osm_file_missing"
  | "osm_file_empty"
  | "osm_kind_unknown"
  | "osm_truncated"
  | "osm_damaged"
  | "osm_feature_unsupported"
  | "osm_xml_malformed"
  | "osm_value_bad"
  | "osm_incomplete"
  | "osm_no_streets";

const WORDS: Messages<OsmCode> = {
  osm_file_missing: {
    zh: "找不到或无法读取文件 {file}（{value}），应为 {expected}",
    en: "{file} cannot be read ({value}); expected {expected}",
  },
  osm_file_empty: { zh: "文件 {file} 是空的，应为 {expected}", en: "{file} is empty; expected {expected}" },
  osm_kind_unknown: {
    zh: "文件 {file} 不是 OSM 数据：内容为 {value}，应为 {expected}",
    en: "{file} is not OSM data: its content is {value}; expected {expected}",
  },
  osm_truncated: {
    zh: "文件 {file} 在第 {byte} 字节处中断：{value}，应为 {expected}。文件不完整，请重新下载",
    en: "{file} breaks off at byte {byte}: {value}, expected {expected}. The file is incomplete; fetch it again",
  },
  osm_damaged: {
    zh: "文件 {file} 在第 {byte} 字节处损坏：{value}，应为 {expected}",
    en: "{file} is damaged at byte {byte}: {value}; expected {expected}",
  },
  osm_feature_unsupported: {
    zh: "文件 {file} 需要不支持的特性 {value}，应为 {expected}",
    en: "{file} needs the feature {value}, which is not supported; expected {expected}",
  },
  osm_xml_malformed: {
    zh: "文件 {file} 第 {row} 行的 XML 有误：{value}，应为 {expected}",
    en: "{file}, line {row}: malformed XML: {value}; expected {expected}",
  },
  osm_value_bad: {
    zh: "文件 {file} 第 {row} 行：{field} 的值为“{value}”，应为 {expected}",
    en: '{file}, line {row}: {field} is "{value}"; expected {expected}',
  },
  osm_incomplete: {
    zh: "文件 {file} 第 {row} 行说明数据未完整导出：{value}，应为 {expected}",
    en: "{file}, line {row}: the export was not finished: {value}; expected {expected}",
  },
  osm_no_streets: {
    zh: "文件 {file} 中没有可步行的道路（共有 {value}），应为 {expected}",
    en: "{file} holds no walkable way (it holds {value}); expected {expected}",
  },
};

export class OsmError extends DomainError<OsmCode> {}

export function osmError(code: OsmCode, fields: Fields & { file: string }, kind: ErrorKind = "input"): OsmError {
  return new OsmError(kind, code, fields, WORDS[code]);
}

/** Reasons of a {@link Refusal}: the file is good, one object of it was not taken, or only in part. */
export type OsmReason =
  | "duplicate_element"
  | "nodes_missing"
  | "too_few_nodes"
  | "members_missing"
  | "ring_not_closed"
  | "ring_degenerate"
  | "inner_ring_outside"
  | "open_way"
  | "disused"
  | "further_category"
  | "levels_unreadable"
  | "flats_unreadable"
  | "step_count_unreadable"
  | "hours_unreadable"
  | "capacity_unreadable"
  | "name_missing"
  | "level_left_aside";

export const OSM_REASONS: Messages<OsmReason> = {
  duplicate_element: { zh: "编号重复，只取第一个", en: "the id occurs twice; the first one was taken" },
  nodes_missing: {
    zh: "引用了数据中没有的点，在缺失处断开",
    en: "refers to nodes that the extract lacks; split there",
  },
  too_few_nodes: { zh: "有效的点不足两个", en: "fewer than two usable nodes" },
  members_missing: { zh: "关系的成员不在数据中", en: "members of the relation are not in the extract" },
  ring_not_closed: { zh: "边界线不能闭合", en: "the outline does not close" },
  ring_degenerate: { zh: "边界线没有面积", en: "the outline encloses no area" },
  inner_ring_outside: {
    zh: "内环不在任何外环之内，未采用",
    en: "an inner ring lies in no outer ring; it was left out",
  },
  open_way: { zh: "设施画成了不闭合的线，没有位置", en: "a facility drawn as an open line has no place" },
  disused: { zh: "标为停用或废弃", en: "tagged as disused or abandoned" },
  further_category: {
    zh: "同时符合另一类别，按类别表次序只取第一类",
    en: "also matches a further category; the first by the catalogue's order was taken",
  },
  levels_unreadable: {
    zh: "层数无法识别，按估计层数计算",
    en: "the number of levels cannot be read; the stated estimate was used",
  },
  flats_unreadable: {
    zh: "户数无法识别，按面积估计",
    en: "the number of flats cannot be read; households were estimated from the footprint",
  },
  step_count_unreadable: {
    zh: "台阶级数无法识别，按未统计处理",
    en: "the number of steps cannot be read; they count as not counted",
  },
  hours_unreadable: {
    zh: "营业时间无法识别，设施照收，时间按未知计",
    en: "the opening hours cannot be read; the facility was taken, its hours count as unknown",
  },
  capacity_unreadable: {
    zh: "容量无法识别，设施照收，容量按未知计",
    en: "the capacity cannot be read; the facility was taken, its capacity counts as unknown",
  },
  name_missing: { zh: "没有名称", en: "it has no name" },
  level_left_aside: {
    zh: "此行政级别未用作社区或街道",
    en: "this administrative level is used neither for communities nor for subdistricts",
  },
};
