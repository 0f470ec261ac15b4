/** What can be wrong with a command line. @module */
import { DomainError, type Fields, type Messages } from "../base/errors.ts";

export type CliCode = "command_unknown" | "option_wrong" | "option_missing" | "pairs_column_missing" | "file_missing";

const messages: Messages<CliCode> = {
  command_unknown: { zh: "没有命令“{value}”；可用：{expected}", en: "no command {value}; there are: {expected}" },
  option_wrong: {
    zh: "选项 {field} 的值“{value}”不对，应为：{expected}",
    en: "{field} is {value}; expected: {expected}",
  },
  option_missing: { zh: "缺少 {field}。用法：{expected}", en: "{field} is missing. Usage: {expected}" },
  pairs_column_missing: {
    zh: "文件 {file} 缺少列 {field}；表头是：{value}；应为：{expected}",
    en: "{file} has no column {field}; its header is: {value}; expected: {expected}",
  },
  file_missing: { zh: "文件 {file} 不存在或无法读取", en: "{file} does not exist or cannot be read" },
};

export function cliError(code: CliCode, fields: Fields): DomainError<CliCode> {
  return new DomainError("input", code, fields, messages[code]);
}

/** An option that nobody knows, as the parser of the command line says it. */
export class UsageError extends Error {}
