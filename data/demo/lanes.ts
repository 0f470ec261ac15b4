/** Lanes inside a plot: one spine from south to north, rows across it, and ways out where a street is met. @module */
import type { Side } from "./grid.ts";
import type { OsmSheet } from "./osm-sheet.ts";
import { chord, distance, extentOf, type Hit, inset, type Point, type Shape } from "./plane.ts";
import { metresAlong, type Street, stopAt } from "./streets.ts";

export interface Row {
  readonly v: number;
  readonly west: Point;
  readonly east: Point;
}
export interface LanePlan {
  readonly spineU: number;
  readonly south: Point;
  readonly north: Point;
  readonly rows: readonly Row[];
  /** Where a lane could go on to a street; at most one to a side of the plot. */
  readonly exits: readonly Exit[];
}
export interface Exit {
  /** On the wall. */
  readonly hit: Hit<Side>;
  readonly street: Street;
  /** Where the lane stands, inside. */
  readonly lane: "south" | "north" | { readonly row: number; readonly end: "west" | "east" };
}

/**
 * @param pitchM least distance of two rows; they are spread so that the last building stands at the north wall
 * @param depthM of the building north of each row
 * @returns null where the plot is too narrow for lanes
 */
export function planLanes(plot: Shape<Side>, spineShare: number, pitchM: number, depthM: number): LanePlan | null {
  const yard = inset(plot, () => 9);
  if (yard.length < 3) return null;
  const [west, , east] = extentOf(yard);
  const spineU = west + (east - west) * spineShare;
  const spine = chord(yard, 0, spineU);
  if (spine === null) return null;
  const [south, north] = [spine[0].point, spine[1].point];
  const spare = Math.max(0, north[1] - south[1] - depthM - 8);
  const gaps = Math.floor(spare / pitchM);
  const rows: Row[] = [];
  for (let k = 0; k <= gaps; k++) {
    const v = south[1] + 6 + (gaps === 0 ? spare / 2 : (k * spare) / gaps);
    const across = chord(yard, 1, v);
    if (across !== null && across[0].point[0] < spineU && spineU < across[1].point[0])
      rows.push({ v, west: across[0].point, east: across[1].point });
  }
  return rows.length === 0 ? null : { spineU, south, north, rows, exits: findExits(plot, spineU, rows) };
}

function findExits(plot: Shape<Side>, spineU: number, rows: readonly Row[]): Exit[] {
  const exits = new Map<number, Exit>();
  const offer = (hit: Hit<Side>, lane: Exit["lane"]): void => {
    const { street } = hit.side;
    if (street !== null && street.kind !== "trunk" && !exits.has(hit.at)) exits.set(hit.at, { hit, street, lane });
  };
  const spine = chord(plot, 0, spineU);
  if (spine) {
    offer(spine[0], "south");
    offer(spine[1], "north");
  }
  const middleFirst = rows
    .map((_, row) => row)
    .sort((a, b) => Math.abs(a - rows.length / 2) - Math.abs(b - rows.length / 2));
  for (const row of middleFirst) {
    const across = chord(plot, 1, rows[row].v);
    if (!across) continue;
    offer(across[0], { row, end: "west" });
    offer(across[1], { row, end: "east" });
  }
  return [...exits.values()];
}

/** The node on the street straight out from an exit, or the junction that is there already. */
export function streetNode(sheet: OsmSheet, exit: Exit, mergeM: number): number {
  return stopAt(sheet, exit.street, metresAlong(exit.street, exit.hit.point), mergeM).node;
}

/**
 * Writes spine and rows. `outside` holds, for chosen exits, the node that the lane runs out to.
 * @param loop also joins the ends of the rows, so that one can walk round
 */
export function drawLanes(
  sheet: OsmSheet,
  plan: LanePlan,
  outside: ReadonlyMap<Exit, number>,
  tags: Readonly<Record<"spine" | "row", Readonly<Record<string, string>>>>,
  loop: boolean,
): void {
  const out = (match: (lane: Exit["lane"]) => boolean): number[] =>
    [...outside].filter(([exit]) => match(exit.lane)).map(([, node]) => node);
  const atRow = (row: number, end: "west" | "east"): number[] =>
    out((lane) => typeof lane !== "string" && lane.row === row && lane.end === end);
  const crossings = plan.rows.map(({ v }) => sheet.node([plan.spineU, v]));
  const southEnd = out((lane) => lane === "south");
  const northEnd = out((lane) => lane === "north");
  const northWay =
    northEnd.length > 0
      ? northEnd
      : distance(plan.north, [plan.spineU, plan.rows.at(-1)!.v]) > 8
        ? [sheet.node(plan.north)]
        : [];
  const spine = [...southEnd, ...crossings, ...northWay];
  if (spine.length > 1) sheet.way(spine, tags.spine);
  const ends = plan.rows.map(({ west, east }, row) => {
    const [westNode, eastNode] = [sheet.node(west), sheet.node(east)];
    sheet.way([...atRow(row, "west"), westNode, crossings[row], eastNode, ...atRow(row, "east")], tags.row);
    return { westNode, eastNode };
  });
  if (!loop || ends.length < 2) return;
  sheet.way(
    ends.map(({ westNode }) => westNode),
    tags.row,
  );
  sheet.way(
    ends.map(({ eastNode }) => eastNode),
    tags.row,
  );
}
