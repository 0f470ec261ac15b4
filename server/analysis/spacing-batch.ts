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

interface Decided {
  readonly ruling: RuleCheck | null;
  readonly near: NearAnswer | null;
}

/**
 * Of the rules that came to the verdict the one with the least margin, with its neighbour. Null where no rule applies, or
 * nobody is near; for `unknown` too: whoever the register knows did not decide that.
 */
export function decidedBy({ verdict, rules }: Pick<CheckAnswer, "verdict" | "rules">): Decided {
  const decided = rules
    .filter((one) => one.verdict === verdict)
    .map((ruling): Decided => ({ ruling, near: tightest(ruling) }));
  return leastBy(decided, ({ near }) => near?.marginM ?? Infinity) ?? { ruling: null, near: null };
}

/** Of the neighbours that came to the verdict, or of all where the rule alone did. */
function tightest({ verdict, near }: RuleCheck): NearAnswer | null {
  const of = near.filter((one) => one.verdict === verdict);
  return leastBy(of.length > 0 ? of : near, ({ marginM }) => marginM ?? Infinity);
}

/** The first of equals. */
function leastBy<One>(list: readonly One[], measure: (one: One) => number): One | null {
  return list.reduce<One | null>((best, one) => (best === null || measure(one) < measure(best) ? one : best), null);
}
