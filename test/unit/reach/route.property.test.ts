import fc from "fast-check";
import { expect, it } from "vitest";
import { buildNetwork } from "../../../server/network/build.ts";
import { EdgeFlag } from "../../../server/network/walk-network.ts";
import { walkBetween } from "../../../server/reach/pair.ts";
import { routeOf } from "../../../server/reach/route.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { profileOf } from "../../support/profiles.ts";
import { randomPoint, randomStreets } from "../../support/random-streets.ts";

it("a route is as long as its walk, hangs together and respects every direction", () => {
  fc.assert(
    fc.property(
      randomStreets,
      randomPoint,
      randomPoint,
      fc.constantFrom("adult", "wheelchair"),
      (rows, from, to, profile) => {
        const network = buildNetwork(rows);
        const walker = createWalker(openStreets(network), profileOf(profile));
        const walk = walkBetween(walker, from, to);
        if (walk.status !== "ok") return;
        const { legs, line, streets } = routeOf(walker, walk);
        const length = legs.reduce((sum, { fromMm, toMm }) => sum + Math.abs(toMm - fromMm), 0);
        expect(walk.start.offsetMm + length + walk.end.offsetMm).toBe(walk.totalMm);
        expect(streets.reduce((sum, { mm }) => sum + mm, 0)).toBe(length);
        for (const { edge, fromMm, toMm } of legs) {
          expect(network.edgeFlags[edge] & (toMm > fromMm ? EdgeFlag.FORWARD : EdgeFlag.BACKWARD)).not.toBe(0);
          expect(network.edgeFlags[edge] & walker.closed).toBe(0);
        }
        expect(line[0]).toEqual([expect.closeTo(walk.start.lon, 7), expect.closeTo(walk.start.lat, 7)]);
        expect(line.at(-1)).toEqual([expect.closeTo(walk.end.lon, 7), expect.closeTo(walk.end.lat, 7)]);
      },
    ),
    { numRuns: 2000 },
  );
});
