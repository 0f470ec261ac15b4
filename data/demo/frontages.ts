/** Places along the streets where a shop can open: a few metres before a wall, clear of gates and corners. @module */
import { nearnessToCentres } from "./centres.ts";
import type { Side } from "./grid.ts";
import { along, distance, endOf, leftOf, moved, type Point, type Shape } from "./plane.ts";
import { toGround } from "./projection.ts";
import type { Random } from "./random.ts";
import recipe from "./recipe.json" with { type: "json" };
import type { Parcel, Town } from "./town.ts";

const { everyM, cornerM, gateM, beforeWallM, streetWeight, marketWeight, stripDepthM } = recipe.frontages;

export interface Frontage {
  readonly point: Point;
  readonly parcel: Parcel;
  readonly street: string;
  readonly houseNumber: number;
  /** How lively the street is there; 0 is never chosen. */
  readonly weight: number;
}

export function findFrontages(town: Town): Frontage[] {
  return town.parcels.flatMap((parcel) => {
    if (parcel.use === "nursery" || parcel.use === "lake_park" || parcel.block.use === "B") return [];
    return parcel.plot.flatMap(({ from, side }, at) => frontagesOf(town, parcel, from, endOf(parcel.plot, at), side));
  });
}

function frontagesOf(town: Town, parcel: Parcel, from: Point, to: Point, side: Side): Frontage[] {
  const { street } = side;
  if (street === null) return [];
  const outwards = leftOf(to, from);
  const strip = hasStrip(parcel, side);
  const lengthM = distance(from, to);
  const middle = along(from, to, 0.5);
  const gates = town.gates.filter((gate) => distance(gate, middle) < lengthM / 2 + gateM);
  const found: Frontage[] = [];
  for (let atM = cornerM; atM <= lengthM - cornerM; atM += everyM) {
    const onWall = along(from, to, atM / lengthM);
    if (gates.some((gate) => distance(gate, onWall) < gateM)) continue;
    const point = moved(onWall, outwards, strip ? stripDepthM : beforeWallM);
    const weight = streetWeight[street.kind] * (street.market ? marketWeight : 1) * (0.12 + nearnessToCentres(point));
    const name = street.name ?? `${parcel.land.find((edge) => edge.side.street?.name)?.side.street?.name ?? ""}支巷`;
    const eastWest = Math.abs(street.to[0] - street.from[0]) > Math.abs(street.to[1] - street.from[1]);
    const parity = outwards[eastWest ? 1 : 0] > 0 ? 1 : 0;
    found.push({
      point,
      parcel,
      street: name,
      houseNumber: 2 * Math.max(1, Math.round(point[eastWest ? 0 : 1] / 14)) - parity,
      weight,
    });
  }
  return found;
}

function hasStrip(parcel: Parcel, side: Side): boolean {
  return side.street?.market === true && (parcel.use === "compound" || parcel.use === "old");
}

/** Low rows of shops between the wall and the pavement of a market street, open where a gate is. */
export function drawShopRows(town: Town): void {
  const random = town.random("shop rows");
  for (const parcel of town.parcels) {
    parcel.plot.forEach(({ from, side }, at) => {
      if (hasStrip(parcel, side))
        for (const [start, end] of openStretches(town, parcel.plot, at))
          drawRow(town, random, from, endOf(parcel.plot, at), start, end);
    });
  }
}

/** Plan metres along a side between its gates. */
function openStretches(town: Town, plot: Shape<Side>, at: number): [number, number][] {
  const from = plot[at].from;
  const to = endOf(plot, at);
  const lengthM = distance(from, to);
  const gates = town.gates
    .filter((gate) => Math.abs(distance(from, gate) + distance(gate, to) - lengthM) < 0.5)
    .map((gate) => distance(from, gate))
    .sort((a, b) => a - b);
  const edges = [0, ...gates.flatMap((gate) => [gate - 8, gate + 8]), lengthM];
  return Array.from({ length: edges.length / 2 }, (_, k) => [edges[2 * k], edges[2 * k + 1]]);
}

function drawRow(town: Town, random: Random, from: Point, to: Point, startM: number, endM: number): void {
  const lengthM = distance(from, to);
  const outwards = leftOf(to, from);
  for (let atM = startM; atM < endM - 8; ) {
    const nextM = Math.min(endM, atM + random.between(18, 48));
    const [a, b] = [along(from, to, atM / lengthM), along(from, to, nextM / lengthM)];
    const depth = stripDepthM - random.between(0, 2);
    const ring = [
      moved(a, outwards, 1),
      moved(a, outwards, depth),
      moved(b, outwards, depth),
      moved(b, outwards, 1),
    ].map(toGround);
    town.sheet.ringOnGround(ring, { building: "retail", "building:levels": String(random.whole(1, 3)) });
    atM = nextM + (random.chance(0.3) ? 4 : 0.2);
  }
}
