/** The table in which an office writes down prices: an example, and a line for each facility whose prices are compared. @module */
import type { Pack } from "../pack/pack.ts";
import type { RegisterIndex } from "./index-register.ts";
import { EXAMPLE, PRICE_COLUMNS, type PriceColumn, type PriceLine, pricedItems } from "./read-prices.ts";

const COLUMNS = Object.keys(PRICE_COLUMNS) as PriceColumn[];

/** Of a unit whose facility is not in the register yet the name is empty. Lines are copied as goods and markets ask for. */
export function priceTemplate(pack: Pack, { units, ofLevel, places }: RegisterIndex, asOf: string) {
  const streetOf = (id: string | null) => units.get(id ?? "")?.name ?? "";
  const rows = pricedItems(pack).flatMap(({ item, level }) =>
    ofLevel(level).flatMap((unit) => {
      const found = places(unit, item.kinds, asOf);
      const whose = found.length === 0 ? [{ unit: unit.id, name: null }] : found.map(({ facility }) => facility);
      return whose.map(({ unit: id, name }) => {
        const of = units.get(id) ?? unit;
        const isCommunity = of.level === "community";
        return row({
          street: isCommunity ? streetOf(of.parent) : of.level === "street" ? of.name : "",
          community: isCommunity ? of.name : "",
          item: item.zh,
          name: name ?? "",
        });
      });
    }),
  );
  const [first] = pricedItems(pack);
  const examples = first === undefined ? [] : [row({ ...ANY_GOOD, item: first.item.zh })];
  return { header: COLUMNS.map((column): string => PRICE_COLUMNS[column]), rows: [...examples, ...rows] };
}

const ANY_GOOD: Partial<PriceLine> = {
  street: `${EXAMPLE}某街道`,
  community: "某社区",
  name: "某便民店",
  on: "2015-09-01",
  good: "大白菜",
  per: "斤",
  cny: "1.20",
  market: "某农贸市场",
  marketCny: "1.50",
  source: "街道实地采价",
};

function row(cells: Partial<PriceLine>): string[] {
  return COLUMNS.map((column) => cells[column] ?? "");
}
