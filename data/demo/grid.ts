/** The big streets, the river and the railway: a jittered grid whose meshes are the blocks of the town. @module */
import type { OsmSheet } from "./osm-sheet.ts";
import { along, cut, distance, type Point, type Shape } from "./plane.ts";
import type { Random } from "./random.ts";
import recipe from "./recipe.json" with { type: "json" };
import { addSpan, newStreet, type Street, type StreetKind } from "./streets.ts";

/** What a side of a block or parcel lies on: a street, or something that nobody can step out to. */
export interface Side {
  readonly street: Street | null;
  /** Metres from the side to the wall of the plot; for a street, from its centre line. */
  readonly setbackM: number;
}
export interface Block {
  readonly column: number;
  readonly row: number;
  /** One letter of the recipe's plan of uses: what stands here. */
  readonly use: string;
  readonly shape: Shape<Side>;
}
export interface Grid {
  readonly streets: readonly Street[];
  readonly blocks: readonly Block[];
  /** Crossing of column line i and row line j: `corners[i][j]`. River and railway are lines too. */
  readonly corners: readonly (readonly Point[])[];
}

interface Line {
  readonly at: number;
  readonly name: string;
  readonly kind: string;
}
const columns: readonly Line[] = recipe.grid.columns;
const rows: readonly Line[] = recipe.grid.rows;
export const RAIL = columns.findIndex(({ kind }) => kind === "rail");
export const RIVER = rows.findIndex(({ kind }) => kind === "river");

export function layGrid(sheet: OsmSheet, random: Random): Grid {
  const points = crossings(random);
  const nodes = points.map((column, i) =>
    column.map((point, j) => (i === RAIL || j === RIVER ? null : sheet.node(point))),
  );
  const streets: Street[] = [];
  /** Street on the side of a block: `h/i/j` along row j east of column i, `v/i/j` along column i north of row j. */
  const sides = new Map<string, Street>();

  function lay(
    line: Line,
    [i, j]: readonly [number, number],
    [k, l]: readonly [number, number],
    kind = line.kind as StreetKind,
  ): Street {
    const street = newStreet(
      sheet,
      { kind, name: line.name, from: points[i][j], to: points[k][l] },
      { from: nodes[i][j] ?? undefined, to: nodes[k][l] ?? undefined },
    );
    streets.push(street);
    return street;
  }

  rows.forEach((line, j) => {
    if (j === RIVER) return;
    for (let i = 0; i < columns.length - 1; i++) {
      if (i + 1 === RAIL) {
        const [west, east] = acrossRail(sheet, line, j, points, nodes, lay);
        streets.push(...(west === east ? [] : [west, east]));
        sides.set(`h/${i}/${j}`, west).set(`h/${i + 1}/${j}`, east);
        i++;
      } else sides.set(`h/${i}/${j}`, lay(line, [i, j], [i + 1, j]));
    }
    streets.push(beyond(sheet, line, points[0][j], points[1][j], nodes[0][j]!));
  });
  columns.forEach((line, i) => {
    if (i === RAIL) return;
    for (let j = 0; j < rows.length - 1; j++) {
      if (j + 1 === RIVER) {
        const street = overRiver(sheet, line, i, points, (kind) => lay(line, [i, j], [i, j + 2], kind));
        if (street) sides.set(`v/${i}/${j}`, street).set(`v/${i}/${j + 1}`, street);
        j++;
      } else sides.set(`v/${i}/${j}`, lay(line, [i, j], [i, j + 1]));
    }
    const last = rows.length - 1;
    streets.push(beyond(sheet, line, points[i][0], points[i][1], nodes[i][0]!));
    streets.push(beyond(sheet, line, points[i][last], points[i][last - 1], nodes[i][last]!));
  });
  return { streets, blocks: meshes(points, sides), corners: points };
}

/** River and railway stay where the recipe puts them; everything else is moved a little. */
function crossings(random: Random): Point[][] {
  const jitter = (): number => random.between(-recipe.grid.jitterM, recipe.grid.jitterM);
  const points: Point[][] = columns.map(({ at: u }) => rows.map(({ at: v }): Point => [u + jitter(), v + jitter()]));
  rows.forEach((_, j) => {
    const [west, east] = [points[RAIL - 1][j], points[RAIL + 1][j]];
    points[RAIL][j] = along(west, east, (columns[RAIL].at - west[0]) / (east[0] - west[0]));
  });
  columns.forEach((_, i) => {
    const [south, north] = [points[i][RIVER - 1], points[i][RIVER + 1]];
    points[i][RIVER] = along(south, north, (rows[RIVER].at - south[1]) / (north[1] - south[1]));
  });
  return points;
}

type Lay = (line: Line, from: readonly [number, number], to: readonly [number, number], kind?: StreetKind) => Street;

