/**
 * Where between two neighbouring lattice points the nearest street changes: there the walk jumps, and a line drawn half-way
 * would be wrong by half a step. This does not depend on the origin, so it is found once and kept.
 * @module
 */
import { metresPerLat, metresPerLon } from "../../base/metric.ts";
import { MM_PER_M } from "../../base/units.ts";
import { column, row } from "../../network/segment-grid.ts";
import type { Spot } from "../../network/snap.ts";
import { E7 } from "../../network/walk-network.ts";
import { addCut, CUT_UNIT, type CutStore } from "./cut-store.ts";
import { LATTICE_MM, type Lattice } from "./lattice.ts";

/** Nothing jumps between the two points. */
export const SMOOTH = -1;
/** Places looked at between two points; their distance is about a metre. */
const SAMPLES = 15;
/** Along one edge the nearest place moves farther than this only where it leaps over a bend. */
const LEAP_MM = 2 * LATTICE_MM;

/**
 * Finds the record of the lattice edge that runs east (`north` 0) or north (1) from a point: the nearest street at the
 * point, at the other end, and at places between.
 *
 * @param store where the record is put
 * @param x lattice numbers of the point
 * @param closed flags of edges that are left out
 * @returns where the record starts, or {@link SMOOTH}
 */
export function findCut(
  lattice: Lattice,
  store: CutStore,
  x: number,
  y: number,
  north: 0 | 1,
  from: Spot,
  to: Spot,
  closed: number,
): number {
  if (follows(from, to)) return SMOOTH;
  const candidates = streetsNear(lattice, x, y, north, Math.max(from.offsetMm, to.offsetMm), closed);
  const spots: Spot[] = [from];
  for (let i = 1; i <= SAMPLES; i++) {
    const share = i / (SAMPLES + 1);
    spots.push(nearestOf(lattice, candidates, x + (1 - north) * share, y + north * share) ?? NOWHERE);
  }
  spots.push(to);
  let first = 0;
  while (first + 1 < spots.length && follows(spots[first], spots[first + 1])) first++;
  let last = spots.length - 1;
  while (last > 0 && follows(spots[last - 1], spots[last])) last--;
  if (first >= last) return SMOOTH;
  const unit = CUT_UNIT / (SAMPLES + 1);
  const between = spots[(first + last) >> 1];
  const isDirect = last === first + 1;
  return addCut(
    store,
    (first + 0.5) * unit,
    (last - 0.5) * unit,
    isDirect ? -1 : between.edge,
    between.mm,
    between.offsetMm,
  );
}

/** Too far from every street: there too the walk jumps. */
const NOWHERE: Spot = { edge: -1, mm: 0, offsetMm: 0 };

function follows(a: Spot, b: Spot): boolean {
  return a.edge === b.edge && Math.abs(a.mm - b.mm) <= LEAP_MM;
}

/** Segments that can be nearest to a place between the two points. */
function streetsNear(
  { streets, west, south, lonStep, latStep }: Lattice,
  x: number,
  y: number,
  north: 0 | 1,
  offsetMm: number,
  closed: number,
): number[] {
  const { network, grid } = streets;
  const { shapeLonE7, shapeLatE7 } = network;
  const lon = west + (x + (1 - north) / 2) * lonStep;
  const lat = south + (y + north / 2) * latStep;
  // From the middle nothing farther than this can be nearest anywhere between the two points.
  const reachM = (offsetMm + LATTICE_MM) / MM_PER_M;
  const reachLon = reachM / Math.max(metresPerLon(lat), 1);
  const reachLat = reachM / metresPerLat(lat);
  const found: number[] = [];
  for (let cy = Math.max(0, row(grid, lat - reachLat)); cy <= row(grid, lat + reachLat); cy++) {
    for (let cx = Math.max(0, column(grid, lon - reachLon)); cx <= column(grid, lon + reachLon); cx++) {
      const cell = cy * grid.columns + cx;
      for (let i = grid.start[cell]; i < grid.start[cell + 1]; i++) {
        const s = grid.segment[i];
        const isNear =
          Math.min(shapeLonE7[s], shapeLonE7[s + 1]) <= (lon + reachLon) * E7 &&
          Math.max(shapeLonE7[s], shapeLonE7[s + 1]) >= (lon - reachLon) * E7 &&
          Math.min(shapeLatE7[s], shapeLatE7[s + 1]) <= (lat + reachLat) * E7 &&
          Math.max(shapeLatE7[s], shapeLatE7[s + 1]) >= (lat - reachLat) * E7;
        if (isNear && (network.edgeFlags[grid.edgeOf[s]] & closed) === 0 && !found.includes(s)) found.push(s);
      }
    }
  }
  return found;
}

function nearestOf(
  { streets, west, south, lonStep, latStep }: Lattice,
  segments: readonly number[],
  x: number,
  y: number,
): Spot | null {
  const { shapeLonE7, shapeLatE7, shapeMm } = streets.network;
  const lon = west + x * lonStep;
  const lat = south + y * latStep;
  const lonM = metresPerLon(lat);
  const latM = metresPerLat(lat);
  let nearest = Infinity;
  let segment = -1;
  let share = 0;
  for (const s of segments) {
    const ax = (shapeLonE7[s] / E7 - lon) * lonM;
    const ay = (shapeLatE7[s] / E7 - lat) * latM;
    const dx = ((shapeLonE7[s + 1] - shapeLonE7[s]) / E7) * lonM;
    const dy = ((shapeLatE7[s + 1] - shapeLatE7[s]) / E7) * latM;
    const lengthSquare = dx * dx + dy * dy;
    const t = lengthSquare === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / lengthSquare));
    const squareM = (ax + t * dx) ** 2 + (ay + t * dy) ** 2;
    if (squareM >= nearest) continue;
    nearest = squareM;
    segment = s;
    share = t;
  }
  const offsetMm = Math.round(Math.sqrt(nearest) * MM_PER_M);
  if (segment < 0 || offsetMm > streets.maxOffsetMm) return null;
  return {
    edge: streets.grid.edgeOf[segment],
    mm: shapeMm[segment] + Math.round(share * (shapeMm[segment + 1] - shapeMm[segment])),
    offsetMm,
  };
}
