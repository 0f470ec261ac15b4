/** Everything on a parcel that is not a home: schools, hospitals, shops and offices, works, parks with their paths. @module */

import { along, chord, corners, distance, endOf, extentOf, holds, middleOf, type Point } from "./plane.ts";
import { rectangleOnGround } from "./projection.ts";
import type { Random } from "./random.ts";
import { metresAlong, stopAt } from "./streets.ts";
import type { Parcel, Town } from "./town.ts";

export function buildSchool(town: Town, parcel: Parcel, name: string): void {
  const random = town.random(`school/${name}`);
  town.sheet.ring(corners(parcel.plot), { amenity: "school", name });
  const [west, south, east, north] = extentOf(parcel.plot);
  const [width, height] = [east - west, north - south];
  const track: Point = [west + width * 0.34, south + height * 0.36];
  const [a, b] = [Math.min(28, width * 0.2), Math.min(48, height * 0.26)];
  town.sheet.ring(oval(track, a, b, 20), { leisure: "track", surface: "tartan" });
  town.sheet.ring(oval(track, a * 0.72, b * 0.78, 16), { leisure: "pitch", surface: "grass" });
  const spots: [number, number, number, number][] = [
    [0.74, 0.24, 0.34, 13],
    [0.74, 0.5, 0.34, 13],
    [0.45, 0.8, 0.6, 14],
  ];
  for (const [u, v, share, depth] of spots) {
    building(town, parcel, [west + width * u, south + height * v], width * share, depth, {
      building: "school",
      "building:levels": String(random.whole(3, 5)),
    });
  }
}

export function buildHospital(town: Town, parcel: Parcel, name: string): void {
  town.sheet.ring(corners(parcel.plot), { amenity: "hospital", name });
  const [west, south, east, north] = extentOf(parcel.plot);
  const at = (u: number, v: number): Point => [west + (east - west) * u, south + (north - south) * v];
  building(town, parcel, at(0.5, 0.3), (east - west) * 0.55, 26, { building: "hospital", "building:levels": "8" });
  building(town, parcel, at(0.35, 0.66), (east - west) * 0.28, 20, { building: "hospital", "building:levels": "15" });
  building(town, parcel, at(0.7, 0.68), (east - west) * 0.2, 24, { building: "hospital", "building:levels": "5" });
}

export function buildCommercial(town: Town, parcel: Parcel, random: Random): void {
  town.sheet.ring(corners(parcel.plot), { landuse: random.chance(0.6) ? "retail" : "commercial" });
  const [west, south, east, north] = extentOf(parcel.plot);
  const [width, height] = [east - west, north - south];
  building(town, parcel, [west + width * 0.5, south + height * 0.32], width * 0.66, height * 0.3, {
    building: "retail",
    "building:levels": String(random.whole(3, 6)),
  });
  for (const share of [0.26, 0.52, 0.78]) {
    building(
      town,
      parcel,
      [west + width * share, south + height * 0.74],
      Math.min(34, width * 0.18),
      Math.min(34, height * 0.2),
      { building: "office", "building:levels": String(random.whole(12, 28)) },
    );
  }
}

export function buildIndustry(town: Town, parcel: Parcel, random: Random): void {
  town.sheet.ring(corners(parcel.plot), { landuse: "industrial" });
  const [west, south, east, north] = extentOf(parcel.plot);
  for (let v = south + 34; v < north - 20; v += 46) {
    for (let u = west + 44; u < east - 30; u += 74) {
      if (random.chance(0.85)) building(town, parcel, [u, v], 62, 32, { building: "industrial" });
    }
  }
}

/** A park with a way in from every street and a path round. */
export function buildPark(town: Town, parcel: Parcel, random: Random, name: string): void {
  town.sheet.ring(withBends(parcel), { leisure: "park", name });
  const middle = middleOf(parcel.plot);
  const [west, south, east, north] = extentOf(parcel.plot);
  const round = oval(middle, (east - west) * 0.28, (north - south) * 0.28, 16).map(
    (point): Point => [point[0] + random.between(-3, 3), point[1] + random.between(-3, 3)],
  );
  drawPaths(town, parcel, [round]);
}

/** Paths round, outermost first, and from every side with a street a way in across all of them. */
export function drawPaths(town: Town, parcel: Parcel, rounds: readonly (readonly Point[])[]): void {
  const paths = rounds.map((points) => ({ points, nodes: points.map((point) => town.sheet.node(point)) }));
  for (const { nodes } of paths) town.sheet.way([...nodes, nodes[0]], { highway: "footway" });
  parcel.plot.forEach(({ from, side }, at) => {
    if (side.street === null || side.street.kind === "trunk") return;
    const door = along(from, endOf(parcel.plot, at), 0.5);
    const street = stopAt(town.sheet, side.street, metresAlong(side.street, door), 8).node;
    const inwards = paths.map(({ points, nodes }) => nodes[nearest(points, door)]);
    town.sheet.way([street, town.sheet.node(door), ...inwards], { highway: "footway" });
    town.gates.push(door);
  });
}

/** A green strip along the river: a walk its whole length and ways up to the street on the bank. */
export function buildBank(town: Town, parcel: Parcel, name: string): void {
  town.sheet.ring(withBends(parcel), { leisure: "park", name });
  const [west, south, east, north] = extentOf(parcel.plot);
  const bank = parcel.plot.find(({ side }) => side.street?.name?.includes("滨河"))?.side.street;
  const v = south + (north - south) * (bank && bank.from[1] > north ? 0.3 : 0.7);
  const line = chord(parcel.plot, 1, v);
  if (!line || !bank) return;
  const [from, to] = [line[0].point, line[1].point];
  const count = Math.max(2, Math.round((east - west) / 45));
  const walk = Array.from({ length: count + 1 }, (_, k) => along(from, to, 0.015 + (0.97 * k) / count)).map(
    (point, k): Point => [point[0], point[1] + 5 * Math.sin(k * 1.3)],
  );
  const nodes = walk.map((point) => town.sheet.node(point));
  town.sheet.way(nodes, { highway: "footway", name: `${name}步道` });
  for (const share of [0.2, 0.75]) {
    const at = Math.round(share * count);
    const street = stopAt(town.sheet, bank, metresAlong(bank, walk[at]), 8).node;
    town.sheet.way([street, nodes[at]], { highway: "footway" });
  }
}

/** Corners, with points between them so that a long side follows the bend of its street. */
export function withBends({ plot }: Parcel): Point[] {
  return plot.flatMap(({ from }, at) =>
    [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875].map((share) => along(from, endOf(plot, at), share)),
  );
}

export function oval(middle: Point, a: number, b: number, count: number): Point[] {
  return Array.from({ length: count }, (_, k) => {
    const angle = (2 * Math.PI * k) / count;
    return [middle[0] + a * Math.cos(angle), middle[1] + b * Math.sin(angle)];
  });
}

/** Drawn only where all of it stands inside the plot. */
function building(
  town: Town,
  parcel: Parcel,
  middle: Point,
  width: number,
  depth: number,
  tags: Record<string, string>,
): void {
  const reach = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  if (!reach.every(([x, y]) => holds(parcel.plot, [middle[0] + (x * width) / 2, middle[1] + (y * depth) / 2], 2)))
    return;
  town.sheet.ringOnGround(rectangleOnGround(middle, width, depth), tags);
}

function nearest(points: readonly Point[], to: Point): number {
  let best = 0;
  points.forEach((point, at) => {
    if (distance(point, to) < distance(points[best], to)) best = at;
  });
  return best;
}
