import { describe, expect, it } from "vitest";
import { moveBetween } from "../../../../../web/state/plan/heading.ts";
import { turnOf } from "../../../../../web/state/plan/turn.ts";

describe("a move in words", () => {
  const from = [113.65, 34.75] as const;
  /** A thousandth of a degree of latitude is 111.2 m; of longitude at 34.75° N 91.4 m. */
  it.each([
    [0, 0.001, "n", 111.2],
    [0.001, 0, "e", 91.4],
    [0, -0.001, "s", 111.2],
    [-0.001, 0, "w", 91.4],
    [0.001, 0.001, "ne", 143.9],
    [-0.001, -0.001, "sw", 143.9],
    [-0.001, 0.001, "nw", 143.9],
    [0.001, -0.001, "se", 143.9],
  ] as const)("by %d, %d degrees is %s", (east, north, heading, metres) => {
    const move = moveBetween(from, [from[0] + east, from[1] + north]);
    expect(move.heading).toBe(heading);
    expect(move.metres).toBeCloseTo(metres, 0);
  });
});

describe("what a change means", () => {
  const side = (covered: number, seconds: number | null) => ({ covered, seconds });
  it.each([
    ["gain", side(0, 1000), side(5, 1100)],
    ["loss", side(5, 100), side(0, null)],
    ["nearer", side(5, 400), side(5, 300)],
    ["farther", side(0, 1000), side(0, 1001)],
    ["other", side(0, null), side(0, 1000)],
    ["other", side(5, 300), side(5, 300)],
  ] as const)("is %s", (turn, before, after) => {
    expect(turnOf(before, after)).toBe(turn);
  });
});
