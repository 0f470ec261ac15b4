import { expect, it } from "vitest";
import { coveringMost } from "../../bench/siting.ts";

it("the benchmark of siting runs, and its plan is proved", async () => {
  const [, gap] = await coveringMost({ candidates: 30, points: 200, sites: 3, rounds: 1 });
  expect(gap).toMatchObject({ ours: "0.00 %", ratio: 0 });
});
