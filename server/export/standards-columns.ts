/** Columns of the lists in a workbook of standards. @module */
import type { findingAnswer } from "../analysis/standards.ts";
import type { moneyOf } from "../analysis/standards-money.ts";
import type { progressAnswer } from "../analysis/standards-views.ts";
import type { Words } from "../base/errors.ts";
import type { Language } from "./order.ts";
import { measureWord, PAYMENT_WORDS, STRENGTH_WORDS, VERDICT_WORDS } from "./standards-words.ts";
import type { Cell, Column, Kind } from "./table.ts";

type Finding = ReturnType<typeof findingAnswer>;
type Milestone = ReturnType<typeof progressAnswer>["milestones"][number];
type MoneyLine = ReturnType<ReturnType<typeof moneyOf>["answer"]>;
type CeilingLine = ReturnType<typeof moneyOf>["sums"]["ceilings"][number];
interface Sum {
  readonly of: string;
  readonly name: string;
  readonly owedCny: number;
  readonly unknownLines: number;
}

function column<Item>(
  key: string,
  zh: string,
  en: string,
  width: number,
  of: (item: Item) => Cell,
  kind: Kind = "text",
): Column<Item> {
  return { key, head: { zh, en }, kind, width, of };
}

export function todoColumns(language: Language): Column<Finding>[] {
  return [
    ...placeColumns<Finding>(),
    column("item", "项目", "item", 22, ({ item }) => item[language]),
    column("title", "要求", "requirement", 24, ({ title }) => title[language]),
    column("measured", "实测", "measured", 10, ({ measured }) => told(measured)),
    column("asked", "应有", "asked", 10, ({ asked }) => told(asked)),
    column(
      "shortfall",
      "差额",
      "short by",
      9,
      ({ shortfall }) => (shortfall === null ? null : plain(shortfall)),
      "raw",
    ),
    column("measure", "计量", "measure", 10, ({ measure }) => measureWord(measure, language)),
    column("missing", "缺少", "missing", 34, ({ missing }) => joined(missing, language)),
    column("clause", "条款", "clause", 16, ({ clause }) => clause),
    column("strength", "强度", "strength", 9, ({ strength }) => STRENGTH_WORDS[strength]?.[language] ?? strength),
    column("due", "期限", "due", 12, ({ due }) => due),
    column("late", "逾期天数", "days late", 10, ({ lateDays }) => lateDays, "count"),
  ];
}

export function progressColumns(language: Language): Column<Milestone>[] {
  return [
    column("name", "范围", "unit", 20, ({ unit }) => unit.name),
    column("item", "项目", "item", 22, ({ item }) => item[language]),
    column("title", "要求", "requirement", 24, ({ title }) => title[language]),
    column("by", "截止", "by", 12, ({ by }) => by),
    column("share", "应达比例", "share asked", 10, ({ shareAsked }) => shareAsked, "share"),
    column("yes", "已完成", "done", 9, ({ yes }) => yes, "count"),
    column("total", "总数", "of", 8, ({ total }) => total, "count"),
    column("percent", "完成率（%）", "percent", 11, ({ percent }) => percent, "raw"),
    column("asked", "应完成", "asked", 9, ({ asked }) => asked, "count"),
    column("unknown", "未知", "unknown", 8, ({ unknown }) => unknown, "count"),
    column("sum", "算式", "arithmetic", 34, (one) => arithmetic(one, language)),
    column("verdict", "结论", "verdict", 10, ({ verdict }) => VERDICT_WORDS[verdict][language]),
    column("clause", "条款", "clause", 16, ({ clause }) => clause),
  ];
}

export function lateColumns(language: Language): Column<Finding>[] {
  return [
    ...placeColumns<Finding>(),
    column("item", "项目", "item", 22, ({ item }) => item[language]),
    column("title", "要求", "requirement", 24, ({ title }) => title[language]),
    column("due", "期限", "due", 12, ({ due }) => due),
    column("late", "逾期天数", "days late", 10, ({ lateDays }) => lateDays, "count"),
    column(
      "since",
      "自发文起逾期",
      "days late since issue",
      12,
      ({ lateDaysSinceIssue }) => lateDaysSinceIssue,
      "count",
    ),
    column("state", "现状", "state", 14, ({ verdict }) =>
      verdict === "pass" ? { zh: "逾期完成", en: "done late" }[language] : { zh: "未完成", en: "not done" }[language],
    ),
    column("clause", "条款", "clause", 16, ({ clause }) => clause),
  ];
}

