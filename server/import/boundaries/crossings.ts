/**
 * Finds where the rings of a polygon cross: each must be free of itself and of the others, or no question of inside
 * and outside has an answer. An index of the segments keeps it near n log n for borders of many thousand corners.
 *
 * A ring may not even touch itself (OGC simple features, as PostGIS checks them); two rings may touch in points.
 * @module
 */
import Flatbush from "flatbush";
import type { BBox } from "../../base/lon-lat.ts";
import { ringBox } from "../osm/polygon.ts";
import { RowProblem } from "../row-problem.ts";
import { sideOfRing } from "./contains.ts";
import { type Ring, type Rings, showPair, type XY } from "./rings.ts";

interface Segment {
  readonly a: XY;
  readonly b: XY;
  readonly ring: number;
  /** Place among the segments of its ring, and how many those are. */
  readonly index: number;
  readonly count: number;
}

/** @throws RowProblem `ring_crosses_itself`, `rings_cross`, `hole_outside`, `area_degenerate`, with the place */
export function checkCrossings(polygons: readonly Rings[]): void {
  const rings = polygons.flat().map(withoutRepeats);
  const segments = rings.flatMap(segmentsOf);
  const index = indexOf(segments);
  for (const [i, segment] of segments.entries()) {
    const box = boxOf(segment);
    for (const j of index.search(...box)) if (j > i) checkTwo(segment, segments[j]!);
  }
  for (const [outer, ...holes] of polygons) {
    for (const hole of holes) checkHole(hole, outer!, holes);
  }
  for (const polygon of polygons) {
    for (const other of polygons) if (other !== polygon) checkApart(polygon[0]!, other);
  }
}

function checkTwo(first: Segment, second: Segment): void {
  const sameRing = first.ring === second.ring;
  const gap = second.index - first.index;
  if (sameRing && gap === 1) checkSpike(first.a, first.b, second.b);
  else if (sameRing && gap === first.count - 1) checkSpike(second.a, second.b, first.b);
  else {
    const place = meeting(first, second, sameRing);
    const reason = sameRing ? "ring_crosses_itself" : "rings_cross";
    if (place) throw new RowProblem(reason, "geometry", showPair(place), null);
  }
}

/** Two segments in a row that lead back over one another. */
function checkSpike(a: XY, b: XY, c: XY): void {
  const back = (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) > 0;
  if (back && turn(a, b, c) === 0) throw new RowProblem("ring_crosses_itself", "geometry", showPair(b), null);
}

function checkHole(hole: Ring, outer: Ring, holes: readonly Ring[]): void {
  const stray = hole.find((point) => sideOfRing(point, outer) === "outside");
  if (stray) throw new RowProblem("hole_outside", "geometry", showPair(stray), null);
  for (const other of holes) {
    const within = other !== hole && hole.find((point) => sideOfRing(point, other) === "inside");
    if (within) throw new RowProblem("rings_cross", "geometry", showPair(within), null);
  }
}

/** No corner of one part inside another, unless in a hole of it. */
function checkApart(ring: Ring, [outer, ...holes]: Rings): void {
  if (!boxesMeet(ringBox(ring), ringBox(outer!))) return;
  const within = ring.find(
    (point) => sideOfRing(point, outer!) === "inside" && holes.every((hole) => sideOfRing(point, hole) === "outside"),
  );
  if (within) throw new RowProblem("rings_cross", "geometry", showPair(within), null);
}

/**
 * Where two segments meet: in a point inside both or along a stretch; with `touching` also where an end of one lies on
 * the other. Null where they do not.
 */
function meeting({ a, b }: Segment, { a: c, b: d }: Segment, touching: boolean): XY | null {
  const abc = turn(a, b, c);
  const abd = turn(a, b, d);
  const cda = turn(c, d, a);
  const cdb = turn(c, d, b);
  if (abc === 0 && abd === 0) {
    const ends = [c, d]
      .filter((point) => liesBetween(a, b, point))
      .concat([a, b].filter((point) => liesBetween(c, d, point)));
    const distinct = ends.some(([x, y]) => x !== ends[0]![0] || y !== ends[0]![1]);
    return ends.length > 0 && (touching || distinct) ? ends[0]! : null;
  }
  if (abc > 0 !== abd > 0 && cda > 0 !== cdb > 0 && abc !== 0 && abd !== 0 && cda !== 0 && cdb !== 0) {
    const share = cda / (cda - cdb);
    return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
  }
  if (!touching) return null;
  if (abc === 0 && liesBetween(a, b, c)) return c;
  if (abd === 0 && liesBetween(a, b, d)) return d;
  if (cda === 0 && liesBetween(c, d, a)) return a;
  if (cdb === 0 && liesBetween(c, d, b)) return b;
  return null;
}

/** Twice the signed area of the triangle: above zero where c lies to the left of a → b. */
function turn(a: XY, b: XY, c: XY): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** For a point known to be on the line through a and b. */
function liesBetween(a: XY, b: XY, [x, y]: XY): boolean {
  return (
    x >= Math.min(a[0], b[0]) && x <= Math.max(a[0], b[0]) && y >= Math.min(a[1], b[1]) && y <= Math.max(a[1], b[1])
  );
}

/** Corners without those that repeat the one before, and without the last, which is the first. */
function withoutRepeats(ring: Ring): XY[] {
  const corners = ring.slice(1).filter(([x, y], i) => x !== ring[i]![0] || y !== ring[i]![1]);
  if (corners.length < 3) throw new RowProblem("area_degenerate", "geometry", showPair(ring[0]!), null);
  return corners;
}

function segmentsOf(corners: readonly XY[], ring: number): Segment[] {
  const count = corners.length;
  return corners.map((a, index) => ({ a, b: corners[(index + 1) % count]!, ring, index, count }));
}

function indexOf(segments: readonly Segment[]): Flatbush {
  const index = new Flatbush(segments.length);
  for (const segment of segments) index.add(...boxOf(segment));
  index.finish();
  return index;
}

function boxesMeet(a: BBox, b: BBox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

function boxOf({ a, b }: Segment): [number, number, number, number] {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])];
}
