import { expect, it } from "vitest";
import { WayFlag } from "../../../../server/import/rows.ts";
import { buildNetwork } from "../../../../server/network/build.ts";
import { blockAt, createLattice } from "../../../../server/reach/shape/lattice.ts";
import { createWalker, openStreets } from "../../../../server/reach/walker.ts";
import { drawFrom } from "../../../support/drawn.ts";
import { profileOf } from "../../../support/profiles.ts";
import { moved } from "../../../support/street-map.ts";
import { type DrawnWay, streetRows } from "../../../support/street-rows.ts";

/** A road of 6 km with side streets on both sides, every other one private. */
const at = (eastM: number, northM = 0) => moved([113.65, 34.75], eastM, northM);
const SIDES = 60;
const positions = Array.from({ length: SIDES }, (_, i) => [
  at(100 * i),
  at(100 * i, 150),
  at(100 * i + 40, -90),
]).flat();
const BOTH = WayFlag.FORWARD | WayFlag.BACKWARD;
const ways: DrawnWay[] = [
  { nodes: Array.from({ length: SIDES }, (_, i) => 3 * i), flags: BOTH },
  ...Array.from({ length: SIDES }, (_, i) => ({
    nodes: [3 * i + 1, 3 * i, 3 * i + 2],
    flags: i % 2 === 0 ? BOTH : BOTH | WayFlag.PRIVATE,
  })),
];
const walker = createWalker(openStreets(buildNetwork(streetRows(positions, ways, []))), profileOf("adult"));

it("keeps no more blocks than its bound, and draws the same whatever it has forgotten", () => {
  const bound = 200_000;
  const [small, large] = [createLattice(walker, bound), createLattice(walker)];
  for (const eastM of [300, 5500, 2800, 300, 1500, 2800]) {
    const [some, all] = [small, large].map((lattice) => drawFrom(walker, at(eastM, 20), [400_000], "nested", lattice));
    expect(some).toEqual(all);
    expect(small.blocks.bytes).toBeLessThanOrEqual(bound);
  }
  expect(large.blocks.bytes).toBeGreaterThan(2 * bound);
  expect(small.blocks.count).toBeLessThan(large.blocks.count);
});

it("forgets the block that was asked for longest ago", () => {
  const whole = createLattice(walker);
  for (const bx of [0, 1, 2]) blockAt(whole, bx, 0);
  const lattice = createLattice(walker, whole.blocks.bytes - 1);
  const [first, second] = [blockAt(lattice, 0, 0), blockAt(lattice, 1, 0)];
  expect(blockAt(lattice, 0, 0)).toBe(first);
  blockAt(lattice, 2, 0);
  expect(blockAt(lattice, 0, 0)).toBe(first);
  expect(blockAt(lattice, 1, 0)).not.toBe(second);
  expect(blockAt(lattice, 1, 0)).toEqual(second);
});

it("keeps the block that is asked for, be it larger than the bound", () => {
  const lattice = createLattice(walker, 1);
  const drawn = drawFrom(walker, at(300, 20), [400_000], "nested", lattice);
  expect(drawn?.shapes).toEqual(drawFrom(walker, at(300, 20), [400_000])?.shapes);
  expect(lattice.blocks.count).toBe(1);
});
