/** Applications decided at once, in the order in which they came: whoever passes stands in the way of those after. @module */
import type { Kysely } from "kysely";
import type { Refusal, Taken } from "../import/rows.ts";
import type { Application } from "../import/tables/read-applications.ts";
import { uncertaintyM } from "../spacing/position.ts";
import { opposites, type Rule } from "../spacing/rule.ts";
import type { Database } from "../store/database.ts";
import type { OpenArea } from "./open-area.ts";
import { type Approved, type CheckAnswer, checkAt, type NearAnswer, type RuleCheck } from "./spacing-check.ts";
import { type SpacingPins, spacingPins } from "./spacing-pins.ts";
import type { AskedPlace } from "./spacing-place.ts";
import type { OpenSpacing } from "./spacing-question.ts";
import { type RuleAnswer, ruleAnswer } from "./spacing-rule-answer.ts";

export interface BatchItem {
  ref: string;
  row: number;
  name: string | null;
  check: CheckAnswer;
}

/** A table of applications decided, and what that rests on. */
export interface DecidedBatch {
  readonly date: string;
  readonly rules: readonly RuleAnswer[];
  readonly pins: SpacingPins;
  readonly items: readonly BatchItem[];
  /** Rows that could not be read. */
  readonly refusals: readonly Refusal[];
}

export async function decideBatch(
  db: Kysely<Database>,
  { area, date, rules }: OpenSpacing,
  { rows, refusals }: Taken<Application>,
): Promise<DecidedBatch> {
  return {
    date,
    rules: rules.map(ruleAnswer),
    pins: spacingPins(area, date, rules),
    items: await checkBatch(db, area, rows, rules, date),
    refusals,
  };
}

async function checkBatch(
  db: Kysely<Database>,
  area: OpenArea,
  applications: readonly Application[],
  rules: readonly Rule[],
  date: string,
): Promise<BatchItem[]> {
  const approved: Approved[] = [];
  const items: BatchItem[] = [];
  for (const { ref, row, name, category, position, original, positionSource, positionAccuracyM } of applications) {
    const source = positionSource ?? "unstated";
    const place: AskedPlace = {
      position,
      original,
      source,
      uncertaintyM: uncertaintyM(source, positionAccuracyM, original.crs),
    };
    const concerned = rules.filter((rule) => opposites(rule, category).length > 0);
    const question = { place, category, date, rules: concerned, except: null };
    const check = await checkAt(db, area, question, approved);
    items.push({ ref, row, name, check });
    if (check.verdict === "pass") approved.push({ ref, name, category, place });
  }
  return items;
}

/** The rule that decided, else the first, and its neighbour that decided, else the nearest; null where there is none. */
export function decidedBy({ verdict, rules }: CheckAnswer): { ruling: RuleCheck | null; near: NearAnswer | null } {
  const ruling = rules.find((one) => one.verdict === verdict) ?? rules[0];
  const near = ruling?.near.find((one) => one.verdict === verdict) ?? ruling?.near[0];
  return { ruling: ruling ?? null, near: near ?? null };
}
