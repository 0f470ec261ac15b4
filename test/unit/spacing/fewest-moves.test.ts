import { expect, it } from "vitest";
import { fewestMoves } from "../../../server/spacing/fewest-moves.ts";

const chain = (count: number) => Array.from({ length: count - 1 }, (_, i) => [i, i + 1]).flat();

it.each([
  ["a pair", 2, [0, 1], 1],
  ["a triple, all close", 3, [0, 1, 1, 2, 0, 2], 2],
  ["a chain of five: the second and the fourth", 5, chain(5), 2],
  ["a ring of five", 5, [...chain(5), 4, 0], 3],
  ["a star: its middle", 6, [0, 1, 0, 2, 0, 3, 0, 4, 0, 5], 1],
  ["a chain of 100", 100, chain(100), 50],
])("%s", (_, count, pairs, fewest) => {
  const { least, most, move } = fewestMoves(count, pairs);
  expect([least, most, move.length]).toEqual([fewest, fewest, fewest]);
});

it("tells a lower and an upper bound where the number cannot be found in time, and the moves do heal it", () => {
  // Five sets of chords of a ring of 389: without triangles to speak of, which no cover of cliques bounds well.
  const count = 389;
  const pairs = Array.from({ length: count }, (_, v) => [1, 34, 55, 89, 144].map((by) => [v, (v + by) % count])).flat(
    2,
  );
  const { least, most, move } = fewestMoves(count, pairs);
  expect(least).toBeLessThan(most);
  expect(move).toHaveLength(most);
  const moved = new Set(move);
  for (let i = 0; i < pairs.length; i += 2) expect(moved.has(pairs[i]) || moved.has(pairs[i + 1])).toBe(true);
});
