import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { walksToCategory } from "../../../server/coverage/category-walks.ts";
import { causeOf } from "../../../server/coverage/gaps/cause.ts";
import { Open } from "../../../server/coverage/hours/open-at.ts";
import { startsOf } from "../../../server/coverage/starts.ts";
import { verdictOf } from "../../../server/coverage/verdict.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { gapsOn, told } from "../../support/gaps.ts";
import { facilitiesAt, residencesAt } from "../../support/people.ts";
import { profileOf } from "../../support/profiles.ts";
import { randomPoint, randomStreets } from "../../support/random-streets.ts";
import { streetMap } from "../../support/street-map.ts";

const home = (ref: string, position: LonLat, residents: number) => ({ ref, position, residents, community: -1 });
const pharmacy = (position: LonLat) => ({ ref: "pharmacy", category: "pharmacy", position, community: -1 });

describe("why a home is not covered", () => {
  it("a river: the pharmacy stands 60 m away, and the walk is 15 times as long", () => {
    const map = streetMap(`
      p-q-+-+-+-+-+-+
                    |
      a-b-+-+-+-+-+-+
    `);
    const residences = residencesAt([home("b", map.at("b"), 2), home("a", map.at("a"), 1), home("q", map.at("q"), 4)]);
    const { uncovered, unknown, walks } = gapsOn(
      map.network,
      residences,
      facilitiesAt([pharmacy(map.at("p"))]),
      360_000,
    );
    expect(unknown).toEqual([]);
    expect(uncovered.map((cluster) => told(residences, cluster))).toMatchObject([
      {
        id: "a",
        why: "barrier",
        members: [
          ["b", "barrier"],
          ["a", "barrier"],
        ],
        heart: "b",
        worst: "a",
        noWalk: 0,
      },
    ]);
    expect(walks.totalMm[1]).toBe(15 * 60_000);
    expect(uncovered[0].people).toMatchObject({ residences: 2, residents: 3 });
    expect(uncovered[0].meanMm).toBe((2 * 14 * 60_000 + 15 * 60_000) / 3);
  });

  it("streets at right angles are no barrier: exactly √2 times the straight line is what streets do", () => {
    const map = streetMap(`
      p-+
        |
        a
    `);
    const gaps = gapsOn(
      map.network,
      residencesAt([home("a", map.at("a"), 1)]),
      facilitiesAt([pharmacy(map.at("p"))]),
      100_000,
    );
    expect(gaps.uncovered.map(({ why }) => why)).toEqual(["too_far"]);
  });

  // The compound c, d is left by a closed gate towards the pharmacy, or the long way round.
  const compound = streetMap(`
    p-+-#-c-d
    |       |
    +       +
    |       |
    +-+-+-+-+
  `);

  it("a closed gate, beside a hamlet too far away and an island apart", () => {
    const map = streetMap(`
      p-+-#-c-d
      |       |
      +       +
      |       |
      +-+-+-+-+-+-+-+-+-+-+-+-+-h



      x-y
    `);
    const residences = residencesAt([
      home("c", map.at("c"), 1),
      home("d", map.at("d"), 2),
      home("h", map.at("h"), 8),
      home("x", map.at("x"), 16),
      home("z", map.at("x", -5000), 32),
    ]);
    const { uncovered, unknown } = gapsOn(map.network, residences, facilitiesAt([pharmacy(map.at("p"))]), 240_000);
    expect(uncovered.map(({ id, why, people }) => [id, why, people.residents])).toEqual([
      ["h", "too_far", 8],
      ["c", "closed_gate", 3],
    ]);
    expect(unknown.map(({ id, why, people }) => [id, why, people.residents])).toEqual([
      ["z", "no_street_within_200m", 32],
      ["x", "island", 16],
    ]);
  });

  it("not the gate where even the open gate would not do", () => {
    const gaps = gapsOn(
      compound.network,
      residencesAt([home("c", compound.at("c"), 1)]),
      facilitiesAt([pharmacy(compound.at("p"))]),
      179_000,
    );
    expect(gaps.uncovered.map(({ why }) => why)).toEqual(["too_far"]);
  });

  it.each([
    ["that lead the shorter way", "p-+~+~+~u\n|       |\n+-+-+-+-+"],
    ["that are the only way", "p~+~+~+~u"],
  ])("steps %s, for a wheelchair; for an adult the home is covered", (_, drawing) => {
    const map = streetMap(drawing);
    const residences = residencesAt([home("u", map.at("u"), 1)]);
    const facilities = facilitiesAt([pharmacy(map.at("p"))]);
    expect(gapsOn(map.network, residences, facilities, 240_000).uncovered).toEqual([]);
    const { uncovered } = gapsOn(map.network, residences, facilities, 240_000, "wheelchair");
    expect(uncovered.map(({ why }) => why)).toEqual(["closed_to_profile"]);
  });

  it("a way that leads only away from every facility, and one without a street, far away", () => {
    const map = streetMap(`
      p>a-b
    `);
    const residences = residencesAt([home("b", map.at("b"), 1)]);
    const whyWith = (position: LonLat) =>
      gapsOn(map.network, residences, facilitiesAt([pharmacy(position)]), 180_000).uncovered.map(({ why }) => why);
    expect(whyWith(map.at("p"))).toEqual(["island"]);
    expect(whyWith(map.at("p", -3000))).toEqual(["too_far"]);
  });

  it("none open at the moment is not none at all", () => {
    const map = streetMap("p-a");
    const walker = createWalker(openStreets(map.network), profileOf("adult"));
    const residences = residencesAt([home("a", map.at("a"), 1)]);
    const whyOf = (places: readonly LonLat[], open: number) => {
      const facilities = facilitiesAt([...places.map(pharmacy), { ...pharmacy(map.at("p")), category: "clinic" }]);
      const openness = Uint8Array.from({ length: facilities.count }, () => open);
      const category = facilities.categories.indexOf("pharmacy");
      const starts = startsOf(walker, walker, residences);
      const walks = walksToCategory(walker, walker, starts, facilities, category, openness);
      return causeOf({ residences, walks, gatesOpen: null, waysOpen: null, straight: () => null }, 0, 10_000);
    };
    expect(whyOf([map.at("p")], Open.NO)).toBe("none_open");
    expect(whyOf([map.at("p")], Open.YES)).toBe("too_far");
  });

  it("is that of most people, and the others are counted beside it", () => {
    const map = streetMap(`
      p-+-+-+-+-+
                |
      a-b-+-+-+-s
    `);
    const residences = residencesAt([home("a", map.at("a"), 5), home("s", map.at("s"), 4), home("b", map.at("b"), -1)]);
    const { uncovered } = gapsOn(map.network, residences, facilitiesAt([pharmacy(map.at("p"))]), 350_000);
    expect(uncovered).toHaveLength(1);
    expect([...uncovered[0].causes].map(([why, { residents, residences: n }]) => [why, residents, n])).toEqual([
      ["barrier", 5, 2],
      ["too_far", 4, 1],
    ]);
    expect(uncovered[0].people).toMatchObject({ residents: 9, residentsUnknownResidences: 1 });
  });
});

