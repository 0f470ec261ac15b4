import fc from "fast-check";
import { expect, it } from "vitest";
import { geodesicEnd } from "../../../server/base/geodesic.ts";
import { drawnRadiusM, outlineOf } from "../../../server/spacing/discs.ts";
import { holds, polygonsOf } from "../../../server/spacing/rings.ts";
import { geodesicBetween } from "../../../server/spacing/straight.ts";
import { at, town } from "../../support/spacing.ts";

const R = 500;

function picture(spots: readonly (readonly [number, number])[]) {
  const { facilities } = town(spots.map(([x, y], i) => ({ ref: `f${i}`, position: at(x, y) })));
  const members = [...new Map(spots.map(([x, y], i) => [`${x} ${y}`, i])).values()];
  return { facilities, shape: polygonsOf(outlineOf(facilities, members, R)) };
}

function isCovered({ coordinates }: { coordinates: number[][][][] }, point: readonly [number, number]): boolean {
  return coordinates.some(
    ([outer, ...holes]) => holds(outer, [...point]) && !holes.some((hole) => holds(hole, [...point])),
  );
}

/** Whoever lies within a disc is covered, whoever lies beyond the chords' reach is not. */
function check(spots: readonly (readonly [number, number])[], points: readonly (readonly [number, number])[]): void {
  const { facilities, shape } = picture(spots);
  for (const [x, y] of points) {
    const point = at(x, y);
    const nearest = Math.min(...spots.map((_, f) => geodesicBetween(point, [facilities.lon[f], facilities.lat[f]])));
    if (nearest < R) expect(isCovered(shape, point), `${x} ${y}: ${nearest}`).toBe(true);
    else if (nearest > drawnRadiusM(R)) expect(isCovered(shape, point), `${x} ${y}: ${nearest}`).toBe(false);
  }
}

const lattice = (least: number, most: number, step: number) => {
  const line = Array.from({ length: Math.floor((most - least) / step) + 1 }, (_, i) => least + i * step);
  return line.flatMap((x) => line.map((y) => [x, y] as const));
};

it("one disc is a circle that holds the true one", () => {
  const { facilities, shape } = picture([[0, 0]]);
  expect(shape.coordinates).toHaveLength(1);
  const middle: [number, number] = [facilities.lon[0], facilities.lat[0]];
  for (let azimuth = 0.3; azimuth < 360; azimuth += 7) {
    expect(isCovered(shape, geodesicEnd(middle, azimuth, R) as [number, number])).toBe(true);
    expect(isCovered(shape, geodesicEnd(middle, azimuth, drawnRadiusM(R) + 0.01) as [number, number])).toBe(false);
  }
});

it("discs that touch stay two, discs in a ring leave a hole", () => {
  expect(
    picture([
      [0, 0],
      [0, 1200],
    ]).shape.coordinates,
  ).toHaveLength(2);
  const ring = Array.from({ length: 12 }, (_, i) => {
    const angle = (i / 12) * 2 * Math.PI;
    return [1500 * Math.cos(angle), 1500 * Math.sin(angle)] as const;
  });
  const { shape } = picture(ring);
  expect(shape.coordinates.map((polygon) => polygon.length)).toEqual([2]);
  check(ring, lattice(-2200, 2200, 173));
});

it("on a lattice, where circles meet by threes and fours in one point", () => {
  for (const step of [500, 707.1067811865476, 866.0254037844386, 1000]) {
    check(lattice(0, 3000, step), lattice(-700, 3700, 131));
  }
});

it("any crowd", () => {
  const metres = fc.integer({ min: 0, max: 40 }).map((steps) => steps * 75);
  fc.assert(
    fc.property(fc.array(fc.tuple(metres, metres), { minLength: 1, maxLength: 40 }), (spots) => {
      check(spots, lattice(-600, 3600, 210));
    }),
    { numRuns: 40 },
  );
});