export function moneyColumns(language: Language): Column<MoneyLine>[] {
  return [
    ...placeColumns<MoneyLine>(),
    column("subsidy", "奖补", "subsidy", 28, ({ payment }) => payment[language]),
    column("thing", "对象", "thing", 22, ({ thing }) => thing?.name ?? null),
    column("state", "状态", "state", 12, ({ state }) => PAYMENT_WORDS[state][language]),
    column("cny", "金额（元）", "CNY", 13, ({ cny }) => cny, "count"),
    column("shares", "分担", "shares", 34, ({ shares }) =>
      shares.map(({ payer, cny }) => `${payer[language]} ${cny}`).join(language === "zh" ? "；" : "; "),
    ),
    column("why", "所待或不符", "waits for, or lacks", 40, ({ obstacles }) =>
      joined(
        obstacles.map(({ about }) => about),
        language,
      ),
    ),
    column("due", "期限", "due", 12, ({ due }) => due),
    column("clause", "条款", "clause", 14, ({ clause }) => clause),
  ];
}

export function sumColumns(): Column<Sum>[] {
  return [
    column("of", "分类", "by", 10, ({ of }) => of),
    column("name", "名称", "name", 34, ({ name }) => name),
    column("owed", "应拨付（元）", "owed, CNY", 16, ({ owedCny }) => owedCny, "count"),
    column("unknown", "待核实（笔）", "lines that wait", 14, ({ unknownLines }) => unknownLines, "count"),
  ];
}

/** As the page of money tells them; an amount that is fixed as a whole has none for each. */
export function ceilingColumns(language: Language): Column<CeilingLine>[] {
  return [
    column("name", "奖补", "subsidy", 34, ({ name }) => name[language]),
    column("each", "每处（元）", "each, CNY", 13, ({ eachCny }) => (eachCny === 0 ? null : eachCny), "count"),
    column("things", "数量", "number", 10, ({ things }) => things, "count"),
    column("total", "上限（元）", "ceiling, CNY", 16, ({ totalCny }) => totalCny, "count"),
    column("clause", "条款", "clause", 16, ({ clause }) => clause),
  ];
}

/** Of a street the community is blank, of the district both. */
function placeColumns<Item extends { readonly unit: Finding["unit"] }>(): Column<Item>[] {
  return [
    column("street", "街道", "street", 16, ({ unit }) => (unit.level === "street" ? unit.name : unit.street)),
    column("name", "社区", "community", 20, ({ unit }) => (unit.level === "community" ? unit.name : null)),
  ];
}

/** 9÷17＝52.9%；应完成 60%×17→11 */
function arithmetic({ yes, total, percent, shareAsked, asked, unknown }: Milestone, language: Language): string {
  if (percent === null) return "";
  const share = `${plain(shareAsked * 100)}%`;
  return language === "zh"
    ? `${yes}÷${total}＝${percent}%；应完成 ${share}×${total}→${asked}${unknown > 0 ? `；未知 ${unknown}` : ""}`
    : `${yes}/${total} = ${percent}%; asked ${share} × ${total} → ${asked}${unknown > 0 ? `; ${unknown} unknown` : ""}`;
}

function told(bounds: Finding["measured"]): Cell {
  if (bounds === null) return null;
  const { low, high } = bounds;
  if (low !== null && low === high) return String(plain(low));
  if (low !== null && high !== null) return `${plain(low)}–${plain(high)}`;
  if (low !== null && low > 0) return `≥${plain(low)}`;
  return high === null ? null : `≤${plain(high)}`;
}

function plain(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function joined(words: readonly Words[], language: Language): string {
  return [...new Set(words.map((word) => word[language]))].join(language === "zh" ? "、" : "; ");
}
