/**
 * All pairs of points nearer than a limit: cells as wide as the limit along bands of latitude, a cheap lower bound for
 * whatever shares a cell or its neighbours, and the exact measure for the rest. No list of pairs is kept here.
 * @module
 */
import { metresPerLat, metresPerLon } from "../base/metric.ts";
import { type FlatPoints, nearerThan } from "./straight.ts";

/** Whoever is told of a pair; metres as `nearerThan` gives them. */
export type SeePair = (a: number, b: number, metres: number) => void;

/** No degree of latitude is shorter anywhere. */
const LEAST_METRES_PER_LAT = metresPerLat(0);
/** Near a pole a band has a single cell. */
const LEAST_METRES_PER_LON = 1;
/** A geodesic bulges towards the pole, out of the band that its ends lie in: by far less than this share of its length. */
const SLACK = 1 + 1e-6;

export interface PointGrid {
  readonly points: FlatPoints;
  readonly limitM: number;
  /** Members of the grid: bands from south to north, in each from west to east. Where it is stacked, one of each place. */
  readonly order: Int32Array;
  /** Members that share the place of another, by the one that stands for them, which is among them; empty where not stacked. */
  readonly stacks: ReadonlyMap<number, Int32Array>;
  /** Shape [bands + 1]. Members of a band are `order[bandStart[b]] …`, from west to east. */
  readonly bandStart: Int32Array;
  readonly south: number;
  readonly bandLat: number;
  /** Shape [members]. Longitudes and latitudes in the order of `order`. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/**
 * @param members indices of points, in any order
 * @param stacked true where points at the very same place are to be one member, so that thousands of them make no millions of pairs
 */
export function gridOf(points: FlatPoints, members: Int32Array, limitM: number, stacked: boolean): PointGrid {
  const bandLat = limitM / LEAST_METRES_PER_LAT;
  let south = Infinity;
  let north = -Infinity;
  for (const p of members) {
    south = Math.min(south, points.lat[p]);
    north = Math.max(north, points.lat[p]);
  }
  const bands = members.length === 0 ? 0 : Math.floor((north - south) / bandLat) + 1;
  const bandOf = (p: number) => Math.min(bands - 1, Math.floor((points.lat[p] - south) / bandLat));
  const bandStart = new Int32Array(bands + 1);
  for (const p of members) bandStart[bandOf(p) + 1]++;
  for (let b = 0; b < bands; b++) bandStart[b + 1] += bandStart[b];
  const next = bandStart.slice(0, bands);
  const order = new Int32Array(members.length);
  for (const p of members) order[next[bandOf(p)]++] = p;
  for (let b = 0; b < bands; b++) sortEastward(order.subarray(bandStart[b], bandStart[b + 1]), points);
  const kept = stacked ? stack(points, order, bandStart) : { order, stacks: new Map<number, Int32Array>() };
  return {
    points,
    limitM,
    ...kept,
    bandStart,
    south,
    bandLat,
    lon: Float64Array.from(kept.order, (p) => points.lon[p]),
    lat: Float64Array.from(kept.order, (p) => points.lat[p]),
  };
}

function sortEastward(members: Int32Array, { lon, lat }: FlatPoints): void {
  members.sort((a, b) => lon[a] - lon[b] || lat[a] - lat[b] || a - b);
}

/** Points of one place stand side by side in their band; moves the starts of bands along. */
function stack({ lon, lat }: FlatPoints, order: Int32Array, bandStart: Int32Array) {
  const stacks = new Map<number, Int32Array>();
  let kept = 0;
  let band = 0;
  for (let i = 0, next = 0; i < order.length; i = next) {
    while (band < bandStart.length - 1 && bandStart[band] <= i) bandStart[band++] = kept;
    next = i + 1;
    while (next < order.length && lon[order[next]] === lon[order[i]] && lat[order[next]] === lat[order[i]]) next++;
    if (next - i > 1) stacks.set(order[i], order.slice(i, next));
    order[kept++] = order[i];
  }
  while (band < bandStart.length) bandStart[band++] = kept;
  return { order: order.slice(0, kept), stacks };
}

/** Pairs within one set, each once. */
export function eachPair(grid: PointGrid, see: SeePair): void {
  const bands = grid.bandStart.length - 1;
  for (let b = 0; b < bands; b++) {
    sweep(grid, b, grid, b, true, see);
    if (b + 1 < bands) sweep(grid, b, grid, b + 1, false, see);
  }
}

/** Pairs of one point of each set. Both grids must have the same limit. */
export function eachPairBetween(one: PointGrid, other: PointGrid, see: SeePair): void {
  for (let b = 0; b < one.bandStart.length - 1; b++) {
    const first = Math.floor((one.south + b * one.bandLat - other.south) / other.bandLat) - 1;
    for (let c = Math.max(0, first); c <= Math.min(first + 3, other.bandStart.length - 2); c++) {
      sweep(one, b, other, c, false, see);
    }
  }
}

/**
 * Points of a band against those of another, both from west to east, with a window as wide as the limit.
 * Longitudes run on over the antimeridian by a second look, a turn away.
 */
function sweep(one: PointGrid, b: number, other: PointGrid, c: number, same: boolean, see: SeePair): void {
  const [from, to] = [one.bandStart[b], one.bandStart[b + 1]];
  const [first, last] = [other.bandStart[c], other.bandStart[c + 1]];
  if (from === to || first === last) return;
  const widest = Math.max(...edges(one, b), ...edges(other, c));
  const lonM = Math.max(LEAST_METRES_PER_LON, metresPerLon(Math.min(90, widest)));
  window(one, from, to, other, first, last, 0, lonM, same, see);
  const spansTurn = Math.max(one.lon[to - 1], other.lon[last - 1]) - Math.min(one.lon[from], other.lon[first]) > 180;
  if (!spansTurn) return;
  window(one, from, to, other, first, last, 360, lonM, false, see);
  if (!same) window(one, from, to, other, first, last, -360, lonM, false, see);
}

/** Largest absolute latitudes of a band. */
function edges({ south, bandLat }: PointGrid, b: number): [number, number] {
  return [Math.abs(south + b * bandLat), Math.abs(south + (b + 1) * bandLat)];
}

function window(
  one: PointGrid,
  from: number,
  to: number,
  other: PointGrid,
  first: number,
  last: number,
  turn: number,
  lonM: number,
  same: boolean,
  see: SeePair,
): void {
  const { limitM, points } = one;
  const reach = (limitM / lonM) * SLACK;
  const squareM = limitM * limitM * SLACK;
  let start = first;
  for (let i = from; i < to; i++) {
    const lon = one.lon[i] + turn;
    const lat = one.lat[i];
    while (start < last && other.lon[start] < lon - reach) start++;
    for (let j = same ? i + 1 : start; j < last; j++) {
      const east = other.lon[j] - lon;
      if (east > reach) break;
      const dx = east * lonM;
      const dy = (other.lat[j] - lat) * LEAST_METRES_PER_LAT;
      if (dx * dx + dy * dy >= squareM) continue;
      const metres = nearerThan(points, one.order[i], other.order[j], limitM);
      if (metres >= 0) see(one.order[i], other.order[j], metres);
    }
  }
}
