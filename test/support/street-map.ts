/**
 * Streets drawn as text. Every even column of every even line is a node, what stands between is a join of 60 m:
 * `-` `|` both ways, `>` `<` `^` `v` one way on foot, `=` `:` private, `~` `%` steps. A letter names a node, `+` or a
 * join sign in a node's place is a node without name, `#` is a node that nobody passes.
 */

import type { LonLat } from "../../server/base/lon-lat.ts";
import { pieceLengthM } from "../../server/base/metric.ts";
import { NodeFlag, type StreetRows, WayFlag } from "../../server/import/rows.ts";
import { buildNetwork } from "../../server/network/build.ts";
import { E7, type WalkNetwork } from "../../server/network/walk-network.ts";
import { type DrawnWay, streetRows } from "./street-rows.ts";

export const JOIN_M = 60;
const ORIGIN: LonLat = [113.65, 34.75];
const { PRIVATE, STEPS, FORWARD, BACKWARD } = WayFlag;
const BOTH = FORWARD | BACKWARD;
const ACROSS: Record<string, number> = {
  "-": BOTH,
  ">": FORWARD,
  "<": BACKWARD,
  "=": BOTH | PRIVATE,
  "~": BOTH | STEPS,
};
const DOWN: Record<string, number> = { "|": BOTH, v: FORWARD, "^": BACKWARD, ":": BOTH | PRIVATE, "%": BOTH | STEPS };

export interface StreetMap {
  readonly rows: StreetRows;
  readonly network: WalkNetwork;
  /** Position of a named node, moved by metres east and north. */
  at(name: string, eastM?: number, northM?: number): LonLat;
  /** Junction that a named node became. */
  readonly node: Record<string, number>;
}

export function streetMap(drawing: string): StreetMap {
  const lines = drawing
    .replace(/^\s*\n/, "")
    .trimEnd()
    .split("\n");
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  const grid = lines.map((line) => line.slice(indent));
  const signAt = (x: number, y: number): string => grid[y]?.[x] ?? " ";
  const index = new Map<string, number>();
  const positions: LonLat[] = [];
  const nodeFlags: number[] = [];
  const names = new Map<string, number>();
  const nodeAt = (x: number, y: number): number => {
    const key = `${x},${y}`;
    const known = index.get(key);
    if (known !== undefined) return known;
    const sign = signAt(x, y);
    const id = positions.length;
    index.set(key, id);
    positions.push(positionOf(x / 2, y / 2));
    nodeFlags.push(sign === "#" ? NodeFlag.BLOCKED : 0);
    if (/[a-zA-Z]/.test(sign)) names.set(sign, id);
    return id;
  };
  const ways: DrawnWay[] = [];
  for (let y = 0; y < grid.length; y++) {
    for (let x = 0; x < grid[y].length; x++) {
      if (x % 2 === 1 && y % 2 === 0 && signAt(x, y) in ACROSS)
        ways.push({ nodes: [nodeAt(x - 1, y), nodeAt(x + 1, y)], flags: ACROSS[signAt(x, y)] });
      if (x % 2 === 0 && y % 2 === 1 && signAt(x, y) in DOWN)
        ways.push({ nodes: [nodeAt(x, y - 1), nodeAt(x, y + 1)], flags: DOWN[signAt(x, y)] });
    }
  }
  const rows = streetRows(positions, ways, nodeFlags);
  const network = buildNetwork(rows, wholeMetres);
  const node: Record<string, number> = {};
  for (const [name, id] of names) node[name] = junctionAt(network, rows.nodeLonE7[id], rows.nodeLatE7[id]);
  return {
    rows,
    network,
    node,
    at: (name, eastM = 0, northM = 0) => moved(positions[names.get(name) ?? -1], eastM, northM),
  };
}

/** On a step of the coordinates that rows can hold, so that a named node is met exactly. */
function positionOf(column: number, line: number): LonLat {
  const [lon, lat] = moved(ORIGIN, column * JOIN_M, -line * JOIN_M);
  return [Math.round(lon * E7) / E7, Math.round(lat * E7) / E7];
}

/** A position moved by metres; on the map's own latitude, so that columns stay above each other. */
export function moved([lon, lat]: LonLat, eastM: number, northM: number): LonLat {
  return [
    lon + eastM / pieceLengthM(0, ORIGIN[1], 1, ORIGIN[1]),
    lat + northM / (pieceLengthM(0, ORIGIN[1] - 0.005, 0, ORIGIN[1] + 0.005) * 100),
  ];
}

/** Coordinates have a step of about a centimetre; drawn lengths are whole metres. */
function wholeMetres(fromLon: number, fromLat: number, toLon: number, toLat: number): number {
  return Math.round(pieceLengthM(fromLon, fromLat, toLon, toLat));
}

function junctionAt(network: WalkNetwork, lonE7: number, latE7: number): number {
  for (let v = 0; v < network.nodeCount; v++) {
    if (network.nodeLonE7[v] === lonE7 && network.nodeLatE7[v] === latE7) return v;
  }
  return -1;
}
