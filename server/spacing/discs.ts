/**
 * Everything nearer than a distance to some points, drawn as polygons: the exact outline of the discs' union, arc by arc,
 * with corners only where two circles cross. Chords run outside the true circles, so that a place drawn as permitted is.
 * Verdicts never rest on this picture.
 * @module
 */
import type { Position } from "geojson";
import { geodesicEnd } from "../base/geodesic.ts";
import type { LonLat } from "../base/lon-lat.ts";
import { lonDifference, metresPerLat, metresPerLon } from "../base/metric.ts";
import type { FlatPoints } from "./straight.ts";

/** Corners of a whole circle: its chords reach 0.05 % beyond it, 27 cm of 500 m. */
const CORNERS = 96;
const TURN = 2 * Math.PI;
/** Added before the chords are: far more than a flat crossing of two circles is off. */
const MARGIN_M = 0.01;
/** Circles that touch in one point do not cross. */
const TOUCH_M = 1e-6;

/** Radius of the drawn circle: its chords stay outside the true one. */
export function drawnRadiusM(radiusM: number): number {
  return (radiusM + MARGIN_M) / Math.cos(Math.PI / CORNERS);
}

/** A free arc of a circle, counter-clockwise from east; angles in radians. */
interface Arc {
  readonly centre: number;
  readonly from: number;
  readonly to: number;
  /** True for a whole circle. */
  readonly closed: boolean;
}

/**
 * Rings of the union, closed, counter-clockwise round it and clockwise round its holes.
 *
 * @param members points of different places
 */
export function outlineOf(points: FlatPoints, members: readonly number[], radiusM: number): Position[][] {
  const radius = drawnRadiusM(radiusM);
  const neighbours = crossing(points, members, radius);
  const arcs = members.flatMap((centre) => freeArcs(points, centre, neighbours.get(centre)!, radius));
  const byCentre = Map.groupBy(arcs, ({ centre }) => centre);
  const used = new Set<Arc>();
  const rings: Position[][] = [];
  for (const start of arcs) {
    if (used.has(start)) continue;
    const ring: Position[] = [];
    for (let arc: Arc | null = start; arc !== null && !used.has(arc); ) {
      used.add(arc);
      ring.push(...drawArc(points, arc, radius));
      arc = arc.closed ? null : nextArc(points, arc, neighbours.get(arc.centre)!, byCentre, used, start, radius);
    }
    ring.push(ring[0]);
    rings.push(ring);
  }
  return rings;
}

/** Circles that cross that of each member. */
function crossing(points: FlatPoints, members: readonly number[], radius: number): Map<number, number[]> {
  const rowLat = (2 * radius) / metresPerLat(0);
  const rowOf = (p: number) => Math.floor(points.lat[p] / rowLat);
  const rows = Map.groupBy(members, rowOf);
  const cross = (p: number, q: number) => Math.hypot(...offsetM(points, p, q)) < 2 * radius - TOUCH_M;
  return new Map(
    members.map((p) => {
      const near = [-1, 0, 1].flatMap((step) => rows.get(rowOf(p) + step) ?? []);
      return [p, near.filter((q) => q !== p && cross(p, q))];
    }),
  );
}

/** Metres east and north from one point to another, by the degrees half-way. */
function offsetM({ lon, lat }: FlatPoints, p: number, q: number): [number, number] {
  const middle = (lat[p] + lat[q]) / 2;
  return [lonDifference(lon[p], lon[q]) * metresPerLon(middle), (lat[q] - lat[p]) * metresPerLat(middle)];
}

/** What no other circle covers, in the order of angles. */
function freeArcs(points: FlatPoints, centre: number, others: readonly number[], radius: number): Arc[] {
  if (others.length === 0) return [{ centre, from: 0, to: TURN, closed: true }];
  const covered = others
    .map((other) => {
      const [east, north] = offsetM(points, centre, other);
      const half = Math.acos(Math.hypot(east, north) / (2 * radius));
      const from = turned(Math.atan2(north, east) - half);
      return { from, to: from + 2 * half };
    })
    .sort((a, b) => a.from - b.from);
  // Whatever reaches over the end of the turn covers its beginning.
  let reach = Math.max(...covered.map(({ to }) => to)) - TURN;
  const arcs: Arc[] = [];
  for (const { from, to } of covered) {
    if (from > reach) arcs.push({ centre, from: reach, to: from, closed: false });
    reach = Math.max(reach, to);
  }
  return arcs;
}

function turned(angle: number): number {
  return angle < 0 ? angle + TURN : angle >= TURN ? angle - TURN : angle;
}

/**
 * The arc that begins where this one ends: of the circles that cross this one, the start nearest to its end. They are the
 * same crossing, seen from two centres; where three circles meet in one point, any of the starts there will do.
 *
 * @returns null where the ring is closed
 */
function nextArc(
  points: FlatPoints,
  arc: Arc,
  others: readonly number[],
  byCentre: ReadonlyMap<number, readonly Arc[]>,
  used: ReadonlySet<Arc>,
  start: Arc,
  radius: number,
): Arc | null {
  const x = radius * Math.cos(arc.to);
  const y = radius * Math.sin(arc.to);
  let best: Arc | null = null;
  let least = Infinity;
  for (const other of others) {
    const [east, north] = offsetM(points, arc.centre, other);
    for (const each of byCentre.get(other) ?? []) {
      if (each !== start && used.has(each)) continue;
      const apart = Math.hypot(east + radius * Math.cos(each.from) - x, north + radius * Math.sin(each.from) - y);
      if (apart < least) [best, least] = [each, apart];
    }
  }
  return best === start ? null : best;
}

/** Corners of an arc, its last one left to the arc that follows. */
function drawArc({ lon, lat }: FlatPoints, { centre, from, to }: Arc, radius: number): Position[] {
  const steps = Math.max(1, Math.ceil(((to - from) / TURN) * CORNERS));
  const middle: LonLat = [lon[centre], lat[centre]];
  return Array.from({ length: steps }, (_, i) => {
    const angle = from + ((to - from) * i) / steps;
    return [...geodesicEnd(middle, 90 - (angle * 180) / Math.PI, radius)];
  });
}
