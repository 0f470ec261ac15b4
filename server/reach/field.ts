/** Walking distance from one origin at every lattice point around it. @module */
import { metresPerLat, metresPerLon } from "../base/metric.ts";
import { MM_PER_M, UNREACHED } from "../base/units.ts";
import type { Place } from "../network/snap.ts";
import { EdgeFlag } from "../network/walk-network.ts";
import { alongEdge } from "./ends.ts";
import { BLOCK, blockAt, type Lattice, type LatticeBlock } from "./lattice.ts";
import type { Walker } from "./walker.ts";

export interface Field {
  /** Lattice numbers of the south-west point. */
  readonly x0: number;
  readonly y0: number;
  readonly columns: number;
  readonly rows: number;
  /** Shape [columns × rows], row by row from the south-west; millimetres, Infinity where no walk within the search leads. */
  readonly mm: Float64Array;
}

/**
 * Reads the field from a search that has spread from `start` to the limit. Its rim lies outside what can be reached, and
 * the four points round the snapped place are within the limit, so that the shape contains it.
 */
export function fieldAround(walker: Walker, lattice: Lattice, start: Place, limitMm: number): Field {
  const field = emptyField(lattice, start, limitMm);
  const { x0, y0, columns, rows, mm } = field;
  for (let by = Math.floor(y0 / BLOCK); by * BLOCK < y0 + rows; by++) {
    for (let bx = Math.floor(x0 / BLOCK); bx * BLOCK < x0 + columns; bx++) {
      const block = blockAt(lattice, bx, by);
      for (let y = Math.max(y0, by * BLOCK); y < Math.min(y0 + rows, (by + 1) * BLOCK); y++) {
        for (let x = Math.max(x0, bx * BLOCK); x < Math.min(x0 + columns, (bx + 1) * BLOCK); x++) {
          mm[(y - y0) * columns + x - x0] = walkTo(walker, start, block, (y - by * BLOCK) * BLOCK + x - bx * BLOCK);
        }
      }
    }
  }
  includeSnapped(field, lattice, start, limitMm);
  return field;
}

function emptyField({ west, south, lonStep, latStep }: Lattice, { lon, lat, offsetMm }: Place, limitMm: number): Field {
  const reachM = Math.max(0, limitMm - offsetMm) / MM_PER_M;
  const lonReach = reachM / Math.max(metresPerLon(lat), 1) + 2 * lonStep;
  const latReach = reachM / metresPerLat(lat) + 2 * latStep;
  const x0 = Math.floor((lon - lonReach - west) / lonStep);
  const y0 = Math.floor((lat - latReach - south) / latStep);
  const columns = Math.ceil((lon + lonReach - west) / lonStep) - x0 + 1;
  const rows = Math.ceil((lat + latReach - south) / latStep) - y0 + 1;
  return { x0, y0, columns, rows, mm: new Float64Array(columns * rows).fill(Infinity) };
}

function walkTo(walker: Walker, start: Place, block: LatticeBlock, i: number): number {
  const nearest = totalAt(walker, start, block.edge[i], block.mm[i], block.offsetMm[i]);
  if (block.open === null || block.open.edge[i] === block.edge[i]) return nearest;
  return Math.min(nearest, totalAt(walker, start, block.open.edge[i], block.open.mm[i], block.open.offsetMm[i]));
}

/** As `totalTo`, without an object a point. */
function totalAt({ network, search }: Walker, start: Place, edge: number, mm: number, offsetMm: number): number {
  if (edge < 0) return Infinity;
  const flags = network.edgeFlags[edge];
  const rest = network.edgeLengthMm[edge] - mm;
  let best = Infinity;
  const atFrom = search.mm[network.edgeFrom[edge]];
  if (atFrom !== UNREACHED && ((flags & EdgeFlag.FORWARD) !== 0 || mm === 0)) best = atFrom + mm;
  const atTo = search.mm[network.edgeTo[edge]];
  if (atTo !== UNREACHED && ((flags & EdgeFlag.BACKWARD) !== 0 || rest === 0) && atTo + rest < best) best = atTo + rest;
  if (edge === start.edge) best = Math.min(best, start.offsetMm + alongEdge(network, edge, start.mm, mm));
  return best + offsetMm;
}

function includeSnapped(
  { x0, y0, columns, mm }: Field,
  { west, south, lonStep, latStep }: Lattice,
  start: Place,
  limitMm: number,
): void {
  if (start.offsetMm > limitMm) return;
  const x = Math.floor((start.lon - west) / lonStep) - x0;
  const y = Math.floor((start.lat - south) / latStep) - y0;
  for (const at of [y * columns + x, y * columns + x + 1, (y + 1) * columns + x, (y + 1) * columns + x + 1])
    mm[at] = Math.min(mm[at], limitMm);
}
