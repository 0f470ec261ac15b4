/** Decides what stands on each parcel, and has it built. @module */

import { nearnessToCentres } from "./centres.ts";
import { buildCompound } from "./compounds.ts";
import type { Block, Side } from "./grid.ts";
import {
  buildBank,
  buildCommercial,
  buildHospital,
  buildIndustry,
  buildPark,
  buildSchool,
  withBends,
} from "./grounds.ts";
import { buildLakePark } from "./landscape.ts";
import words from "./names.json" with { type: "json" };
import { buildOldQuarter } from "./old-quarters.ts";
import { areaOf, corners, extentOf, inset, middleOf, type Shape } from "./plane.ts";
import type { Random } from "./random.ts";
import recipe from "./recipe.json" with { type: "json" };
import { buildStation } from "./station.ts";
import type { Parcel, ParcelUse, Town } from "./town.ts";

const { uses, marketStripM } = recipe.parcels;

export interface Land {
  readonly block: Block;
  readonly land: Shape<Side>;
}

/** Gives each parcel its use: fixed ones from the plan of the blocks, the rest by number, nearest the centres first for shops. */
export function assignUses(town: Town, lands: readonly Land[]): void {
  const random = town.random("uses");
  const free = lands.filter(({ block }) => block.use === ".");
  const chosen = new Map<Land, ParcelUse>();
  const stationLand = lands
    .filter(({ block, land }) => block.use === "S" && land.some(({ side }) => side.street === null))
    .sort((a, b) => areaOf(b.land) - areaOf(a.land))[0];
  if (stationLand) chosen.set(stationLand, "station");
  const take = (use: ParcelUse, count: number, order: readonly Land[]): void => {
    for (const land of order.filter((item) => !chosen.has(item)).slice(0, count)) chosen.set(land, use);
  };
  const central = [...free].sort((a, b) => nearnessToCentres(middleOf(b.land)) - nearnessToCentres(middleOf(a.land)));
  const spread = spreadOut(free, random.shuffle(free));
  take("commercial", uses.commercial, central);
  take(
    "school",
    uses.school,
    spread.filter(({ land }) => areaOf(land) > uses.schoolMinM2),
  );
  take("hospital", uses.hospital, spread);
  take("park", uses.park, spread);
  take("old", uses.old, random.shuffle(free));
  for (const item of lands) {
    const use = chosen.get(item) ?? fixedUse(item.block.use, random.next());
    const plot = inset(
      item.land,
      ({ street, setbackM }) => setbackM + (street?.market && (use === "compound" || use === "old") ? marketStripM : 0),
    );
    if (plot.length >= 3) town.parcels.push({ ...item, plot, use });
  }
}

function fixedUse(letter: string, chance: number): ParcelUse {
  if (letter === "P") return "lake_park";
  if (letter === "B") return "park";
  if (letter === "I") return "industry";
  if (letter === "N") return "nursery";
  if (letter === "F") return chance < 0.55 ? "compound" : "industry";
  return "compound";
}

/** One of each block first, then second ones, so that schools and parks do not stand together. */
function spreadOut(all: readonly Land[], shuffled: readonly Land[]): Land[] {
  const seen = new Map<Block, number>();
  const round = new Map(
    shuffled.map((item) => [item, seen.set(item.block, (seen.get(item.block) ?? 0) + 1).get(item.block)!]),
  );
  return [...all].sort((a, b) => round.get(a)! - round.get(b)! || shuffled.indexOf(a) - shuffled.indexOf(b));
}

export function buildParcels(town: Town): void {
  const grounds = { school: [...words.schools], hospital: [...words.hospitals] };
  const { closedAt, closedCount } = recipe.compounds;
  const ordinary = town.parcels.filter(({ use, block }) => use === "compound" && block.use === ".");
  const closed = new Set(ordinary.slice(closedAt, closedAt + closedCount));
  town.parcels.forEach((parcel, at) => {
    build(town, parcel, town.random(`parcel/${at}`), closed.has(parcel), grounds);
  });
}

/** @param grounds names not given yet; the first is taken */
function build(
  town: Town,
  parcel: Parcel,
  random: Random,
  closed: boolean,
  grounds: Record<"school" | "hospital", string[]>,
): void {
  switch (parcel.use) {
    case "compound":
      // Odd corners that no compound fits into are green.
      if (!buildCompound(town, parcel, closed)) town.sheet.ring(corners(parcel.plot), { landuse: "grass" });
      break;
    case "old":
      buildOldQuarter(town, parcel);
      break;
    case "school":
      buildSchool(town, parcel, nameSite(town, parcel, grounds.school));
      break;
    case "hospital":
      buildHospital(town, parcel, nameSite(town, parcel, grounds.hospital));
      break;
    case "commercial":
      buildCommercial(town, parcel, random);
      break;
    case "industry":
      buildIndustry(town, parcel, random);
      break;
    case "park":
      if (parcel.block.use === "B") buildBank(town, parcel, recipe.landscape.river.bank);
      else buildPark(town, parcel, random, town.names.park());
      break;
    case "lake_park":
      buildLakePark(town, parcel);
      break;
    case "station":
      buildStation(town, parcel);
      break;
    case "nursery":
      buildNursery(town, parcel);
  }
}

function nameSite(town: Town, parcel: Parcel, free: string[]): string {
  const name = free.shift();
  if (name === undefined) throw new RangeError(`the recipe has more grounds of use ${parcel.use} than names for them`);
  town.siteNames.set(parcel, name);
  return name;
}

/** Trees as far as one sees, and a house in the middle farther than 200 m from every path. */
function buildNursery(town: Town, parcel: Parcel): void {
  const { name, house } = recipe.landscape.nursery;
  town.sheet.ring(withBends(parcel), { landuse: "plant_nursery", name });
  const [west, south, east, north] = extentOf(parcel.plot);
  town.homes.push({
    kind: "odd",
    name: house,
    point: [(west + east) / 2, (south + north) / 2],
    households: 3,
    street: null,
  });
}
