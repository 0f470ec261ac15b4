import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { MAX_OFFSET_MM } from "../../../server/base/units.ts";
import type { StreetRows } from "../../../server/import/rows.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { countWithin } from "../../../server/reach/count-within.ts";
import { endsOf, startOf } from "../../../server/reach/ends.ts";
import { kNearestForAll } from "../../../server/reach/k-nearest.ts";
import { createMatrix, matrixRow } from "../../../server/reach/matrix.ts";
import { columnsOf, type Ends } from "../../../server/reach/nearest.ts";
import { walkBetween } from "../../../server/reach/pair.ts";
import { createWalker, openStreets, type Walker } from "../../../server/reach/walker.ts";
import { profileOf } from "../../support/profiles.ts";
import { randomPoint, randomStreets } from "../../support/random-streets.ts";

const someOrigins = fc.array(randomPoint, { minLength: 1, maxLength: 6 });
const someFacilities = fc.array(randomPoint, { minLength: 1, maxLength: 6 });
const someProfile = fc.constantFrom("adult", "wheelchair");

function walkerOn(rows: StreetRows, profile: string): Walker {
  return createWalker(openStreets(buildNetwork(rows)), profileOf(profile));
}

function endsOfAll(walker: Walker, facilities: readonly LonLat[]): Ends {
  const ends = facilities.flatMap((position, f) => endsOf(walker, position).map((place) => ({ place, f })));
  return { places: ends.map(({ place }) => place), facility: Int32Array.from(ends, ({ f }) => f) };
}

/** Length of the walk from every origin to every facility, one pair at a time; Infinity where there is none. */
function walksOneByOne(walker: Walker, origins: readonly LonLat[], facilities: readonly LonLat[]): number[][] {
  return origins.map((origin) =>
    facilities.map((facility) => {
      const walk = walkBetween(walker, origin, facility);
      return walk.status === "ok" ? walk.totalMm : Infinity;
    }),
  );
}

describe("many starts and many facilities equal one pair at a time", () => {
  it("the k nearest, ties by order", () => {
    fc.assert(
      fc.property(
        randomStreets,
        someOrigins,
        someFacilities,
        someProfile,
        fc.integer({ min: 1, max: 4 }),
        (rows, origins, facilities, profile, k) => {
          const walker = walkerOn(rows, profile);
          const ends = endsOfAll(walker, facilities);
          const starts = columnsOf(origins.map((origin) => startOf(walker, origin)));
          const { totalMm, end } = kNearestForAll(walker, starts, ends, k);
          walksOneByOne(walker, origins, facilities).forEach((walks, r) => {
            const expected = walks
              .map((mm, facility) => ({ facility, mm }))
              .filter(({ mm }) => mm < Infinity)
              .sort((a, b) => a.mm - b.mm || a.facility - b.facility)
              .slice(0, k);
            const found = [];
            for (let j = r * k; j < (r + 1) * k && end[j] >= 0; j++)
              found.push({ facility: ends.facility[end[j]], mm: totalMm[j] });
            expect(found).toEqual(expected);
          });
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("the number within a limit, and the matrix, exactly at it and a millimetre below", () => {
    fc.assert(
      fc.property(
        randomStreets,
        someOrigins,
        someFacilities,
        someProfile,
        fc.nat(35),
        fc.nat(1),
        (rows, origins, facilities, profile, which, below) => {
          const walker = walkerOn(rows, profile);
          const ends = endsOfAll(walker, facilities);
          const places = origins.map((origin) => startOf(walker, origin));
          const walks = walksOneByOne(walker, origins, facilities);
          const known = walks.flat().filter((mm) => mm < Infinity);
          const limit = known.length === 0 ? MAX_OFFSET_MM : known[which % known.length] - below;
          const within = walks.map((row) => row.flatMap((mm, facility) => (mm <= limit ? [{ facility, mm }] : [])));
          expect([...countWithin(walker, columnsOf(places), ends, limit)]).toEqual(within.map((row) => row.length));
          const matrix = createMatrix(walker, ends, limit);
          places.forEach((place, r) => {
            if (place === null) return;
            const { facility, totalMm } = matrixRow(matrix, place);
            expect(Array.from(facility, (f, i) => ({ facility: f, mm: totalMm[i] }))).toEqual(within[r]);
          });
        },
      ),
      { numRuns: 1500 },
    );
  });
});
