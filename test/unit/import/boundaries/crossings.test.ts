import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCrossings } from "../../../../server/import/boundaries/crossings.ts";
import type { Ring, XY } from "../../../../server/import/boundaries/rings.ts";

const ring = (...corners: [number, number][]): Ring => [...corners, corners[0]!];
const square = (x: number, y: number, side: number): Ring =>
  ring([x, y], [x + side, y], [x + side, y + side], [x, y + side]);
const reasonOf = (...polygons: Ring[][]): string | null => {
  try {
    checkCrossings(polygons);
    return null;
  } catch (error) {
    return (error as { reason: string }).reason;
  }
};

describe("one ring", () => {
  it.each([
    ["a square", square(0, 0, 1), null],
    ["a triangle", ring([0, 0], [1, 0], [0, 1]), null],
    [
      "a corner written twice",
      [
        [0, 0],
        [1, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ] as Ring,
      null,
    ],
    ["a bow tie", ring([0, 0], [1, 1], [1, 0], [0, 1]), "ring_crosses_itself"],
    ["a corner on a side", ring([0, 0], [4, 0], [4, 4], [2, 0], [0, 4]), "ring_crosses_itself"],
    [
      "a figure of eight that meets in a corner",
      ring([0, 0], [1, 1], [2, 0], [2, 2], [1, 1], [0, 2]),
      "ring_crosses_itself",
    ],
    ["a spike", ring([0, 0], [2, 0], [4, 0], [2, 0], [2, 2], [0, 2]), "ring_crosses_itself"],
    ["a way there and back", ring([0, 0], [1, 0], [2, 0]), "ring_crosses_itself"],
    [
      "one point many times",
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ] as Ring,
      "area_degenerate",
    ],
  ])("%s", (_, drawn, reason) => expect(reasonOf([drawn])).toBe(reason));

  it("tells the place of the crossing", () => {
    expect(() => checkCrossings([[ring([0, 0], [2, 2], [2, 0], [0, 2])]])).toThrow(
      expect.objectContaining({ value: "1, 1" }),
    );
  });
});

describe("several rings", () => {
  it.each([
    ["a hole", [[square(0, 0, 9), square(2, 2, 1)]], null],
    ["two holes that touch in a corner", [[square(0, 0, 9), square(2, 2, 1), square(3, 3, 1)]], null],
    ["a hole that touches the outer ring in a point", [[square(0, 0, 9), ring([0, 4], [2, 3], [2, 5])]], null],
    ["a hole that crosses the outer ring", [[square(0, 0, 9), square(8, 8, 3)]], "rings_cross"],
    ["a hole outside", [[square(0, 0, 1), square(5, 5, 1)]], "hole_outside"],
    ["a hole in a hole", [[square(0, 0, 9), square(1, 1, 5), square(2, 2, 1)]], "rings_cross"],
    ["two parts", [[square(0, 0, 1)], [square(5, 5, 1)]], null],
    ["two parts that touch in a corner", [[square(0, 0, 1)], [square(1, 1, 1)]], null],
    ["two parts with a common side", [[square(0, 0, 1)], [square(1, 0, 1)]], "rings_cross"],
    ["two parts that overlap", [[square(0, 0, 2)], [square(1, 1, 2)]], "rings_cross"],
    ["a part inside another", [[square(0, 0, 9)], [square(2, 2, 1)]], "rings_cross"],
    ["a part inside the hole of another", [[square(0, 0, 9), square(1, 1, 5)], [square(2, 2, 1)]], null],
    ["the same part twice", [[square(0, 0, 1)], [square(0, 0, 1)]], "rings_cross"],
  ])("%s", (_, polygons, reason) => expect(reasonOf(...polygons)).toBe(reason));
});

it("agrees with a slow look at every pair of sides, on random rings", () => {
  const corner = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(fc.uniqueArray(corner, { minLength: 3, maxLength: 7, selector: String }), (corners) => {
      expect(reasonOf([ring(...corners)]) === null).toBe(isSimple(corners));
    }),
    { numRuns: 2000 },
  );
});

it("takes a border of 20,000 corners in its stride", () => {
  const corners = Array.from({ length: 20_000 }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / 20_000;
    const radius = 1 + 0.1 * Math.sin(40 * angle);
    return [113 + radius * Math.cos(angle), 34 + radius * Math.sin(angle)];
  });
  expect(reasonOf([ring(...corners)])).toBeNull();
});

/** Every two sides share no point but the corner between neighbours. Exact: the corners are small whole numbers. */
function isSimple(corners: readonly XY[]): boolean {
  const n = corners.length;
  const at = (i: number) => corners[i % n]!;
  const turn = (a: XY, b: XY, c: XY) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  const on = (a: XY, b: XY, p: XY) =>
    turn(a, b, p) === 0 &&
    Math.min(a[0], b[0]) <= p[0] &&
    p[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= p[1] &&
    p[1] <= Math.max(a[1], b[1]);
  const meet = (a: XY, b: XY, c: XY, d: XY) =>
    on(a, b, c) ||
    on(a, b, d) ||
    on(c, d, a) ||
    on(c, d, b) ||
    (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0);
  for (let i = 0; i < n; i++) {
    if (on(at(i), at(i + 1), at(i + 2)) || on(at(i + 1), at(i + 2), at(i))) return false;
    for (let j = i + 2; j < n; j++) {
      if (!(i === 0 && j === n - 1) && meet(at(i), at(i + 1), at(j), at(j + 1))) return false;
    }
  }
  return true;
}
