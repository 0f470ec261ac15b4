import fc from "fast-check";
import { expect, it } from "vitest";
import { buildNetwork } from "../../../server/network/build.ts";
import { endsOf, startOf } from "../../../server/reach/ends.ts";
import { columnsOf, type Ends, nearestForAll } from "../../../server/reach/nearest.ts";
import { findAgain, findAndKeep, nearestInField } from "../../../server/reach/nearest-again.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { profileOf } from "../../support/profiles.ts";
import { randomPoint, randomStreets } from "../../support/random-streets.ts";

/** What happens to one facility: it stays, goes, moves, or another comes before it. */
const fate = fc.oneof(
  { weight: 3, arbitrary: fc.constant("stays" as const) },
  fc.constant("goes" as const),
  fc.record({ to: randomPoint }),
  fc.record({ before: randomPoint }),
);

it("found again after facilities moved, went and came is what is found anew, ties included, and starts that are not named keep their walk", () => {
  let changed = 0;
  fc.assert(
    fc.property(
      randomStreets,
      fc.array(randomPoint, { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(randomPoint, fate), { minLength: 1, maxLength: 6 }),
      fc.constantFrom("adult", "wheelchair"),
      (rows, origins, facilities, profile) => {
        const walker = createWalker(openStreets(buildNetwork(rows)), profileOf(profile));
        const endsAt = (positions: readonly (readonly [number, number])[]): Ends => {
          const ends = positions.flatMap((position, f) => endsOf(walker, position).map((place) => ({ place, f })));
          return { places: ends.map(({ place }) => place), facility: Int32Array.from(ends, ({ f }) => f) };
        };
        const starts = columnsOf(origins.map((position) => startOf(walker, position)));
        const before = endsAt(facilities.map(([position]) => position));
        const { nearest, found } = findAndKeep(walker, starts, before);
        const after = endsAt(
          facilities.flatMap(([position, its]) => {
            if (its === "stays") return [position];
            if (its === "goes") return [];
            return "to" in its ? [its.to] : [its.before, position];
          }),
        );
        const kept = structuredClone(found.field);
        const again = findAgain(walker, found, after);
        expect(found.field).toEqual(kept);
        const whole = nearestForAll(walker, starts, after);
        expect(nearestInField(walker, again.field, starts, after)).toEqual(whole);
        const noticed = new Set(again.changedStarts);
        for (let s = 0; s < starts.edge.length; s++) {
          if (noticed.has(s)) continue;
          expect(whole.totalMm[s]).toBe(nearest.totalMm[s]);
          expect(after.places[whole.end[s]]).toEqual(before.places[nearest.end[s]]);
        }
        if (noticed.size > 0 && noticed.size < starts.edge.length) changed++;
      },
    ),
    { numRuns: 800 },
  );
  expect(changed).toBeGreaterThan(150);
});
