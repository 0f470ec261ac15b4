/** What is written in a cell of a register, read as the fact that it stands for. @module */
import { dueDate } from "../dates.ts";
import type { Term } from "../pack/file-schema.ts";
import type { FixedFact } from "./asked-facts.ts";

/** A number, a yes or no, a day, or one of the words urban, rural, old, new and {@link NOT_DONE}. */
export type FactValue = number | boolean | string;
/** Of work that is known not to be done. */
export const NOT_DONE = "not_done";

const YES = ["是", "有", "√", "✓", "y", "yes", "true", "1"];
const NO = ["否", "无", "没有", "×", "✗", "n", "no", "false", "0"];
const UNDONE = ["未完成", "未", "否", "no"];
const URBAN = ["城市", "城", "城镇", "urban"];
const RURAL = ["农村", "乡", "村", "乡村", "rural"];
const NEW = ["新", "新城区", "新区", "new"];
const OLD = ["老", "旧", "老城区", "old"];

/** @returns null for what cannot be read as this form */
export function readFact(form: FixedFact | Term["form"], written: string): FactValue | null {
  const text = written.normalize("NFKC").trim().toLowerCase();
  switch (form) {
    case "mark":
    case "listed":
    case "accepted":
      return YES.includes(text) ? true : NO.includes(text) ? false : null;
    case "setting":
      return URBAN.includes(text) ? "urban" : RURAL.includes(text) ? "rural" : null;
    case "age":
      return NEW.includes(text) ? "new" : OLD.includes(text) ? "old" : null;
    case "since":
    case "until":
    case "acceptedOn":
      return dayOf(text);
    case "step":
      return UNDONE.includes(text) ? NOT_DONE : dayOf(text);
    case "also":
      return written.trim();
    case "score":
      return numberOf(text, 100);
    default:
      return numberOf(text, Number.POSITIVE_INFINITY);
  }
}

/** A plain number with or without thousands, 0 or more: no unit, no sign, no formula. */
function numberOf(text: string, most: number): number | null {
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  const value = Number(plain);
  return value <= most && Number.isFinite(value) ? value : null;
}

/** A day of the calendar, slashes and dots allowed as sheets write them. */
export function dayOf(text: string): string | null {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  const plain = parts === null ? text : `${parts[1]}-${parts[2].padStart(2, "0")}-${parts[3].padStart(2, "0")}`;
  try {
    return dueDate(plain);
  } catch {
    return null;
  }
}
