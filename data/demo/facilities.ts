/** Facilities: each category gathers where it would, leaves out where the recipe says so, and keeps its own distance. @module */

import categories from "./categories.json" with { type: "json" };
import { communityLetter } from "./communities.ts";
import type { Frontage } from "./frontages.ts";
import { RIVER } from "./grid.ts";
import words from "./names.json" with { type: "json" };
import { distance, type Point } from "./plane.ts";
import type { Random } from "./random.ts";
import recipe from "./recipe.json" with { type: "json" };
import type { Parcel, Town } from "./town.ts";

type Category = (typeof categories)[number];

/** A row of the facilities file. */
export interface DemoFacility {
  readonly code: string;
  /** As the file writes it: a Chinese word, now and then an alias or an Amap type code. */
  readonly word: string;
  readonly name: string;
  readonly point: Point;
  readonly address: string;
  readonly hours: string;
  /** Places, as the file writes them; blank where it does not say. */
  readonly capacity: string;
  /** Day of opening and how the position was found; both blank where the file does not say. */
  readonly opened: string;
  readonly located: string;
}

export function placeFacilities(town: Town, frontages: readonly Frontage[]): DemoFacility[] {
  const taken = new Set<Frontage>();
  return categories.flatMap((category) => {
    const random = town.random(`facilities/${category.code}`);
    const inside = random.shuffle(town.courtyards.filter(({ parcel }) => !isEmpty(parcel))).slice(0, category.inside);
    const courtyard = inside.map(
      ({ point, compound, street }): Spot => ({
        point,
        street: street ?? compound,
        label: compound,
        address: `${street ?? ""}${compound}内`,
        site: null,
      }),
    );
    const open = frontages.filter((front) => !taken.has(front) && allows(town, category, front));
    const outside = category.on === "community" ? chooseByCommunity(random, open) : choose(random, category, open);
    for (const front of outside) taken.add(front);
    const names = new Set<string>();
    const places = town.random(`capacity/${category.code}`);
    const register = town.random(`register/${category.code}`);
    return [...courtyard, ...outside.map((front) => toSpot(town, front))].map((spot) => ({
      ...describe(random, places, category, spot, names),
      ...registered(register, category.code),
    }));
  });
}

/** Whom the recipe names is registered with a day and a way of finding its position, though not every one of them. */
function registered(random: Random, code: string): Pick<DemoFacility, "opened" | "located"> {
  const { codes, fromYear, untilYear, unknownShare, located } = recipe.facilities.register;
  if (!codes.includes(code)) return { opened: "", located: "" };
  const date = [random.whole(fromYear, untilYear), random.whole(1, 12), random.whole(1, 28)];
  const opened = date.map((part) => String(part).padStart(2, "0")).join("-");
  return { opened: random.chance(unknownShare) ? "" : opened, located: random.pick(located) };
}

/** The first of its kind says its hours as no reader understands them. */
function hoursOf(category: Category, hours: string, isFirst: boolean): string {
  const { unreadableHours } = recipe.facilities;
  return isFirst && category.code === unreadableHours.code ? unreadableHours.hours : hours;
}

interface Spot {
  readonly point: Point;
  readonly street: string;
  /** Branch that the name tells, e.g. the street. */
  readonly label: string;
  readonly address: string;
  /** Name of the school or hospital whose ground this is. */
  readonly site: string | null;
}

function toSpot(town: Town, { point, street, houseNumber, parcel }: Frontage): Spot {
  return {
    point,
    street,
    label: street,
    address: `${street}${houseNumber}号`,
    site: town.siteNames.get(parcel) ?? null,
  };
}

/** Whether the recipe lets a category open there at all. */
function allows(town: Town, category: Category, { parcel }: Frontage): boolean {
  if (isEmpty(parcel) || (category.notSouth && parcel.block.row < RIVER)) return false;
  if (category.on !== "site") return true;
  return category.endings.some((ending) => town.siteNames.get(parcel)?.endsWith(ending) === true);
}

/** Blocks that the recipe leaves without any facility. */
function isEmpty({ block }: Parcel): boolean {
  return recipe.facilities.emptyBlocks.some(([column, row]) => column === block.column && row === block.row);
}

/** One in each community, off the liveliest streets. */
function chooseByCommunity(random: Random, frontages: readonly Frontage[]): Frontage[] {
  const groups = Map.groupBy(frontages, ({ parcel }) => communityLetter(parcel.block.column, parcel.block.row));
  return [...groups.keys()]
    .sort()
    .map((letter) => random.pick(groups.get(letter)!.filter(({ weight }, at) => weight < 1 || at === 0)));
}

/** Draws places by weight without putting one back, none nearer to another of its category than `apartM` in a straight line. */
function choose(random: Random, category: Category, frontages: readonly Frontage[]): Frontage[] {
  const weights = frontages.map((front) => weightFor(category, front));
  const chosen: Frontage[] = [];
  const parcels = new Map<Parcel, number>();
  while (chosen.length < category.count - category.inside) {
    const at = random.weighted(weights);
    if (at < 0) break;
    const front = frontages[at];
    weights[at] = 0;
    const ofParcel = parcels.get(front.parcel) ?? 0;
    if (category.on === "site" && ofParcel > 0) continue;
    if (chosen.some(({ point }) => distance(point, front.point) < category.apartM)) continue;
    parcels.set(front.parcel, ofParcel + 1);
    chosen.push(front);
  }
  return chosen;
}

function weightFor(category: Category, { parcel, weight }: Frontage): number {
  if (category.on === "site") return 1;
  const { use } = parcel;
  if (use === "park" || use === "station" || use === "industry") return weight * 0.15;
  return category.gathers * weight + (1 - category.gathers) * recipe.facilities.evenWeight;
}

function describe(
  random: Random,
  places: Random,
  category: Category,
  spot: Spot,
  names: Set<string>,
): Omit<DemoFacility, "opened" | "located"> {
  const word =
    random.chance(category.aliasShare) && category.aliases.length > 0 ? random.pick(category.aliases) : category.word;
  const ending = random.pick(category.endings);
  let name = spot.site !== null && category.on === "site" ? spot.site : "";
  for (let tries = 0; name === "" || (names.has(name) && tries < 20); tries++) {
    const brand = random.pick(category.on === "street" ? words.brands : words.institutions);
    name = category.branch
      ? `${brand}${ending}（${spot.label}店）`
      : `${category.byStreet ? spot.label.replace("支巷", "") : brand}${ending}`;
  }
  names.add(name);
  return {
    code: category.code,
    word,
    name,
    point: spot.point,
    address: `${recipe.area.shortName}${spot.address}`,
    hours: hoursOf(category, random.pick(category.hours), names.size === 1),
    capacity: places.pick(category.capacity),
  };
}
