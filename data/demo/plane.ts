/** Plane geometry of the plan: points in plan metres, and convex shapes whose every side knows what it lies on. @module */

/** u eastwards, v northwards, in metres on the plan, before the town is bent and turned into place. */
export type Point = readonly [u: number, v: number];

/** One side of a shape: it starts at `from` and ends where the next one starts. Anticlockwise. */
export interface Edge<S> {
  readonly from: Point;
  readonly side: S;
}
/** Convex, anticlockwise. */
export type Shape<S> = readonly Edge<S>[];

export function along(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

export function distance(a: Point, b: Point): number {
  const [du, dv] = [b[0] - a[0], b[1] - a[1]];
  return Math.sqrt(du * du + dv * dv);
}

/** Unit vector to the left of the way from one point to another: inwards for an anticlockwise shape. */
export function leftOf(from: Point, to: Point): Point {
  const length = distance(from, to);
  return [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
}

export function moved(point: Point, direction: Point, metres: number): Point {
  return [point[0] + direction[0] * metres, point[1] + direction[1] * metres];
}

export function corners<S>(shape: Shape<S>): Point[] {
  return shape.map((edge) => edge.from);
}

/** Where the side at an index ends. */
export function endOf<S>(shape: Shape<S>, at: number): Point {
  return shape[(at + 1) % shape.length].from;
}

export function areaOf<S>(shape: Shape<S>): number {
  let twice = 0;
  shape.forEach(({ from }, at) => {
    const to = endOf(shape, at);
    twice += from[0] * to[1] - to[0] * from[1];
  });
  return twice / 2;
}

/** Mean of the corners: inside, since the shape is convex. */
export function middleOf<S>(shape: Shape<S>): Point {
  const sum = shape.reduce<[number, number]>(([u, v], { from }) => [u + from[0], v + from[1]], [0, 0]);
  return [sum[0] / shape.length, sum[1] / shape.length];
}

/** West, south, east, north on the plan. */
export function extentOf<S>(shape: Shape<S>): [number, number, number, number] {
  const us = shape.map(({ from }) => from[0]);
  const vs = shape.map(({ from }) => from[1]);
  return [Math.min(...us), Math.min(...vs), Math.max(...us), Math.max(...vs)];
}

/** Inside, and at least so many metres from every side. */
export function holds<S>(shape: Shape<S>, point: Point, marginM: number): boolean {
  return shape.every(({ from }, at) => {
    const inwards = leftOf(from, endOf(shape, at));
    return (point[0] - from[0]) * inwards[0] + (point[1] - from[1]) * inwards[1] >= marginM;
  });
}

/** The part on the side that the normal points to; the new side lies on `side`. Empty where nothing is left. */
export function cut<S>(shape: Shape<S>, through: Point, normal: Point, side: S): Shape<S> {
  const height = (p: Point): number => (p[0] - through[0]) * normal[0] + (p[1] - through[1]) * normal[1];
  const out: Edge<S>[] = [];
  shape.forEach((edge, at) => {
    const to = endOf(shape, at);
    const start = height(edge.from);
    const end = height(to);
    if (start >= 0) out.push(edge);
    if (start >= 0 !== end >= 0) {
      const crossing = along(edge.from, to, start / (start - end));
      out.push({ from: crossing, side: start >= 0 ? side : edge.side });
    }
  });
  return withoutShortSides(out);
}

/** Every side drawn in by its own distance. */
export function inset<S>(shape: Shape<S>, metresOf: (side: S) => number): Shape<S> {
  let left: Shape<S> = shape;
  shape.forEach(({ from, side }, at) => {
    if (left.length < 3) return;
    const inwards = leftOf(from, endOf(shape, at));
    left = cut(left, moved(from, inwards, metresOf(side)), inwards, side);
  });
  return left;
}

export interface Hit<S> {
  readonly point: Point;
  readonly side: S;
  /** Index of the side in its shape. */
  readonly at: number;
}

/** Where the line u = value (axis 0) or v = value (axis 1) enters and leaves, lower coordinate first; null where it misses. */
export function chord<S>(shape: Shape<S>, axis: 0 | 1, value: number): readonly [Hit<S>, Hit<S>] | null {
  const hits: Hit<S>[] = [];
  shape.forEach(({ from, side }, at) => {
    const to = endOf(shape, at);
    const start = from[axis] - value;
    const end = to[axis] - value;
    if (start > 0 !== end > 0) hits.push({ point: along(from, to, start / (start - end)), side, at });
  });
  if (hits.length !== 2) return null;
  hits.sort((a, b) => a.point[1 - axis] - b.point[1 - axis]);
  return [hits[0], hits[1]];
}

function withoutShortSides<S>(shape: Shape<S>): Shape<S> {
  const kept = shape.filter(({ from }, at) => distance(from, endOf(shape, at)) > 0.01);
  return kept.length < 3 ? [] : kept;
}
