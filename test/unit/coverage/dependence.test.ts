import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CategoryWalks, endsOfCategory, walksToCategory } from "../../../server/coverage/category-walks.ts";
import { secondNearest } from "../../../server/coverage/choices.ts";
import { closureOf, withoutFacility } from "../../../server/coverage/closure.ts";
import { dependenceOf } from "../../../server/coverage/dependence.ts";
import { startsOf } from "../../../server/coverage/starts.ts";
import { verdictOf } from "../../../server/coverage/verdict.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import type { WalkNetwork } from "../../../server/network/walk-network.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { facilitiesAt, residencesAt } from "../../support/people.ts";
import { profileOf } from "../../support/profiles.ts";
import { randomPoint, randomStreets } from "../../support/random-streets.ts";
import { streetMap } from "../../support/street-map.ts";

function standing(
  network: WalkNetwork,
  homes: Parameters<typeof residencesAt>[0],
  shops: Parameters<typeof facilitiesAt>[0],
  profile = "adult",
) {
  const walker = createWalker(openStreets(network), profileOf(profile));
  const adult = createWalker(openStreets(network), profileOf("adult"));
  const residences = residencesAt(homes);
  const facilities = facilitiesAt(shops);
  const starts = startsOf(walker, adult, residences);
  const walks = walksToCategory(walker, adult, starts, facilities, 0);
  return { walker, adult, residences, facilities, starts, walks };
}

describe("a street with three pharmacies", () => {
  const map = streetMap(`
    p-a-+-b-q-c-+-+-+-d-r
  `);
  // Residents weigh 1, 2, 4 …; the limit is 180 m.
  const home = (ref: string, residents: number, community: number) => ({
    ref,
    position: map.at(ref),
    residents,
    community,
  });
  const shop = (ref: string) => ({ ref, category: "pharmacy", position: map.at(ref), community: -1 });
  const town = standing(
    map.network,
    [home("a", 1, 0), home("b", 2, 0), home("c", 4, 1), home("d", 8, 1)],
    [shop("p"), shop("q"), shop("r")],
  );
  const { walker, adult, residences, facilities, starts, walks } = town;
  const LIMIT = 180_000;

  it("ranks the facilities by those who have no other one", () => {
    const second = secondNearest(walker, starts, endsOfCategory(walker, adult, facilities, 0, null).sure, walks);
    const rows = dependenceOf(residences, facilities, 0, walks, second, LIMIT);
    expect(
      rows.map(({ facility, nearestTo, solely }) => [facilities.ref[facility], nearestTo.residents, solely.residents]),
    ).toEqual([
      ["r", 8, 8],
      ["q", 2 + 4, 4],
      ["p", 1, 0],
    ]);
  });

  it("tells who loses cover when one closes, to what they turn, and how much farther it is", () => {
    const after = walksToCategory(walker, adult, starts, withoutFacility(facilities, 1), 0);
    const closure = closureOf(residences, facilities, 1, walks, after, LIMIT);
    expect(closure).toMatchObject({
      users: { residents: 6 },
      stay: { residents: 2 },
      lose: { residents: 4 },
      losing: [2],
      byCommunity: [
        { community: 1, users: { residents: 4 }, lose: { residents: 4 } },
        { community: 0, users: { residents: 2 }, lose: { residents: 0 } },
      ],
      // b: 60 m to q, 180 m to p; c: 60 m to q, 300 m to p and to r alike, of which p is the earlier.
      byNext: [
        { facility: 0, stay: { residents: 2 }, lose: { residents: 4 }, meanExtraMm: (2 * 120_000 + 4 * 240_000) / 6 },
      ],
    });
  });

  it("leaves nobody anything when the only one closes", () => {
    const one = standing(map.network, [home("a", 1, 0)], [shop("p")]);
    const after = walksToCategory(one.walker, one.adult, one.starts, withoutFacility(one.facilities, 0), 0);
    expect(closureOf(one.residences, one.facilities, 0, one.walks, after, LIMIT)).toMatchObject({
      lose: { residents: 1 },
      byNext: [{ facility: -1, meanExtraMm: null }],
    });
  });
});

const scene = fc.record({
  rows: randomStreets,
  homes: fc.array(
    fc.record({
      position: randomPoint,
      residents: fc.integer({ min: -1, max: 3 }),
      gates: fc.option(fc.array(randomPoint, { maxLength: 3 }), { freq: 3 }),
      compound: fc.boolean(),
    }),
    { minLength: 1, maxLength: 10 },
  ),
  shops: fc.array(randomPoint, { minLength: 1, maxLength: 5 }),
  limitMm: fc.integer({ min: 20_000, max: 500_000 }),
  profile: fc.constantFrom("adult", "wheelchair"),
});

it("closing a facility is what walking without it would be, home by home, and dependence says so beforehand", () => {
  fc.assert(
    fc.property(scene, ({ rows, homes, shops, limitMm, profile }) => {
      const network = buildNetwork(rows);
      const places = homes.map(({ position, residents, gates, compound }, i) => ({
        ref: `r${i}`,
        position,
        residents,
        community: i % 2,
        compound,
        ...(gates && { entrances: gates }),
      }));
      const list = shops.map((position, i) => ({ ref: `f${i}`, category: "pharmacy", position, community: -1 }));
      const { walker, adult, residences, facilities, starts, walks } = standing(network, places, list, profile);
      const second = secondNearest(walker, starts, endsOfCategory(walker, adult, facilities, 0, null).sure, walks);
      const rowsOf = dependenceOf(residences, facilities, 0, walks, second, limitMm);
      for (const f of list.keys()) {
        const left = standing(
          network,
          places,
          list.filter((_, i) => i !== f),
          profile,
        );
        const after = walksToCategory(walker, adult, starts, withoutFacility(facilities, f), 0);
        expect([...after.totalMm]).toEqual([...left.walks.totalMm]);
        expect(namesOf(after, facilities.ref)).toEqual(namesOf(left.walks, left.facilities.ref));
        const closure = closureOf(residences, facilities, f, walks, after, limitMm);
        const lost = [...residences.ref.keys()].filter(
          (r) => verdictOf(walks, r, limitMm) === "covered" && verdictOf(left.walks, r, limitMm) !== "covered",
        );
        expect([...closure.losing].sort((a, b) => a - b)).toEqual(lost);
        const row = rowsOf.find(({ facility }) => facility === f);
        expect(row?.nearestTo).toEqual(closure.users);
        expect(row?.solely.residences).toBe(closure.lose.residences + closure.unsure.residences);
        expect(closure.users.residences).toBe(closure.stay.residences + (row?.solely.residences ?? Number.NaN));
        const uncovered = lost.filter((r) => verdictOf(left.walks, r, limitMm) === "uncovered");
        expect(closure.lose.residences).toBe(uncovered.length);
        for (const r of residences.ref.keys()) {
          if (walks.facility[r] !== f) continue;
          expect([second.totalMm[r], second.facility[r]]).toEqual([after.totalMm[r], after.facility[r]]);
        }
      }
    }),
    { numRuns: 150 },
  );
});

function namesOf({ facility }: CategoryWalks, refs: readonly string[]): (string | null)[] {
  return Array.from(facility, (f) => (f < 0 ? null : refs[f]));
}
