import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pieceLengthM } from "../../../server/base/metric.ts";
import { UNREACHED } from "../../../server/base/units.ts";
import type { StreetRows } from "../../../server/import/rows.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { E7, EdgeFlag } from "../../../server/network/walk-network.ts";
import { endsOf, startOf } from "../../../server/reach/ends.ts";
import { kNearestForAll } from "../../../server/reach/k-nearest.ts";
import { createMatrix, matrixRow } from "../../../server/reach/matrix.ts";
import { columnsOf, nearestForAll } from "../../../server/reach/nearest.ts";
import { walkBetween } from "../../../server/reach/pair.ts";
import type { Profile } from "../../../server/reach/profile.ts";
import { lengthOf, routeOf } from "../../../server/reach/route.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { profileOf } from "../../support/profiles.ts";
import { randomPoint, randomStreets, STEPS_PER_KM } from "../../support/random-streets.ts";
import { slowWalks } from "../../support/slow-walks.ts";

const wholeMm = (...ends: Parameters<typeof pieceLengthM>) => Math.round(pieceLengthM(...ends) * 1000) / 1000;
const pieceMm =
  ({ nodeLonE7, nodeLatE7 }: StreetRows) =>
  (u: number, v: number) =>
    Math.round(1000 * pieceLengthM(nodeLonE7[u] / E7, nodeLatE7[u] / E7, nodeLonE7[v] / E7, nodeLatE7[v] / E7));

/** At 1 m/s: 20 s a crossing, 30 s a lift, and on a metre of stairs a second for its steps. */
const careful: Profile = {
  ...profileOf("planning"),
  id: "careful",
  penaltySeconds: { crossing: 20, lift: 30, step: 1000 / STEPS_PER_KM },
};
const costs = { crossing: 20_000, lift: 30_000, perStepsMm: 1 };
const noUnlit: Profile = { ...careful, closedWays: ["unlit", "rough"] };

