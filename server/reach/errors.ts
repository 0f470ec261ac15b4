/** What can be wrong with a question about walks. @module */
import { DomainError, type Fields, type Messages } from "../base/errors.ts";

export type ReachCode =
  | "profiles_faulty"
  | "profile_unknown"
  | "minutes_out_of_range"
  | "limits_faulty"
  | "coordinates_out_of_range";

const messages: Messages<ReachCode> = {
  profiles_faulty: {
    zh: "步行画像文件有误：{place} 的值是 {value}",
    en: "the profiles file is faulty: {place} is {value}",
  },
  profile_unknown: { zh: "没有步行画像“{value}”，可用：{expected}", en: "no profile {value}; known: {expected}" },
  minutes_out_of_range: {
    zh: "时限 {value} 分钟超出范围，应大于 0、不超过 {max}",
    en: "{value} minutes is out of range: above 0 and at most {max}",
  },
  limits_faulty: {
    zh: "时限“{value}”有误：应为 1 至 {max} 个互不相同的分钟数，以逗号分隔，如 5,10,15",
    en: "limits {value}: expected 1 to {max} different numbers of minutes with commas between, such as 5,10,15",
  },
  coordinates_out_of_range: {
    zh: "坐标 {lon},{lat} 超出范围：经度 −180…180，纬度 −90…90，先经后纬",
    en: "coordinates {lon},{lat} are out of range: longitude −180…180, latitude −90…90, in that order",
  },
};

export function reachError(code: ReachCode, fields: Fields): DomainError<ReachCode> {
  return new DomainError("input", code, fields, messages[code]);
}
