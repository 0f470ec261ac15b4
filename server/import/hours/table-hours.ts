/**
 * Opening hours as Chinese tables word them → the syntax of OSM: `周一至周五 9:00-17:00；周六日 10:00-16:00`, `早8点至晚9点`,
 * `全天`, `节假日休息`. Strict: what is not understood to the last character is not read at all.
 * @module
 */
import { rangeAtStart, type TimeRange, writeRange } from "./clock-times.ts";
import { DAYS, type Day } from "./moment.ts";
import { daysAtStart } from "./week-days.ts";

interface Rule {
  /** Null where no days are named. */
  days: Day[] | null;
  readonly times: TimeRange[];
  off: boolean;
  /** `照常`: as on other days. */
  usual: boolean;
  /** The days stand in brackets behind the hours. */
  behind: boolean;
}

const ALL_DAY: TimeRange = { from: 0, to: 1440 };
/** Said around hours, and nothing of them. */
const NOISE =
  /^(?:营业时间|服务时间|开放时间|开诊时间|门诊时间|接诊时间|办公时间|工作时间|营业|门诊|开放|对外|每天的|时间|为|:)/;
const SEPARATOR = /^(?:[,;。|/ \n]|以及|和|及|与)+/;
const WHOLE_DAY = /^(?:(?:7|七)[*x×]?24小时|24(?:小时|h(?:ours?)?)|二十四小时|全天候|全天|昼夜)/;
const OFF = /^(?:不营业|不开放|不开门|停业|停诊|休息|除外|闭馆|闭店|店休|公休|休诊|关门|不上班|休)/;
const USUAL = /^(?:照常|正常|不休息|不休|无休|不打烊)/;

/** The hours in the syntax of OSM; null where the text is none that is understood. */
export function hoursOfTable(text: string): string | null {
  const rules: Rule[] = [];
  let rest = plain(text);
  let workingDays = false;
  let bracket = false;
  while (rest !== "") {
    const last = rules.at(-1);
    const days = daysAtStart(rest);
    const time = rangeAtStart(rest);
    const allDay = WHOLE_DAY.exec(rest);
    const word = OFF.exec(rest) ?? USUAL.exec(rest);
    const passed = SEPARATOR.exec(rest) ?? NOISE.exec(rest);
    if (days) {
      workingDays ||= days.workingDays;
      addDays(rules, days.days, bracket);
      rest = rest.slice(days.length);
    } else if (allDay || time) {
      const range = allDay ? ALL_DAY : time?.range;
      if (range === undefined || !addTime(rules, range)) return null;
      rest = rest.slice(allDay ? allDay[0].length : time?.length);
    } else if (word && last && last.days !== null) {
      if (!addWord(rules, last, OFF.test(word[0]))) return null;
      rest = rest.slice(word[0].length);
    } else if (/^[()]/.test(rest)) {
      bracket = rest.startsWith("(");
      rest = rest.slice(1);
    } else if (passed) rest = rest.slice(passed[0].length);
    else return null;
  }
  return written(rules, workingDays);
}

/** Full-width forms, dashes of every kind and line ends made one. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s*(?:[-—–−‐─~〜]+|至|到)\s*/g, "-")
    .replace(/[\t\r ]+/g, " ")
    .replace(/、/g, ",")
    .replace(/\[|【|〔/g, "(")
    .replace(/\]|】|〕/g, ")")
    .replace(/(?<=\d) ?([:点时]) ?(?=\d)/g, "$1")
    .replace(/(?<=[一-鿿]) (?=\d)|(?<=周|星期) /g, "")
    .trim();
}

/** Days open a rule of their own, unless they stand in brackets behind the hours that they belong to. */
function addDays(rules: Rule[], days: readonly Day[], bracket: boolean): void {
  const last = rules.at(-1);
  if (last && last.times.length === 0 && !last.off && !last.usual) last.days = union(last.days ?? [], days);
  else if (last && bracket && (last.days === null || last.behind)) {
    last.days = union(last.days ?? [], days);
    last.behind = true;
  } else rules.push({ days: [...days], times: [], off: false, usual: false, behind: false });
}

/** @returns false where it is said of days that have hours of their own */
function addWord(rules: Rule[], last: Rule, off: boolean): boolean {
  const { days, times } = last;
  if (times.length > 0) {
    if (!last.behind) return false;
    // `8:30-17:30（节假日除外）`: the days are not those of the hours.
    rules.push({ days, times: [], off, usual: !off, behind: false });
    last.days = null;
    last.behind = false;
  } else if (off) last.off = true;
  else last.usual = true;
  return true;
}

/** @returns false where hours follow what is closed */
function addTime(rules: Rule[], range: TimeRange): boolean {
  const last = rules.at(-1);
  if (last && (last.off || last.usual)) return false;
  if (last && !last.behind) last.times.push(range);
  else rules.push({ days: null, times: [range], off: false, usual: false, behind: false });
  return true;
}

function union(a: readonly Day[], b: readonly Day[]): Day[] {
  return DAYS.filter((day) => a.includes(day) || b.includes(day));
}

function written(all: readonly Rule[], workingDays: boolean): string | null {
  const rules = all.filter(({ usual, days }) => !usual && !isEveryDay(days, all));
  if (rules.some(({ times, off }) => times.length === 0 && !off)) return null;
  if (!rules.some(({ times }) => times.length > 0)) return null;
  const named = new Set<Day>();
  let text = "";
  for (const { days, times, off } of rules) {
    const selector = days === null ? "" : `${days.join(",")} `;
    // After `;` a rule takes the whole day, and the small hours with it that belong to the evening before.
    const adds = days?.every((day) => !named.has(day)) === true && !off && text !== "" && !text.includes("; ");
    text += text === "" ? "" : adds ? ", " : "; ";
    text += selector + (off ? "off" : times.map(writeRange).join(","));
    for (const day of days ?? DAYS.slice(0, 7)) named.add(day);
  }
  return workingDays && !named.has("PH") ? `${text}; PH off` : text;
}

/** `全年无休` beside hours that name other days, or none: nothing that the hours do not say. */
function isEveryDay(days: readonly Day[] | null, all: readonly Rule[]): boolean {
  return days?.length === DAYS.length && all.some((rule) => rule.days !== days && rule.times.length > 0)
    ? all.some((rule) => rule.days === days && rule.times.length === 0)
    : false;
}
