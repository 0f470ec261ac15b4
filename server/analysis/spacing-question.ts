/** From what a person asks about spacing to what is answered: the area, the day, and the rules that it is asked under. @module */
import type { Kysely } from "kysely";
import { coverageError } from "../coverage/errors.ts";
import type { StatedSource } from "../spacing/position.ts";
import type { Rule } from "../spacing/rule.ts";
import type { Database } from "../store/database.ts";
import type { Desk } from "./desk.ts";
import type { OpenArea } from "./open-area.ts";
import { checkedDay } from "./spacing.ts";
import { type CheckAnswer, checkAt } from "./spacing-check.ts";
import { type AskedPlace, askedPlace } from "./spacing-place.ts";
import type { RuleBook } from "./spacing-rules.ts";

export interface AskedSpacing {
  readonly area: string;
  readonly scenario?: number | undefined;
  readonly rule?: string | undefined;
  /** Today where left out. */
  readonly date?: string | undefined;
}

export interface OpenSpacing {
  readonly area: OpenArea;
  readonly date: string;
  readonly rules: readonly Rule[];
  /** Of another answer whenever one of the rules is another. */
  readonly edition: string;
}

/** Throws `area_unknown`, `rule_unknown`, `day_unreadable`, and what is wrong with the files of rules. */
export async function openSpacing(
  desk: Desk,
  book: RuleBook,
  asked: AskedSpacing,
  today: string,
): Promise<OpenSpacing> {
  const date = checkedDay(asked.date ?? today);
  const area = await desk.open(asked.area, asked.scenario);
  const rules = await book.rulesFor(asked.area, asked.rule ?? null);
  return { area, date, rules, edition: `${area.edition} ${date}` };
}

/** As {@link openSpacing}, under the rules that concern a category; throws `rule_not_for_category` and `category_unknown` too. */
export async function openSpacingOf(
  desk: Desk,
  book: RuleBook,
  asked: AskedSpacing,
  category: string,
  today: string,
): Promise<OpenSpacing> {
  const opened = await openSpacing(desk, book, asked, today);
  opened.area.categoryIndex(category);
  return { ...opened, rules: await book.rulesOn(asked.area, asked.rule ?? null, category) };
}

export interface AskedCheck extends AskedSpacing {
  readonly category: string;
  readonly lon?: number | undefined;
  readonly lat?: number | undefined;
  readonly crs: string;
  readonly residence?: string | undefined;
  readonly source: StatedSource;
  readonly accuracy?: number | undefined;
  readonly except?: string | undefined;
}

export async function askedCheck(
  db: Kysely<Database>,
  desk: Desk,
  book: RuleBook,
  asked: AskedCheck,
  today: string,
): Promise<CheckAnswer> {
  const { area, date, rules } = await openSpacingOf(desk, book, asked, asked.category, today);
  const place = placeOf(area, asked);
  return checkAt(db, area, { place, category: asked.category, date, rules, except: asked.except ?? null });
}

/** A residence stands for its address point. */
function placeOf(area: OpenArea, { lon, lat, crs, residence, source, accuracy }: AskedCheck): AskedPlace {
  if (residence !== undefined) {
    const { residences } = area.content;
    const r = area.residenceIndex(residence);
    const of = source === "unstated" ? "map" : source;
    return askedPlace(residences.lon[r], residences.lat[r], "wgs84", of, accuracy ?? null);
  }
  if (lon === undefined || lat === undefined)
    throw coverageError("residence_unknown", { area: area.content.areaId, value: "—" });
  return askedPlace(lon, lat, crs, source, accuracy ?? null);
}
