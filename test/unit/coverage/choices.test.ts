/** The second nearest facility, how many are within a limit, and how much of a set is reached. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNREACHED } from "../../../server/base/units.ts";
import { endsOfCategory, walksToCategory } from "../../../server/coverage/category-walks.ts";
import { facilitiesWithin, secondNearest } from "../../../server/coverage/choices.ts";
import { completenessBy, verdictOfSet, verdictsOfSet } from "../../../server/coverage/completeness.ts";
import { groupsBy } from "../../../server/coverage/groups.ts";
import { startsOf } from "../../../server/coverage/starts.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { facilitiesAt, residencesAt } from "../../support/people.ts";
import { profileOf } from "../../support/profiles.ts";
import { streetMap } from "../../support/street-map.ts";

const map = streetMap(`
  a-b-c-d-e
  |   |   |
  f-g>h-i-j

  x-y
`);
const NODES = [..."abcdefghijxy"];
const walker = createWalker(openStreets(map.network), profileOf("adult"));
const shop = (node: string, i = 0, category = "shop") => ({
  ref: `${category} ${i} at ${node}`,
  category,
  position: map.at(node),
  community: -1,
});
const home = (ref: string, node: string, gates?: readonly string[]) => ({
  ref,
  position: map.at(node),
  residents: 1,
  community: -1,
  compound: true,
  ...(gates && { entrances: gates.map((gate) => map.at(gate)) }),
});

function choicesOf(homes: Parameters<typeof residencesAt>[0], shops: ReturnType<typeof shop>[], limits: number[]) {
  const residences = residencesAt(homes);
  const facilities = facilitiesAt(shops);
  const starts = startsOf(walker, walker, residences);
  const { sure } = endsOfCategory(walker, walker, facilities, 0, null);
  const ends = { places: sure.places, facility: Int32Array.from(sure.facility) };
  const walks = walksToCategory(walker, walker, starts, facilities, 0);
  return {
    walks,
    second: secondNearest(walker, starts, ends, walks),
    within: facilitiesWithin(walker, starts, ends, limits),
  };
}

describe("choices of a residence", () => {
  it("the second nearest is another facility, and both limits count in one search", () => {
    const { walks, second, within } = choicesOf(
      [home("r", "a")],
      [shop("b"), shop("c", 1), shop("e", 2)],
      [60_000, 120_000, 239_999, 240_000],
    );
    expect([walks.totalMm[0], second.totalMm[0], second.facility[0]]).toEqual([60_000, 120_000, 1]);
    expect(within.map((column) => column[0])).toEqual([1, 2, 2, 3]);
  });

  it("by another gate another facility is near, and one reached by both gates counts once", () => {
    const gates = home("r", "c", ["a", "e"]);
    const { walks, second, within } = choicesOf([gates], [shop("b"), shop("d", 1)], [60_000]);
    expect([walks.totalMm[0], walks.facility[0]]).toEqual([60_000, 0]);
    expect([second.totalMm[0], second.facility[0]]).toEqual([60_000, 1]);
    expect([...within[0]]).toEqual([2]);
    const one = choicesOf([gates], [shop("c")], [120_000]);
    expect([one.second.totalMm[0], one.second.facility[0], one.within[0][0]]).toEqual([UNREACHED, -1, 1]);
  });

  it("agrees with asking for every facility alone", () => {
    const drawn = fc.record({
      homes: fc.array(
        fc.tuple(
          fc.constantFrom(...NODES),
          fc.option(fc.uniqueArray(fc.constantFrom(...NODES), { maxLength: 3 }), { nil: undefined }),
        ),
        { minLength: 1, maxLength: 8 },
      ),
      shops: fc.array(fc.constantFrom(...NODES), { maxLength: 5 }),
      limits: fc.array(fc.integer({ min: 0, max: 600_000 }), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(drawn, ({ homes, shops, limits }) => {
        const list = homes.map(([node, gates], i) => home(`${i}`, node, gates));
        const all = shops.map((node, i) => shop(node, i));
        const { walks, second, within } = choicesOf(list, all, limits);
        const alone = all.map((one) => choicesOf(list, [one], [0]).walks.totalMm);
        for (let r = 0; r < list.length; r++) {
          const mm = alone.map((walk) => walk[r]);
          const sorted = mm.toSorted((p, q) => p - q);
          expect([walks.totalMm[r], second.totalMm[r]]).toEqual([sorted[0] ?? UNREACHED, sorted[1] ?? UNREACHED]);
          if (second.facility[r] >= 0) {
            expect(second.facility[r]).not.toBe(walks.facility[r]);
            expect(mm[second.facility[r]]).toBe(second.totalMm[r]);
          }
          expect(within.map((column) => column[r])).toEqual(
            limits.map((limit) => mm.filter((one) => one <= limit).length),
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("completeness of a set", () => {
  // Clinic at a, shop at c, school on the island; residents weigh 1, 2, 4 …
  const residences = residencesAt(
    ["a", "b", "e", "x"].map((node, i) => ({ ref: node, position: map.at(node), residents: 2 ** i, community: 0 })),
  );
  const facilities = facilitiesAt([shop("a", 0, "clinic"), shop("c", 0, "shop"), shop("x", 0, "school")]);
  const starts = startsOf(walker, walker, residences);
  const walks = ["clinic", "shop", "school"].map((category) =>
    walksToCategory(walker, walker, starts, facilities, facilities.categories.indexOf(category)),
  );
  const of = (set: number[], limitMm: number) => {
    const verdicts = verdictsOfSet(
      set.map((category) => walks[category]),
      residences,
      limitMm,
    );
    const [whole] = completenessBy(groupsBy("area", [], residences, facilities), residences, verdicts);
    return { verdicts, whole };
  };

  it("one category missing is enough to be without the set; unknown alone is not", () => {
    const { verdicts } = of([0, 1, 2], 120_000);
    // The island reaches its school; of clinic and shop nothing is known there. On the mainland no way leads to the school.
    expect([0, 1, 2, 3].map((r) => verdictOfSet(verdicts, r))).toEqual([
      "uncovered",
      "uncovered",
      "uncovered",
      "unknown",
    ]);
    expect([...verdicts.reached, ...verdicts.unknown]).toEqual([2, 2, 1, 1, 0, 0, 0, 2]);
  });

  it("shares people out by how much they reach", () => {
    const { whole } = of([0, 1], 120_000);
    expect(whole.residents).toEqual({ total: 15, covered: 1 + 2, uncovered: 4, unknown: 8 });
    expect(whole.reached.map(({ residents }) => residents)).toEqual([0, 4, 3]);
    expect(whole.partlyUnknown).toEqual({ residences: 1, households: 8, residents: 8 });
    expect(whole.meanReached).toBeCloseTo((3 * 2 + 4) / 7, 12);
  });

  it("of one category is its coverage", () => {
    expect(of([1], 120_000).whole.residents).toEqual({ total: 15, covered: 1 + 2 + 4, uncovered: 0, unknown: 8 });
  });
});
