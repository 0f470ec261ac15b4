/** What can be wrong with a command line. @module */
import { DomainError, type Fields, type Messages } from "../base/errors.ts";

export type CliCode =
  | "command_unknown"
  | "option_unknown"
  | "option_wrong"
  | "option_missing"
  | "option_repeated"
  | "option_without_value"
  | "option_without_file"
  | "options_exclusive"
  | "argument_unexpected"
  | "pairs_column_missing"
  | "file_missing"
  | "json_malformed"
  | "file_not_writable"
  | "folder_not_writable";

const messages: Messages<CliCode> = {
  command_unknown: { zh: "没有命令“{value}”；可用：{expected}", en: "no command {value}; there are: {expected}" },
  option_unknown: { zh: "没有选项 {field}。用法：{expected}", en: "there is no option {field}. Usage: {expected}" },
  option_repeated: { zh: "选项 {field} 给出了不止一次", en: "{field} is given more than once" },
  option_without_value: {
    zh: "选项 {field} 缺少值。用法：{expected}",
    en: "{field} is given without a value. Usage: {expected}",
  },
  option_without_file: { zh: "给出了 {field}，却没有给出 {expected}", en: "{field} is given without {expected}" },
  options_exclusive: { zh: "{field} 和 {value} 不能同时使用", en: "{field} and {value} exclude one another" },
  argument_unexpected: {
    zh: "多余的参数“{value}”。用法：{expected}",
    en: "{value} is one argument too many. Usage: {expected}",
  },
  option_wrong: {
    zh: "选项 {field} 的值“{value}”不对，应为：{expected}",
    en: "{field} is {value}; expected: {expected}",
  },
  option_missing: { zh: "缺少 {field}。用法：{expected}", en: "{field} is missing. Usage: {expected}" },
  pairs_column_missing: {
    zh: "文件 {file} 缺少列 {field}；表头是：{value}；应为：{expected}",
    en: "{file} has no column {field}; its header is: {value}; expected: {expected}",
  },
  folder_not_writable: {
    zh: "无法写入 {file}，请用 --refused 指定别处",
    en: "{file} cannot be written; name another place by --refused",
  },
  json_malformed: { zh: "文件 {file} 不是合法的 JSON：{value}", en: "{file} is not valid JSON: {value}" },
  file_not_writable: {
    zh: "无法写入文件 {file}：文件夹不存在或没有写入权限",
    en: "{file} cannot be written: its folder is missing, or you may not write there",
  },
  file_missing: { zh: "文件 {file} 不存在或无法读取", en: "{file} does not exist or cannot be read" },
};

export function cliError(code: CliCode, fields: Fields): DomainError<CliCode> {
  return new DomainError("input", code, fields, messages[code]);
}
