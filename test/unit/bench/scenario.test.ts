import { expect, it } from "vitest";
import { movingOne } from "../../bench/scenario.ts";
import { streetMap } from "../../support/street-map.ts";

it("the benchmark of what-ifs runs, and the quick answer is the whole one", async () => {
  const { network } = streetMap(`
    a-b-c-+-+-+-+-+
    |   |       |
    d>e f-+-+-+-+-+
        |     |
    +-+-+-+-+-+-+-+
  `);
  const gates = await movingOne(network, { residences: 30, facilities: 4, rounds: 3 });
  expect(gates.map(({ ratio }) => ratio > 0)).toEqual([true, true]);
});
