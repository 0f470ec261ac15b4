/** A filled table of prices into surveys as the register keeps them: all of it or nothing, each fault with its row and column. @module */
import type { Alias } from "../names/match-names.ts";
import { normaliseName } from "../names/normalise.ts";
import type { Pack, PackItem } from "../pack/pack.ts";
import type { Level } from "../pack/values.ts";
import { dayOf, readFact } from "./fact-value.ts";
import type { KeptFact } from "./kept-fact.ts";
import { type FactRefusal, LineSubjects, SUBJECT_COLUMNS, type UnsureName } from "./line-subjects.ts";
import type { MarketPrice, PricedGood, PriceSurvey, Register } from "./register.ts";
import { isAbove, SurveyedPlaces } from "./surveyed-places.ts";

/** A line for each good in each market: a survey of one facility is all lines of one day. */
export const PRICE_COLUMNS = {
  ...SUBJECT_COLUMNS,
  on: "调查日期",
  good: "品名",
  per: "单位",
  cny: "本店价格（元）",
  market: "市场名称",
  marketCny: "市场价格（元）",
  source: "来源",
} as const;
export type PriceColumn = keyof typeof PRICE_COLUMNS;
/** Columns that a table may not do without. */
export const NEEDED_PRICE_COLUMNS = (Object.keys(PRICE_COLUMNS) as PriceColumn[]).filter((one) => one !== "source");
/** One line, cells by column, "" where nothing is written. */
export type PriceLine = { readonly row: number } & { readonly [C in PriceColumn]: string };

/** What it is called where facts are listed. */
export const PRICE_SURVEY = { zh: "价格调查", en: "survey of prices" } as const;
/** A line that shows how to fill in the others is one of no unit. */
export const EXAMPLE = "（示例）";

export interface PricesTaken {
  /** A survey each; of lines that were not refused. */
  readonly facts: readonly KeptFact[];
  /** Lines that say something; the others are examples or name a facility alone. */
  readonly taken: number;
  readonly empty: number;
  readonly refusals: readonly FactRefusal[];
  readonly unsure: readonly UnsureName[];
}

/** Items whose prices the pack compares, with the level at which it asks. */
export function pricedItems(pack: Pack): { readonly item: PackItem; readonly level: Level }[] {
  return pack.requirements.flatMap(({ kind, item, level }) =>
    kind === "price" ? [{ item: pack.items.get(item) as PackItem, level }] : [],
  );
}

export function readPrices(
  pack: Pack,
  register: Register,
  lines: readonly PriceLine[],
  aliases: readonly Alias[] = [],
): PricesTaken {
  const work = new PriceWork(pack, register, aliases);
  const filled = lines.filter(isFilled);
  for (const line of filled) work.take(line);
  return {
    facts: work.facts(),
    taken: filled.length,
    empty: lines.length - filled.length,
    refusals: work.subjects.refusals,
    unsure: work.subjects.unsure,
  };
}

/**
 * A survey told line by line, with what is kept of the same facility and day: goods and markets that are not told again
 * stay, unless the good is told for another quantity, with which the others cannot be compared. It is kept under the names
 * under which the facility was told first, so that a day never has two surveys of it.
 *
 * @param aliases confirmed spellings, from key of a unit to key
 */
export function besideKept(
  kept: readonly KeptFact[],
  told: KeptFact,
  aliases: ReadonlyMap<string, string> = new Map(),
): KeptFact {
  const before = kept
    .filter(
      ({ form, unit, kind, place, since }) =>
        form === "price" &&
        (unit === told.unit || aliases.get(unit) === told.unit) &&
        kind === told.kind &&
        normaliseName(place) === normaliseName(told.place) &&
        since === told.since,
    )
    .toSorted((a, b) => Number(b.unit === told.unit) - Number(a.unit === told.unit))[0];
  if (before === undefined) return told;
  const goods = new Map(goodsOf(before).map((good) => [good.name, good]));
  for (const good of goodsOf(told)) {
    const known = goods.get(good.name);
    const others = known?.per === good.per ? known.markets : [];
    const isAgain = ({ market }: MarketPrice) => good.markets.some((one) => one.market === market);
    goods.set(good.name, { ...good, markets: [...others.filter((one) => !isAgain(one)), ...good.markets] });
  }
  const { unit, place } = before;
  return { ...told, unit, place, value: { goods: [...goods.values()] } };
}

function goodsOf({ value }: KeptFact): readonly PricedGood[] {
  return (value as Pick<PriceSurvey, "goods">).goods;
}

const OWN_COLUMNS = ["on", "good", "per", "cny", "market", "marketCny"] as const;

function isFilled(line: PriceLine): boolean {
  return !line.street.startsWith(EXAMPLE) && OWN_COLUMNS.some((column) => line[column] !== "");
}

