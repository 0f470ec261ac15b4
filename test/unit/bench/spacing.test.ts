import { expect, it } from "vitest";
import { spacingGates } from "../../bench/spacing.ts";

it("the benchmark of spacing runs on a small crowd", async () => {
  const gates = await spacingGates(null, { facilities: 3000, sideKm: 20, rounds: 1, checks: 200 });
  expect(gates.map(({ ratio }) => ratio > 0)).toEqual([true, true]);
});
