/** The demo town's register: units and tables as offices would fill them in, some of it left open. The same seed gives the same bytes. @module */
import { newRandom, type Random } from "./random.ts";
import town from "./recipe.json" with { type: "json" };
import recipe from "./register.json" with { type: "json" };

const SEED = town.seed;
const { chances } = recipe;
const RANGES: Readonly<Record<string, readonly number[]>> = recipe.ranges;
const AREAS: Readonly<Record<string, readonly number[]>> = recipe.areas;
const FALLBACK = [1, 12];
/** Facts that the list of units tells, or the map. */
const OF_UNITS = ["户数", "居民人数"];

/** Units as CSV, tables in the order in which they come, each a template to be filled in, surveys of prices, and waivers. */
export function demoRegister() {
  return { units: unitList(), tables: recipe.tables, fill: fillTable, prices: surveys(), waivers: recipe.waivers };
}

/** The list of units that no map of the town shows. */
function unitList(): string {
  const random = newRandom(SEED, "register/units");
  const { households, residentsEach, unknown } = recipe.people;
  const rows = recipe.units.flatMap(({ street, setting, communities }) =>
    communities.map((community) => {
      const count = random.whole(households[0], households[1]);
      const residents = Math.round(count * random.between(residentsEach[0], residentsEach[1]));
      const isKnown = setting !== "" && !random.chance(unknown);
      return [street, community, setting, isKnown ? String(count) : "", isKnown ? String(residents) : ""];
    }),
  );
  return csv(["街道", "社区", "城乡", "户数", "居民人数"], rows);
}

/**
 * Fills in a template of the register; what it holds already stays.
 *
 * @param header 街道, 社区, 项目, 设施名称, 事实, 值, 填写说明
 */
function fillTable(pack: string, header: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = recipe.tables.find((one) => one.pack === pack);
  if (table === undefined) throw new RangeError(`the recipe has no table of ${pack}`);
  const filled = rows.map((row) => (row[5] === "" ? row.with(5, cellFor(table, row)) : row));
  return csv(header, filled);
}

/** Surveys of prices: shops of some communities, or one of the street where the pack asks no more; market by market. */
function surveys(): { readonly pack: string; readonly street: string; readonly table: string }[] {
  return recipe.prices.map(({ pack, street, item, on, surveyed, markup, source, markets, goods }) => {
    const isOfStreet = surveyed === 1;
    const communities = isOfStreet ? [""] : (recipe.units.find((one) => one.street === street)?.communities ?? []);
    const rows = communities.flatMap((community) => {
      const random = newRandom(SEED, ["register", "prices", pack, street, community].join("/"));
      if (!random.chance(surveyed) || community.startsWith("第十七")) return [];
      return goods.flatMap(({ name, per, prices }) => {
        const mean = prices.reduce((sum, price) => sum + price, 0) / prices.length;
        const own = (mean * random.between(markup[0], markup[1])).toFixed(2);
        return markets.map((market, m) => [
          ...[street, community, item, "", on, name, per, own, market],
          ...[prices[m].toFixed(2), source],
        ]);
      });
    });
    return { pack, street, table: csv(PRICE_HEADS, rows) };
  });
}

const PRICE_HEADS = [
  ...["街道", "社区", "项目", "设施名称", "调查日期", "品名", "单位"],
  ...["本店价格（元）", "市场名称", "市场价格（元）", "来源"],
];

function cellFor({ pack, from, to }: (typeof recipe.tables)[number], row: readonly string[]): string {
  const [street, community, item, name, fact, , expected] = row;
  const told = recipe.told.filter(
    (one) => one.pack === pack && one.street === street && one.item === item && isNamed(community, one.community),
  );
  const mine = told.find((one) => one.fact === fact);
  if (mine !== undefined) return mine.value;
  if (told.some(({ absent }) => absent === true) || OF_UNITS.includes(fact) || community.startsWith("第十七"))
    return "";
  const chance = (...label: string[]) => newRandom(SEED, ["register", pack, street, community, ...label].join("/"));
  // Whole communities that have not reported yet; and how well the others do.
  if (community !== "" && chance("reports").chance(0.1)) return "";
  const quality = chance("quality").between(0.85, 1.12);
  if (fact === "台账齐全") return chance(item, "listed").chance(chances.listed) ? "是" : "";
  // A facility that the map shows is there; of the others some are not.
  if (item !== "" && name === "" && !chance(item, "there").chance(chances.there * quality)) return "";
  if (fact === "验收日期" || fact === "验收通过" || fact === "验收得分")
    return inspected(chance(item, "inspected"), fact, from, to);
  const random = chance(item, name, fact);
  if (!random.chance(chances.told)) return "";
  if (fact === "城乡") return street === "南浦街道" && random.chance(0.4) ? "农村" : "城市";
  if (fact === "新旧城区") return random.chance(0.5) ? "老" : "新";
  if (expected === "是、否") return random.chance(chances.yes * quality) ? "是" : "否";
  if (expected.startsWith("日期"))
    return random.chance(chances.done * quality) ? dayBetween(random, from, to) : "未完成";
  if (expected.startsWith("如")) return dayBetween(random, from, to);
  const [low, high] = (fact.endsWith("面积") ? AREAS[item] : undefined) ?? RANGES[fact] ?? FALLBACK;
  return Number.isInteger(low) ? String(random.whole(low, high)) : random.between(low, high).toFixed(2);
}

/** Day, result and score of one inspection belong together. */
function inspected(random: Random, fact: string, from: string, to: string): string {
  if (!random.chance(chances.inspected)) return "";
  const isPassed = random.chance(chances.accepted);
  const day = dayBetween(random, from, to);
  if (fact === "验收日期") return day;
  if (fact === "验收通过") return isPassed ? "是" : "否";
  return String(isPassed ? random.whole(90, 98) : random.whole(68, 88));
}

function isNamed(community: string, name: string): boolean {
  return community.replace(/社区$/, "") === name.replace(/社区$/, "");
}

function dayBetween(random: Random, from: string, to: string): string {
  const at = random.between(Date.parse(from), Date.parse(to));
  return new Date(at).toISOString().slice(0, 10);
}

function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => row.join(",")).join("\r\n")}\r\n`;
}
