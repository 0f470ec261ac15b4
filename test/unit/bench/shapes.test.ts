import { expect, it } from "vitest";
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { shapes } from "../../bench/shapes.ts";
import { seededRandom } from "../../bench/support/timing.ts";
import { misjudged, pointsRound } from "../../bench/support/truth.ts";
import { profileOf } from "../../support/profiles.ts";
import { streetMap } from "../../support/street-map.ts";

const { network } = streetMap(`
  a-b-c-+-+-+-+-+
  |   |       |
  d>e f-+-+-+-+-+
      |     |
  +-+-+-+-+-+-+-+
`);

it("the benchmark of shapes runs, and finds ours true", async () => {
  const walker = createWalker(openStreets(network), profileOf("adult"));
  const scale = { origins: 5, rounds: 1, warmUp: 0, points: 300 };
  const around = ([lon, lat]: LonLat) =>
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
      [-1, -1],
    ].map(([x, y]) => [lon + x / 100, lat + y / 100]);
  const peer = {
    polygons: async (origin: LonLat) => [[around(origin)]],
    polygonText: async () => "{}",
    seconds: async (_: LonLat, targets: readonly LonLat[]) => targets.map(() => 1000),
  };
  const gates = await shapes(walker, peer, scale);
  expect(gates).toHaveLength(4);
  expect(gates[2].ratio).toBeLessThan(1);
  expect(await shapes(walker, null, scale)).toHaveLength(1);
});

it("truth counts points on the wrong side by points inside", () => {
  const unit = [
    [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ],
  ];
  const points: LonLat[] = [
    [0.5, 0.5],
    [0.6, 0.5],
    [0.7, 0.5],
    [0.8, 0.5],
    [2, 2],
  ];
  expect(misjudged([{ coordinates: unit, points, isReached: [true, true, true, true, false] }])).toBe(0);
  expect(misjudged([{ coordinates: unit, points, isReached: [true, true, true, false, true] }])).toBe(0.5);
  expect(pointsRound([0, 0], 1000, 3, seededRandom(1))).toHaveLength(3);
});
