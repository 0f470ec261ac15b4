/** Decided and refused applications in the order of their table, as rows to be shown and taken along. @module */
import type { Words } from "../../../server/api/schemas/common.ts";
import type { SpacingBatch } from "../../../server/api/schemas/spacing.ts";
import type { Cell } from "../../state/csv.ts";

type Item = SpacingBatch["items"][number];
type Check = Item["check"];
type Rule = Check["rules"][number]["rule"];
type Near = Check["rules"][number]["near"][number];
export type Refused = SpacingBatch["refused"][number];

export interface Decided {
  readonly item: Item;
  /** The rule that decided, null where none applies, and where the verdict is unknown. */
  readonly rule: Rule | null;
  /** The neighbour that decided. */
  readonly near: Near | null;
}

/** Of the rules that came to the verdict the one with the least margin, as the workbook of the service has it. */
export function decidedOf(item: Item): Decided {
  const { verdict, rules } = item.check;
  const decided = rules
    .filter((one) => one.verdict === verdict)
    .map((ruling) => ({ rule: ruling.rule, near: tightest(ruling) }));
  return { item, ...(leastBy(decided, ({ near }) => near?.marginM ?? Infinity) ?? { rule: null, near: null }) };
}

/** Of the neighbours that came to the verdict, or of all where the rule alone did. */
function tightest({ verdict, near }: Check["rules"][number]): Near | null {
  const of = near.filter((one) => one.verdict === verdict);
  return leastBy(of.length > 0 ? of : near, ({ marginM }) => marginM ?? Infinity);
}

/** The first of equals. */
function leastBy<One>(list: readonly One[], measure: (one: One) => number): One | null {
  return list.reduce<One | null>((best, one) => (best === null || measure(one) < measure(best) ? one : best), null);
}

/** Verdict → how many, in the order in which a reader looks for them. */
export function countVerdicts(items: readonly Item[]): { readonly verdict: Check["verdict"]; readonly n: number }[] {
  const order: Check["verdict"][] = ["pass", "fail", "survey_needed", "unknown", "not_applicable"];
  return order
    .map((verdict) => ({ verdict, n: items.filter(({ check }) => check.verdict === verdict).length }))
    .filter(({ n }) => n > 0);
}

export interface BatchWords {
  readonly heads: readonly string[];
  readonly verdict: (verdict: Check["verdict"]) => string;
  readonly refused: string;
  readonly category: (code: string) => string;
  readonly words: (words: Words) => string;
  readonly yes: string;
  /** What is to be said beside the verdict: why it is unknown, what is odd about the place. */
  readonly remarks: (check: Check) => readonly string[];
}

/** One line an application, the refused ones where they stood; a row that is of the table as a whole comes first. */
export function batchLines({ items, refused }: SpacingBatch, words: BatchWords): Cell[][] {
  const decided = items.map((item) => ({ row: item.row, cells: decidedCells(decidedOf(item), words) }));
  const left = refused.map((one) => ({ row: one.row ?? 0, cells: refusedCells(one, words) }));
  const lines = [...decided, ...left].sort((a, b) => a.row - b.row).map(({ cells }) => cells);
  return [[...words.heads], ...lines];
}

function decidedCells({ item: { ref, row, name, check }, rule, near }: Decided, words: BatchWords): Cell[] {
  return [
    ...[row, ref, name, words.category(check.category), ...check.place.position, words.verdict(check.verdict)],
    rule === null ? null : words.words(rule.title),
    ...(near === null
      ? [null, null, null, null, null]
      : [
          near.facility.name ?? near.facility.ref,
          near.approvedBefore ? words.yes : null,
          near.distanceM,
          near.marginM,
          near.uncertaintyM,
        ]),
    ...[words.remarks(check).join(" ") || null, check.number, check.hash],
  ];
}

function refusedCells({ row, ref, words: why, field, value, expected }: Refused, words: BatchWords): Cell[] {
  const reason = [words.words(why), field, value, expected].filter((part) => part !== null).join(" · ");
  return [
    row,
    ref,
    null,
    null,
    null,
    null,
    words.refused,
    ...Array.from({ length: 6 }, () => null),
    reason,
    null,
    null,
  ];
}
