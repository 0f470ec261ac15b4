/** What can be wrong with analyses that stay. @module */
import { DomainError, type ErrorKind, type Fields, type Messages } from "../base/errors.ts";

export type RunCode =
  | "run_unknown"
  | "run_not_done"
  | "run_going_on"
  | "run_fault"
  | "runs_too_many"
  | "runs_of_two_areas"
  | "run_without"
  | "run_pins_gone"
  | "run_too_large";

const messages: Messages<RunCode> = {
  run_unknown: { zh: "没有分析批次“{value}”", en: "there is no run {value}" },
  run_not_done: {
    zh: "分析批次“{value}”还没有结果，状态为 {state}",
    en: "run {value} has no result, it is {state}",
  },
  run_going_on: {
    zh: "分析批次“{value}”正由另一个服务进程计算，请在那里取消",
    en: "run {value} is being computed by another service on this database: cancel it there",
  },
  run_fault: {
    zh: "分析时服务内部出错；请联系管理员并告知批次 {value}",
    en: "a fault of the service during the analysis: tell its keeper the run {value}",
  },
  runs_too_many: {
    zh: "已有 {value} 个分析批次在等待，最多 {max} 个；请等它们结束或取消一些",
    en: "{value} runs are waiting, at most {max} may: wait for them or cancel some",
  },
  runs_of_two_areas: {
    zh: "批次 {a} 属于区域“{areaA}”，批次 {b} 属于“{areaB}”，不能比较",
    en: "run {a} is of area {areaA} and run {b} of {areaB}: they cannot be compared",
  },
  run_without: {
    zh: "批次 {run} 没有分析（类别、画像、时限）{value}；它有：{expected}",
    en: "run {run} was not asked for {value}; it has: {expected}",
  },
  run_pins_gone: {
    zh: "批次 {value} 所依据的 {what} 已变化（当时 {was}，现在 {now}），不能按原样重算",
    en: "{what} of run {value} is not what it was ({was} then, {now} now): it cannot be computed again as it was",
  },
  run_too_large: {
    zh: "一次最多分析 {max} 组（类别 × 画像 × 时限），现有 {value} 组；请分几次",
    en: "a run takes at most {max} combinations of category, profile and limit, not {value}: split it",
  },
};

const KINDS: Partial<Record<RunCode, ErrorKind>> = {
  run_unknown: "missing",
  run_not_done: "conflict",
  run_going_on: "conflict",
  run_pins_gone: "conflict",
  runs_too_many: "busy",
};

export function runError(code: RunCode, fields: Fields): DomainError<RunCode> {
  return new DomainError(KINDS[code] ?? "input", code, fields, messages[code]);
}