interface Survey extends Pick<KeptFact, "unit" | "kind" | "place"> {
  readonly on: string;
  readonly goods: Map<string, WrittenGood>;
}

interface WrittenGood extends Omit<PricedGood, "markets"> {
  readonly markets: (MarketPrice & { readonly row: number })[];
}

class PriceWork {
  readonly subjects: LineSubjects;
  private readonly pack: Pack;
  private readonly places: SurveyedPlaces;
  private readonly surveys = new Map<string, Survey>();

  constructor(pack: Pack, register: Register, aliases: readonly Alias[]) {
    this.pack = pack;
    this.subjects = new LineSubjects(pack, register, aliases);
    this.places = new SurveyedPlaces(register);
  }

  take(line: PriceLine): void {
    const unit = this.subjects.unitOf(line);
    const asked = this.askedOf(line);
    const on = this.dayOf(line);
    const [cny, marketCny] = [this.priceOf(line, "cny"), this.priceOf(line, "marketCny")];
    const isNamed = (["good", "per", "market"] as const).map((column) => this.isNamed(line, column)).every(Boolean);
    if (unit === null || asked === null || on === null || cny === null || marketCny === null || !isNamed) return;
    if (isAbove(unit.level, asked.level)) {
      const column = asked.level === "community" ? "community" : "street";
      this.refuse(line, column, `填写所在${SUBJECT_COLUMNS[column]}的名称`);
      return;
    }
    const found = this.places.of(unit, asked.item, asked.level, line.name);
    if ("expected" in found) {
      this.refuse(line, "name", found.expected);
      return;
    }
    const { kind, place } = found;
    const of = this.subjects.keyOf(found.unit);
    const key = JSON.stringify([of, kind, place, on]);
    const survey = this.surveys.get(key) ?? { unit: of, kind, place, on, goods: new Map() };
    const good: WrittenGood = survey.goods.get(line.good) ?? { name: line.good, per: line.per, cny, markets: [] };
    if (!this.isBeside(good, line, cny)) return;
    const source = line.source === "" ? null : line.source;
    good.markets.push({ market: line.market, cny: marketCny, source, row: line.row });
    survey.goods.set(line.good, good);
    this.surveys.set(key, survey);
  }

  facts(): KeptFact[] {
    return [...this.surveys.values()].map(({ unit, kind, place, on, goods }) => {
      const told = [...goods.values()].map(({ markets, ...good }) => ({
        ...good,
        markets: markets.map(({ row: _, ...market }) => market),
      }));
      return { unit, kind, place, form: "price", fact: "price", since: on, value: { goods: told } };
    });
  }

  /** Lines of one good are of one quantity and one price there, and name each market once. */
  private isBeside(good: WrittenGood, line: PriceLine, cny: number): boolean {
    const before = good.markets.find(({ market }) => market === line.market);
    if (good.per !== line.per) this.refuse(line, "per", `与前文一致：${good.per}`);
    else if (good.cny !== cny) this.refuse(line, "cny", `与前文一致：${good.cny}`);
    else if (before !== undefined)
      this.refuse(line, "market", `同一次调查中同一品名每个市场一行（第 ${before.row} 行已有）`);
    else return true;
    return false;
  }

  private askedOf(line: PriceLine) {
    const priced = pricedItems(this.pack);
    const names = priced.map(({ item }) => item.zh).join("、");
    if (priced.length === 0 || line.item === "") {
      this.refuse(line, "item", names === "" ? "本标准包没有比较价格的要求" : `比较价格的项目：${names}`);
      return null;
    }
    const item = this.subjects.itemOf(line);
    const asked = priced.find((one) => one.item.id === item?.id) ?? null;
    if (item !== undefined && asked === null) this.refuse(line, "item", `比较价格的项目：${names}`);
    return asked;
  }

  private dayOf(line: PriceLine): string | null {
    const day = dayOf(line.on);
    if (day === null) this.refuse(line, "on", "如 2015-09-01");
    return day;
  }

  private priceOf(line: PriceLine, column: "cny" | "marketCny"): number | null {
    const price = readFact("figure", line[column]);
    if (typeof price === "number" && price > 0) return price;
    this.refuse(line, column, "数字（元，大于 0）");
    return null;
  }

  private isNamed(line: PriceLine, column: "good" | "per" | "market"): boolean {
    if (line[column] === "") this.refuse(line, column, EXPECTED[column]);
    return line[column] !== "";
  }

  private refuse(line: PriceLine, column: PriceColumn, expected: string): void {
    this.subjects.refuse(line, PRICE_COLUMNS[column], line[column], expected);
  }
}

const EXPECTED = { good: "品名，如大白菜", per: "单位，如斤", market: "用来比较的市场名称" } as const;