describe("how homes come together", () => {
  it("not across a wall that nobody passes, however near", () => {
    const map = streetMap(`
      a-b-#-c-d      p
    `);
    const residences = residencesAt([home("b", map.at("b"), 1), home("c", map.at("c"), 2)]);
    const { uncovered } = gapsOn(map.network, residences, facilitiesAt([]), 900_000);
    expect(uncovered.map(({ id }) => id)).toEqual(["c", "b"]);
  });

  it("in steps of at most 300 m, no farther than the limit from the one with most people", () => {
    const map = streetMap(`
      a-+-+-+-+-b-+-+-+-+-c-+-+-+-+-+-d
    `);
    const residences = residencesAt([
      home("a", map.at("a"), 1),
      home("b", map.at("b"), 2),
      home("c", map.at("c"), 4),
      home("d", map.at("d"), 8),
    ]);
    const idsAt = (limitMm: number) =>
      gapsOn(map.network, residences, facilitiesAt([]), limitMm).uncovered.map((cluster) =>
        told(residences, cluster).members.map(([ref]) => ref),
      );
    expect(idsAt(900_000)).toEqual([["d"], ["c", "b", "a"]]);
    expect(idsAt(600_000)).toEqual([["d"], ["c", "b", "a"]]);
    expect(idsAt(599_999)).toEqual([["d"], ["c", "b"], ["a"]]);
  });
});

const scene = fc.record({
  rows: randomStreets,
  homes: fc.array(fc.tuple(randomPoint, fc.integer({ min: -1, max: 3 })), { minLength: 1, maxLength: 12 }),
  shops: fc.array(randomPoint, { minLength: 0, maxLength: 3 }),
  limitMm: fc.integer({ min: 20_000, max: 500_000 }),
  seed: fc.nat(),
});

describe("clusters of any streets", () => {
  it("hold every uncovered and every unknown home once, and all of their people", () => {
    fc.assert(
      fc.property(scene, ({ rows, homes, shops, limitMm }) => {
        const residences = residencesAt(homes.map(([position, residents], i) => home(`r${i}`, position, residents)));
        const { walks, uncovered, unknown } = gapsOn(
          buildNetwork(rows),
          residences,
          facilitiesAt(shops.map(pharmacy)),
          limitMm,
        );
        for (const [verdict, clusters] of [
          ["uncovered", uncovered],
          ["unknown", unknown],
        ] as const) {
          const expected = residences.ref.filter((_, r) => verdictOf(walks, r, limitMm) === verdict);
          const held = clusters.flatMap(({ members }) => members.map((r) => residences.ref[r]));
          expect([...held].sort()).toEqual([...expected].sort());
          for (const { id, members, people, causes } of clusters) {
            expect(id).toBe(members.map((r) => residences.ref[r]).sort()[0]);
            const known = members.map((r) => residences.residents[r]).filter((n) => n >= 0);
            expect(people.residents).toBe(known.reduce((sum, n) => sum + n, 0));
            expect(people.residentsUnknownResidences).toBe(members.length - known.length);
            expect([...causes.values()].reduce((sum, part) => sum + part.residences, 0)).toBe(members.length);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("do not depend on the order of the homes", () => {
    fc.assert(
      fc.property(scene, ({ rows, homes, shops, limitMm, seed }) => {
        const network = buildNetwork(rows);
        const list = homes.map(([position, residents], i) => home(`r${i}`, position, residents));
        const answerOf = (order: typeof list) => {
          const residences = residencesAt(order);
          const { uncovered, unknown } = gapsOn(network, residences, facilitiesAt(shops.map(pharmacy)), limitMm);
          return JSON.stringify([...uncovered, ...unknown].map((cluster) => told(residences, cluster)));
        };
        const turned = list.map((_, i) => list[(i + seed) % list.length]).reverse();
        expect(answerOf(turned)).toBe(answerOf(list));
      }),
      { numRuns: 150 },
    );
  });
});
