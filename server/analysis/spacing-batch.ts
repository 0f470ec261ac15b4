/** Applications decided at once, in the order in which they came: whoever passes stands in the way of those after. @module */
import type { Kysely } from "kysely";
import type { Application } from "../import/tables/read-applications.ts";
import { uncertaintyM } from "../spacing/position.ts";
import { opposites, type Rule } from "../spacing/rule.ts";
import type { Database } from "../store/database.ts";
import type { OpenArea } from "./open-area.ts";
import { type Approved, type CheckAnswer, checkAt } from "./spacing-check.ts";
import type { AskedPlace } from "./spacing-place.ts";

export interface BatchItem {
  ref: string;
  row: number;
  name: string | null;
  check: CheckAnswer;
}

export async function checkBatch(
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
