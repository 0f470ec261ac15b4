import { expect, it } from "vitest";
import { buildNetwork } from "../../../server/network/build.ts";
import { buildingAndLoading, growth } from "../../bench/growth.ts";
import { type Gate, holds } from "../../bench/support/gates.ts";
import { laidOut } from "../../bench/support/laid-out.ts";
import { median, seededRandom, shuffled } from "../../bench/support/timing.ts";
import { streetMap } from "../../support/street-map.ts";

const { rows, network } = streetMap(`
  a-b-c
  |   |
  d>e f
`);

it("copies of a town are as many networks, alike to the millimetre", () => {
  const many = buildNetwork(laidOut(rows, 3));
  expect(many.nodeCount).toBe(3 * network.nodeCount);
  expect(many.componentCount).toBe(3 * network.componentCount);
  const sorted = (lengths: Int32Array) => [...lengths].sort((a, b) => a - b);
  const once = sorted(buildNetwork(rows).edgeLengthMm);
  expect(sorted(many.edgeLengthMm)).toEqual(once.flatMap((mm) => [mm, mm, mm]));
});

it("the benchmarks of size run, whatever they measure", async () => {
  const gates = [...(await growth(rows, 2, { origins: 3, batch: 5 })), ...(await buildingAndLoading(rows, [1, 2]))];
  expect(gates.map(({ ratio }) => ratio > 0)).toEqual([true, true, true, true, true]);
});

it("a gate holds on its bound and not beyond it", () => {
  const gate = (ratio: number, bound: Gate["bound"]): Gate => ({ what: "", ours: "", peer: "", ratio, bound });
  expect([gate(3, { least: 3 }), gate(2.99, { least: 3 })].map(holds)).toEqual([true, false]);
  expect([gate(1.15, { most: 1.15 }), gate(1.16, { most: 1.15 })].map(holds)).toEqual([true, false]);
  expect(holds(gate(0, null))).toBe(true);
});

it("inputs are distinct, and the same every run", () => {
  expect([...shuffled(100, 1)].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect(shuffled(100, 1)).toEqual(shuffled(100, 1));
  expect(seededRandom(1)()).toBe(seededRandom(1)());
  expect([median([3, 1, 2]), median([4, 1])]).toEqual([2, 2.5]);
});
