import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pieceLengthM } from "../../../server/base/metric.ts";
import type { StreetRows } from "../../../server/import/rows.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { E7, EdgeFlag } from "../../../server/network/walk-network.ts";
import { walkBetween } from "../../../server/reach/pair.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { profileOf } from "../../support/profiles.ts";
import { randomPoint, randomStreets } from "../../support/random-streets.ts";
import { slowWalks } from "../../support/slow-walks.ts";

/** Pieces in whole millimetres, so that sums in any order agree to the millimetre. */
const wholeMm = (...ends: Parameters<typeof pieceLengthM>) => Math.round(pieceLengthM(...ends) * 1000) / 1000;

function pieceMm(rows: StreetRows) {
  return (u: number, v: number) =>
    Math.round(
      1000 *
        pieceLengthM(rows.nodeLonE7[u] / E7, rows.nodeLatE7[u] / E7, rows.nodeLonE7[v] / E7, rows.nodeLatE7[v] / E7),
    );
}

describe("the walk between two points", () => {
  for (const [profile, closed] of [
    ["adult", 0],
    ["wheelchair", EdgeFlag.STEPS],
  ] as const) {
    it(`equals the slow oracle to the millimetre, ${profile}`, () => {
      fc.assert(
        fc.property(
          randomStreets,
          fc.array(fc.tuple(randomPoint, randomPoint), { minLength: 1, maxLength: 6 }),
          (rows, pairs) => {
            const walker = createWalker(openStreets(buildNetwork(rows, wholeMm)), profileOf(profile));
            const oracle = slowWalks(rows, pieceMm(rows), { closed });
            for (const [from, to] of pairs) {
              const walk = walkBetween(walker, from, to);
              const expected = oracle.walks(from, to);
              if (expected === null) expect(walk.status).toBe("no_street_within_200m");
              else if (walk.status === "ok") expect(expected).toContain(walk.totalMm);
              else expect([walk.status, expected]).toEqual(["island", expect.arrayContaining([Infinity])]);
            }
          },
        ),
        { numRuns: 2000 },
      );
    });
  }
});
