/** River, railway and lake: what streets must go round, over or under. @module */
import { RAIL, RIVER } from "./grid.ts";
import { drawPaths, oval, withBends } from "./grounds.ts";
import { extentOf, middleOf, type Point } from "./plane.ts";
import recipe from "./recipe.json" with { type: "json" };
import { metresAlong, stopAt } from "./streets.ts";
import type { Parcel, Town } from "./town.ts";

const { sizeM, beyondM, riverHalfM } = recipe.ground;
const STEP_M = 50;
const RAIL_U = recipe.grid.columns[RAIL].at;
const RIVER_V = recipe.grid.rows[RIVER].at;
/** Half the distance of the two tracks. */
const TRACK_M = 2.5;

export function drawRiver(town: Town): void {
  const line = steps(-beyondM, sizeM + beyondM);
  const half = (u: number): number => riverHalfM + 7 * Math.sin(u / 390 + 1) + 4 * Math.sin(u / 150);
  const south = line.map((u): Point => [u, RIVER_V - half(u)]);
  const north = line.map((u): Point => [u, RIVER_V + half(u + 700)]);
  const { name } = recipe.landscape.river;
  town.sheet.ring([...south, ...north.reverse()], { natural: "water", water: "river", name });
  town.sheet.way(
    line.map((u) => town.sheet.node([u, RIVER_V])),
    { waterway: "river", name },
  );
}

/** Two tracks, a bridge over the river, and one node with the street at every level crossing. */
export function drawRailway(town: Town): void {
  drawVerges(town);
  const { name } = recipe.landscape.railway;
  const levelRows = recipe.grid.railCrossings
    .filter(({ kind }) => kind === "level")
    .map(({ row }) => recipe.grid.rows[row].name);
  const crossed = town.streets.filter(
    (street) =>
      street.name !== null && levelRows.includes(street.name) && street.from[0] < RAIL_U && street.to[0] > RAIL_U,
  );
  for (const u of [RAIL_U - TRACK_M, RAIL_U + TRACK_M]) {
    const stops = crossed.map((street) => {
      const share = (u - street.from[0]) / (street.to[0] - street.from[0]);
      const point: Point = [u, street.from[1] + (street.to[1] - street.from[1]) * share];
      const { node } = stopAt(town.sheet, street, metresAlong(street, point), 0);
      town.sheet.tagNode(node, { railway: "level_crossing" });
      return { v: point[1], node };
    });
    const bridge = [RIVER_V - riverHalfM - 22, RIVER_V + riverHalfM + 22];
    const plain = [...steps(-beyondM, sizeM + beyondM).filter((v) => v < bridge[0] || v > bridge[1]), ...bridge].map(
      (v) => ({ v, node: town.sheet.node([u, v]) }),
    );
    const all = [...plain, ...stops].sort((a, b) => a.v - b.v);
    const piece = (from: number, to: number): number[] =>
      all.filter(({ v }) => v >= from && v <= to).map(({ node }) => node);
    const tags = { railway: "rail", name, usage: "branch", gauge: "1435" };
    town.sheet.way(piece(-Infinity, bridge[0]), tags);
    town.sheet.way(piece(bridge[0], bridge[1]), { ...tags, bridge: "yes", layer: "1" });
    town.sheet.way(piece(bridge[1], Infinity), tags);
  }
}

/** Grass between the tracks and the first fences. */
function drawVerges(town: Town): void {
  for (const [from, to] of [
    [-beyondM, RIVER_V - riverHalfM],
    [RIVER_V + riverHalfM, sizeM + beyondM],
  ]) {
    const line = steps(from, to);
    for (const side of [-1, 1]) {
      const edge = (away: number): Point[] => line.map((v): Point => [RAIL_U + side * away, v]);
      town.sheet.ring([...edge(7), ...edge(recipe.grid.railStripM - 5).reverse()], { landuse: "grass" });
    }
  }
}

/** A park with a lake. The path on the island in it joins no other: only boats go there. */
export function buildLakePark(town: Town, parcel: Parcel): void {
  const { park, lake, island, keeper } = recipe.landscape.lakePark;
  town.sheet.ring(withBends(parcel), { leisure: "park", name: park });
  const middle = middleOf(parcel.plot);
  const shore = (scale: number): Point[] =>
    oval([0, 0], 1, 1, 48).map(([x, y], k) => {
      const angle = (2 * Math.PI * k) / 48;
      const r =
        scale * (1 + 0.16 * Math.sin(2 * angle + 0.7) + 0.09 * Math.sin(3 * angle + 2) + 0.04 * Math.sin(5 * angle));
      return [middle[0] + 168 * r * x, middle[1] + 140 * r * y];
    });
  const isle: Point = [middle[0] + 30, middle[1] + 12];
  const outer = town.sheet.ring(shore(1), {});
  const inner = town.sheet.ring(oval(isle, 40, 30, 18), { leisure: "garden", name: island });
  town.sheet.multipolygon(outer, [inner], { natural: "water", water: "lake", name: lake });
  const [west, south, east, north] = extentOf(parcel.plot);
  drawPaths(town, parcel, [oval(middle, (east - west) * 0.4, (north - south) * 0.42, 32), shore(1.14)]);
  const walk = oval(isle, 26, 18, 12).map((point) => town.sheet.node(point));
  town.sheet.way([...walk, walk[0]], { highway: "footway", name: `${island}步道` });
  town.homes.push({ kind: "odd", name: keeper, point: [isle[0] + 6, isle[1]], households: 2, street: null });
}

function steps(from: number, to: number): number[] {
  return Array.from({ length: Math.floor((to - from) / STEP_M) + 1 }, (_, k) => from + k * STEP_M);
}
