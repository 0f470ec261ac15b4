import fc from "fast-check";
import { expect, it } from "vitest";
import { UNREACHED } from "../../../server/base/units.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { endsOf, startOf } from "../../../server/reach/ends.ts";
import { nearestForAll } from "../../../server/reach/nearest.ts";
import { walkBetween } from "../../../server/reach/pair.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { profileOf } from "../../support/profiles.ts";
import { randomPoint, randomStreets } from "../../support/random-streets.ts";

it("the nearest facility for all starts is the least of the walks to each, ties to the first", () => {
  fc.assert(
    fc.property(
      randomStreets,
      fc.array(randomPoint, { minLength: 1, maxLength: 6 }),
      fc.array(randomPoint, { minLength: 1, maxLength: 5 }),
      fc.constantFrom("adult", "wheelchair"),
      (rows, origins, facilities, profile) => {
        const walker = createWalker(openStreets(buildNetwork(rows)), profileOf(profile));
        const ends = facilities.flatMap((position, f) => endsOf(walker, position).map((place) => ({ place, f })));
        const starts = origins.map((position) => startOf(walker, position));
        const { totalMm, end } = nearestForAll(
          walker,
          {
            edge: Int32Array.from(starts, (s) => s?.edge ?? -1),
            mm: Int32Array.from(starts, (s) => s?.mm ?? 0),
            offsetMm: Int32Array.from(starts, (s) => s?.offsetMm ?? 0),
          },
          { places: ends.map(({ place }) => place), facility: Int32Array.from(ends, ({ f }) => f) },
        );
        origins.forEach((origin, r) => {
          const walks = facilities.map((facility) => {
            const walk = walkBetween(walker, origin, facility);
            return walk.status === "ok" ? walk.totalMm : UNREACHED;
          });
          const best = Math.min(...walks);
          expect(totalMm[r]).toBe(best);
          expect(end[r] < 0 ? -1 : ends[end[r]].f).toBe(best === UNREACHED ? -1 : walks.indexOf(best));
        });
      },
    ),
    { numRuns: 1500 },
  );
});