describe("walks to which crossings, lifts and steps cost time", () => {
  it.each([
    ["every way open", careful, 0],
    ["unlit and rough ways closed", noUnlit, EdgeFlag.UNLIT | EdgeFlag.ROUGH],
  ])("equal the slow oracle to the millimetre, %s", (_, profile, closed) => {
    fc.assert(
      fc.property(
        randomStreets,
        fc.array(fc.tuple(randomPoint, randomPoint), { minLength: 1, maxLength: 6 }),
        (rows, pairs) => {
          const walker = createWalker(openStreets(buildNetwork(rows, wholeMm)), profile);
          const oracle = slowWalks(rows, pieceMm(rows), { closed, costs });
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

  it("tell their true length: never longer than their time, and the same pair by pair and for all at once", () => {
    fc.assert(
      fc.property(
        randomStreets,
        fc.array(randomPoint, { minLength: 1, maxLength: 6 }),
        fc.array(randomPoint, { minLength: 1, maxLength: 4 }),
        (rows, origins, facilities) => {
          const walker = createWalker(openStreets(buildNetwork(rows, wholeMm)), careful);
          const places = facilities.flatMap((position, f) => endsOf(walker, position).map((place) => ({ place, f })));
          const found = nearestForAll(walker, columnsOf(origins.map((position) => startOf(walker, position))), {
            places: places.map(({ place }) => place),
            facility: Int32Array.from(places, ({ f }) => f),
          });
          origins.forEach((origin, r) => {
            if (found.totalMm[r] === UNREACHED) {
              expect(found.lengthMm[r]).toBe(UNREACHED);
              return;
            }
            const walk = walkBetween(walker, origin, facilities[places[found.end[r]].f]);
            if (walk.status !== "ok") throw new Error(walk.status);
            const { lengthMm, streets } = routeOf(walker, walk);
            expect(walk.totalMm).toBe(found.totalMm[r]);
            expect(lengthMm).toBe(lengthOf(walker, walk));
            expect(lengthMm).toBeLessThanOrEqual(walk.totalMm);
            expect(streets.reduce((sum, { mm }) => sum + mm, walk.start.offsetMm + walk.end.offsetMm)).toBe(lengthMm);
            // Of equally quick ways the shortest is told, here as there.
            expect(found.lengthMm[r]).toBe(lengthMm);
          });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("never wrap round, whatever a profile loses: no arc is shorter than its street, no walk negative", () => {
    const seconds = fc.oneof(fc.constantFrom(0, 3600), fc.integer({ min: 0, max: 3600 }));
    fc.assert(
      fc.property(
        randomStreets,
        fc.array(fc.tuple(randomPoint, randomPoint), { minLength: 1, maxLength: 4 }),
        fc.record({ crossing: seconds, lift: seconds, step: seconds }),
        fc.constantFrom(600, 1200, 100_000),
        (rows, pairs, penaltySeconds, speedMmPerSecond) => {
          const streets = openStreets(buildNetwork(rows, wholeMm));
          const walker = createWalker(streets, { ...careful, penaltySeconds, speedMmPerSecond });
          const { forward, network, plain } = walker;
          forward.edge.forEach((edge, a) => {
            expect(forward.pairs[2 * a + 1]).toBeGreaterThanOrEqual(edge < 0 ? 0 : plain.edgeLengthMm[edge]);
          });
          network.edgeLengthMm.forEach((mm, edge) => {
            expect(mm).toBeGreaterThanOrEqual(plain.edgeLengthMm[edge]);
          });
          for (const [from, to] of pairs) {
            const places = endsOf(walker, to);
            const starts = columnsOf([startOf(walker, from)]);
            const found = nearestForAll(walker, starts, { places, facility: new Int32Array(places.length) });
            const walk = walkBetween(walker, from, to);
            expect(walk.status === "ok" ? walk.totalMm : UNREACHED).toBe(found.totalMm[0]);
            expect(found.lengthMm[0]).toBeLessThanOrEqual(found.totalMm[0]);
            expect(found.lengthMm[0]).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: 700 },
    );
  });

  it("tell it of every facility within a limit and of the k nearest, as of each alone", () => {
    fc.assert(
      fc.property(
        randomStreets,
        fc.array(randomPoint, { minLength: 1, maxLength: 5 }),
        fc.array(randomPoint, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        (rows, origins, facilities, k) => {
          const walker = createWalker(openStreets(buildNetwork(rows, wholeMm)), careful);
          const places = facilities.flatMap((position, f) => endsOf(walker, position).map((place) => ({ place, f })));
          const ends = { places: places.map(({ place }) => place), facility: Int32Array.from(places, ({ f }) => f) };
          const starts = origins.map((position) => startOf(walker, position));
          const alone = facilities.map((position) => {
            const own = endsOf(walker, position);
            return nearestForAll(walker, columnsOf(starts), { places: own, facility: new Int32Array(own.length) });
          });
          const lengthOfWalk = (f: number, r: number) => [alone[f].totalMm[r], alone[f].lengthMm[r]];
          const limit = 250_000;
          const matrix = createMatrix(walker, ends, limit);
          starts.forEach((start, r) => {
            if (start === null) return;
            const { facility, totalMm, lengthMm } = matrixRow(matrix, start);
            const expected = facilities.flatMap((_, f) => (alone[f].totalMm[r] <= limit ? [lengthOfWalk(f, r)] : []));
            expect(Array.from(facility, (_, i) => [totalMm[i], lengthMm[i]])).toEqual(expected);
          });
          const { totalMm, lengthMm, end } = kNearestForAll(walker, columnsOf(starts), ends, k);
          end.forEach((e, i) => {
            const walk = e < 0 ? [UNREACHED, UNREACHED] : lengthOfWalk(ends.facility[e], Math.floor(i / k));
            expect([totalMm[i], lengthMm[i]]).toEqual(walk);
          });
        },
      ),
      { numRuns: 700 },
    );
  });
});
