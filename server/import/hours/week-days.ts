/** Days of the week as Chinese tables name them: `周一至周五`, `星期六、日`, `工作日`, `节假日`. @module */
import { DAYS, type Day } from "./moment.ts";

const WEEK = DAYS.slice(0, 7);
const NUMERALS = "一二三四五六日";
const ONE = "[一二三四五六日天1-7]";
/** Another day of a list: `周一9:00` goes on with the hour. */
const FURTHER = "(?:[一二三四五六日天]|[1-7](?!\\d*[:.点时]))";
const NAME = "(?:周|星期|礼拜)";
/** `周一至周五`, `周一-五`, `周六日`, `周六、日`, `周二、四、六`. */
const NAMED = new RegExp(`^${NAME}(${ONE}(?:(?:-|,)?(?:${NAME})?${FURTHER})*)`);

const WORDS: readonly (readonly [pattern: RegExp, days: readonly Day[]])[] = [
  [/^(?:全年无休|全年不休|年中无休|全年)/, DAYS],
  [/^(?:每天|每日|天天|日常|全周|一周七天)/, WEEK],
  [/^(?:工作日|平日)/, WEEK.slice(0, 5)],
  [/^(?:周末|双休日|周休日)/, WEEK.slice(5)],
  [/^(?:国家|国定)?(?:法定)?(?:节假日|假日|节日|假期)/, ["PH"]],
];

export interface NamedDays {
  readonly days: readonly Day[];
  /** Working days are none on a public holiday. */
  readonly workingDays: boolean;
  readonly length: number;
}

/** The days that a text begins with, or null where it begins with none. */
export function daysAtStart(text: string): NamedDays | null {
  for (const [pattern, days] of WORDS) {
    const length = pattern.exec(text)?.[0].length;
    if (length !== undefined) return { days, workingDays: text.startsWith("工作日"), length };
  }
  const found = NAMED.exec(text);
  if (found === null) return null;
  const days = listed(found[1].replace(new RegExp(NAME, "g"), ""));
  return days && { days, workingDays: false, length: found[0].length };
}

/** `一-五,日` → its days; null for a range that does not run forward. */
function listed(text: string): readonly Day[] | null {
  const days = new Set<number>();
  for (const part of text.replaceAll(",", "").match(/.-.|./g) ?? []) {
    const [first, last = first] = part.split("-").map(indexOf);
    if (first === undefined || last === undefined || last < first) return null;
    for (let day = first; day <= last; day++) days.add(day);
  }
  return WEEK.filter((_, day) => days.has(day));
}

function indexOf(numeral: string): number {
  return /\d/.test(numeral) ? Number(numeral) - 1 : NUMERALS.indexOf(numeral === "天" ? "日" : numeral);
}
