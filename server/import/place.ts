/** A pair of coordinates as written → a position, or the reason why it cannot be one. @module */
import { type Crs, outOfRange, toWgs84 } from "../base/crs.ts";
import type { LonLat } from "../base/lon-lat.ts";
import { RowProblem } from "./row-problem.ts";
import type { Original } from "./rows.ts";

/** What the file calls the two: `经度` and `纬度`. */
export interface AxisNames {
  readonly x: string;
  readonly y: string;
}

export interface Placed {
  readonly position: LonLat;
  readonly original: Original;
}

/** China with its seas, degrees. Beyond it a pair in a system of use in China only was probably not meant. */
const CHINA = { minX: 73, maxX: 136, minY: 3, maxY: 54 };

/** @throws RowProblem */
export function place(crs: Crs, x: number, y: number, names: AxisNames): Placed {
  checkPair(crs, x, y, names);
  return { position: toWgs84(crs, x, y), original: { x, y, crs: crs.id } };
}

/** @throws RowProblem `position_zero`, `lat_lon_swapped`, `east_north_swapped`, `position_out_of_range` */
export function checkPair(crs: Crs, x: number, y: number, names: AxisNames): void {
  const both = `${names.x}, ${names.y}`;
  if (x === 0 && y === 0) throw new RowProblem("position_zero", both, "0, 0", "≠ 0, 0");
  if (isSwapped(crs, x, y)) {
    const reason = crs.kind === "geographic" ? "lat_lon_swapped" : "east_north_swapped";
    throw new RowProblem(reason, both, `${x}, ${y}`, `${y}, ${x}`);
  }
  const outside = outOfRange(crs, x, y);
  if (outside !== null) {
    const value = outside.axis === "x" ? x : y;
    throw new RowProblem("position_out_of_range", names[outside.axis], String(value), outside.expected);
  }
}

/** True where the pair makes no sense as it stands and makes sense the other way round. */
function isSwapped(crs: Crs, x: number, y: number): boolean {
  if (outOfRange(crs, x, y) !== null) return outOfRange(crs, y, x) === null;
  return crs.kind === "geographic" && crs.chinaOnly && !inChina(x, y) && inChina(y, x);
}

function inChina(lon: number, lat: number): boolean {
  return lon >= CHINA.minX && lon <= CHINA.maxX && lat >= CHINA.minY && lat <= CHINA.maxY;
}
