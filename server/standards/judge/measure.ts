/** Facts read as numbers between bounds: an area, a figure, a count, a sum. What nobody knows has wide bounds. @module */
import type { IsoDate } from "../dates.ts";
import type { Place } from "../facts/index-register.ts";
import type { Area, UnitFacts } from "../facts/register.ts";
import type { Quantity } from "../pack/requirement-schema.ts";
import type { Context } from "./context.ts";
import { ANY_AMOUNT, ANYTHING, exactly, type Interval, plus } from "./interval.ts";

/** Net area lies within gross area: of the other one only a bound is known. An area of unknown basis is taken as asked. */
export function areaOf(area: Area | null, basis: "gross" | "net" | "any"): Interval {
  if (area === null) return ANY_AMOUNT;
  if (basis === "gross" && area.basis === "net") return { low: area.m2, high: Number.POSITIVE_INFINITY };
  if (basis === "net" && area.basis === "gross") return { low: 0, high: area.m2 };
  return exactly(area.m2);
}

export function placeArea({ facility, room }: Place, basis: "gross" | "net" | "any"): Interval {
  return areaOf(room === null ? facility.area : room.area, basis);
}

/** A figure of the room, else of its facility, else — for a place — nothing: a unit's figures are its own. */
export function placeFigure(place: Place, figure: string): Interval {
  if (figure === "floor_area_m2") return placeArea(place, "any");
  const known = place.room?.figures[figure] ?? place.facility.figures[figure];
  return known === undefined ? ANYTHING : exactly(known);
}

export function unitFigure(unit: UnitFacts, figure: string): Interval {
  if (figure === "households" || figure === "residents") {
    const known = unit[figure];
    return known === null ? ANY_AMOUNT : exactly(known);
  }
  const known = unit.figures[figure];
  return known === undefined ? ANYTHING : exactly(known);
}

export function kindsOf(context: Context, items: readonly string[]): string[] {
  return [...new Set(items.flatMap((item) => context.pack.items.get(item)?.kinds ?? []))];
}

/** How many there are: no fewer than the register has, and no more where all of them are in it. */
export function countPlaces(
  context: Context,
  unit: UnitFacts,
  kinds: readonly string[],
  newSince: IsoDate | null,
): Interval {
  const places = context.index.places(unit, kinds, context.asOf);
  const sure = places.filter(
    ({ facility }) => newSince === null || (facility.since !== null && facility.since >= newSince),
  );
  const unsure = newSince === null ? [] : places.filter(({ facility }) => facility.since === null);
  const isListed = context.index.isListed(unit, kinds);
  return { low: sure.length, high: isListed ? sure.length + unsure.length : Number.POSITIVE_INFINITY };
}

export function quantityOf(context: Context, quantity: Quantity, unit: UnitFacts, place: Place | null): Interval {
  if (quantity === "households" || quantity === "residents") return unitFigure(unit, quantity);
  if (quantity === "communities") return exactly(context.index.within(unit, "community").length);
  if (quantity === "streets") return exactly(context.index.within(unit, "street").length);
  if ("figure" in quantity) {
    const { low, high } = place === null ? unitFigure(unit, quantity.figure) : placeFigure(place, quantity.figure);
    return { low: Math.max(0, low), high };
  }
  if ("count_of" in quantity) return countPlaces(context, unit, kindsOf(context, quantity.count_of), null);
  const kinds = kindsOf(context, quantity.area_of);
  const areas = context.index.places(unit, kinds, context.asOf).map((place) => placeArea(place, "any"));
  const sum = areas.reduce(plus, exactly(0));
  return context.index.isListed(unit, kinds) ? sum : { low: sum.low, high: Number.POSITIVE_INFINITY };
}
