/** What can be wrong with the statement of a coordinate system. @module */
import { DomainError, type Fields, type Messages } from "./errors.ts";

export type CrsCode = "crs_unknown";

const MESSAGES: Messages<CrsCode> = {
  crs_unknown: {
    zh: "不认识的坐标系“{value}”。可用：{expected}",
    en: "unknown coordinate system “{value}”. Known: {expected}",
  },
};

export function crsError(code: CrsCode, fields: Fields): DomainError<CrsCode> {
  return new DomainError("input", code, fields, MESSAGES[code]);
}