/** West and east part of a row at the railway: one street where there is a crossing, else two dead ends. */
function acrossRail(
  sheet: OsmSheet,
  line: Line,
  j: number,
  points: Point[][],
  nodes: (number | null)[][],
  lay: Lay,
): [Street, Street] {
  const crossing = recipe.grid.railCrossings.find(({ row }) => row === j)?.kind;
  const [from, rail, to] = [points[RAIL - 1][j], points[RAIL][j], points[RAIL + 1][j]];
  const { railStripM } = recipe.grid;
  if (crossing === "level" || crossing === "underpass") {
    const street = lay(line, [RAIL - 1, j], [RAIL + 1, j]);
    const atM = distance(from, rail);
    if (crossing === "underpass")
      addSpan(sheet, street, atM - railStripM + 4, atM + railStripM - 4, { tunnel: "yes", layer: "-1" });
    return [street, street];
  }
  const kind = line.kind as StreetKind;
  const westEnd = along(rail, from, railStripM / distance(rail, from));
  const eastEnd = along(rail, to, railStripM / distance(rail, to));
  const west = newStreet(sheet, { kind, name: line.name, from, to: westEnd }, { from: nodes[RAIL - 1][j]! });
  const east = newStreet(sheet, { kind, name: line.name, from: eastEnd, to }, { to: nodes[RAIL + 1][j]! });
  if (crossing === "footbridge") footbridge(sheet, west.stops[1].node, westEnd, eastEnd, east.stops[0].node);
  return [west, east];
}

function footbridge(sheet: OsmSheet, fromNode: number, from: Point, to: Point, toNode: number): void {
  const [up, down] = [sheet.node(along(from, to, 0.2)), sheet.node(along(from, to, 0.8))];
  sheet.way([fromNode, up], { highway: "steps", name: recipe.grid.footbridgeName });
  sheet.way([up, down], { highway: "footway", bridge: "yes", layer: "1", name: recipe.grid.footbridgeName });
  sheet.way([down, toNode], { highway: "steps", name: recipe.grid.footbridgeName });
}

function overRiver(
  sheet: OsmSheet,
  line: Line,
  i: number,
  points: Point[][],
  lay: (kind: StreetKind) => Street,
): Street | null {
  const bridge = recipe.grid.bridges.find(({ column }) => column === i);
  if (!bridge) return null;
  const street = lay(bridge.foot ? "footway" : (line.kind as StreetKind));
  const atM = distance(points[i][RIVER - 1], points[i][RIVER]);
  const half = recipe.ground.riverHalfM + 22;
  addSpan(sheet, street, atM - half, atM + half, { bridge: "yes", layer: "1", "bridge:name": bridge.name });
  return street;
}

/** Streets lead on a little over the edge of the district. */
function beyond(sheet: OsmSheet, line: Line, corner: Point, inner: Point, node: number): Street {
  const to = along(corner, inner, -recipe.grid.beyondM / distance(corner, inner));
  return newStreet(sheet, { kind: line.kind as StreetKind, name: line.name, from: corner, to }, { from: node });
}

function meshes(points: Point[][], sides: ReadonlyMap<string, Street>): Block[] {
  const side = (key: string): Side => {
    const street = sides.get(key) ?? null;
    return { street, setbackM: street === null ? 0 : recipe.streets.setbackM[street.kind] };
  };
  const blocks: Block[] = [];
  recipe.grid.uses.forEach((letters, fromNorth) => {
    const j = rows.length - 2 - fromNorth;
    [...letters].forEach((use, i) => {
      let shape: Shape<Side> = [
        { from: points[i][j], side: side(`h/${i}/${j}`) },
        { from: points[i + 1][j], side: side(`v/${i + 1}/${j}`) },
        { from: points[i + 1][j + 1], side: side(`h/${i}/${j + 1}`) },
        { from: points[i][j + 1], side: side(`v/${i}/${j}`) },
      ];
      const fence: Side = { street: null, setbackM: 3 };
      const { railStripM } = recipe.grid;
      // A little under the water, whose edge is uneven.
      const bank = recipe.ground.riverHalfM - 4;
      if (i + 1 === RAIL) shape = cut(shape, [columns[RAIL].at - railStripM, 0], [-1, 0], fence);
      if (i === RAIL) shape = cut(shape, [columns[RAIL].at + railStripM, 0], [1, 0], fence);
      if (j + 1 === RIVER) shape = cut(shape, [0, rows[RIVER].at - bank], [0, -1], fence);
      if (j === RIVER) shape = cut(shape, [0, rows[RIVER].at + bank], [0, 1], fence);
      blocks.push({ column: i, row: j, use, shape });
    });
  });
  return blocks;
}
