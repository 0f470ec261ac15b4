/** Why work that was handed out came to no end. @module */
import { DomainError, type Messages } from "../../base/errors.ts";

export type PoolCode = "work_cancelled" | "work_timed_out";

const messages: Messages<PoolCode> = {
  work_cancelled: { zh: "计算已取消", en: "the computation was cancelled" },
  work_timed_out: { zh: "计算超过 {limit} 毫秒时限", en: "the computation took longer than {limit} ms" },
};

export function poolError(code: PoolCode, fields: { limit?: number } = {}): DomainError<PoolCode> {
  return new DomainError("busy", code, fields, messages[code]);
}
