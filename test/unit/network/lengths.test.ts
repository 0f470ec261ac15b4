import { expect, it } from "vitest";
import { pieceLengthM } from "../../../server/base/metric.ts";
import { WayFlag } from "../../../server/import/rows.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { walkBetween } from "../../../server/reach/pair.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { profileOf } from "../../support/profiles.ts";
import { moved } from "../../support/street-map.ts";
import { type DrawnWay, streetRows } from "../../support/street-rows.ts";

const BOTH = WayFlag.FORWARD | WayFlag.BACKWARD;
const PIECES = 400;
const STEP_M = 20.0004;
const onStreet = (i: number) => moved([113.65, 34.75], i * STEP_M, 0);

/** One way along `PIECES` equal pieces, and side streets at every k-th of its nodes. */
function combEvery(k: number) {
  const positions = Array.from({ length: PIECES + 1 }, (_, i) => onStreet(i));
  const ways: DrawnWay[] = [{ nodes: positions.map((_, i) => i), flags: BOTH }];
  for (let i = 0; i <= PIECES; i += k) {
    positions.push(moved(onStreet(i), 0, 30));
    ways.push({ nodes: [i, positions.length - 1], flags: BOTH });
  }
  return streetRows(positions, ways, []);
}

function walkAlong(k: number): number {
  const walk = walkBetween(
    createWalker(openStreets(buildNetwork(combEvery(k))), profileOf("adult")),
    onStreet(0),
    onStreet(PIECES),
  );
  return walk.status === "ok" ? walk.totalMm : Number.NaN;
}

it("a street with a junction every 20 m is as long as it is, to the millimetre", () => {
  const { nodeLonE7, nodeLatE7 } = combEvery(1);
  let metres = 0;
  for (let i = 0; i < PIECES; i++) {
    metres += pieceLengthM(nodeLonE7[i] / 1e7, nodeLatE7[i] / 1e7, nodeLonE7[i + 1] / 1e7, nodeLatE7[i + 1] / 1e7);
  }
  expect(Math.abs(walkAlong(1) - metres * 1000)).toBeLessThan(3);
});

it("streets that join it leave it exactly as long as it was", () => {
  const alone = walkAlong(PIECES + 1);
  expect([1, 2, 7].map(walkAlong)).toEqual([alone, alone, alone]);
});
