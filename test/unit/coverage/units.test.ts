/** Figures by unit: towns drawn so that a sum names who is in it, and properties against slow obvious oracles. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { walksToCategory } from "../../../server/coverage/category-walks.ts";
import { groupsBy } from "../../../server/coverage/groups.ts";
import type { Unit } from "../../../server/coverage/people.ts";
import { ranksOf } from "../../../server/coverage/ranks.ts";
import { FEWEST_RESIDENCES } from "../../../server/coverage/spread.ts";
import { startsOf } from "../../../server/coverage/starts.ts";
import { talliesBy, tallyBy } from "../../../server/coverage/tally.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { facilitiesAt, residencesAt } from "../../support/people.ts";
import { profileOf } from "../../support/profiles.ts";
import { streetMap } from "../../support/street-map.ts";

type Home = Parameters<typeof residencesAt>[0][number];
type Place = Parameters<typeof facilitiesAt>[0][number];

const unit = (ref: string): Unit => ({ ref, name: ref, level: "community", parent: null, bbox: [0, 0, 1, 1] });
const UNITS = [unit("west"), unit("east")];
const WEST = 0;
const EAST = 1;

function tallied(map: ReturnType<typeof streetMap>, homes: readonly Home[], places: readonly Place[], limitMm: number) {
  const walker = createWalker(openStreets(map.network), profileOf("adult"));
  const [residences, facilities] = [residencesAt(homes), facilitiesAt(places)];
  const walks = walksToCategory(walker, walker, startsOf(walker, walker, residences), facilities, 0);
  const [whole] = tallyBy(groupsBy("area", [], residences, facilities), residences, facilities, 0, walks, limitMm);
  const parts = tallyBy(
    groupsBy("community", UNITS, residences, facilities),
    residences,
    facilities,
    0,
    walks,
    limitMm,
  );
  return { residences, facilities, walks, whole, parts };
}
const pharmacy = (position: Place["position"], community: number): Place => ({
  ref: "pharmacy",
  category: "pharmacy",
  position,
  community,
});

describe("a perfect grid", () => {
  const map = streetMap(`
    a-b-c-d
    | | | |
    e-f-g-h
    | | | |
    i-j-k-l
  `);
  const homes = [..."abcdefghijkl"].map(
    (node, i): Home => ({ ref: node, position: map.at(node), residents: 2 ** i, community: i % 4 < 2 ? WEST : EAST }),
  );
  const people = (nodes: string) => [...nodes].reduce((sum, node) => sum + 2 ** "abcdefghijkl".indexOf(node), 0);

  it("two blocks from the middle of the west: the sums name the diamond", () => {
    const { whole, parts } = tallied(map, homes, [pharmacy(map.at("f"), WEST)], 120_000);
    const within = "abcefghijk";
    expect(whole.residents).toEqual({ total: 4095, covered: people(within), uncovered: people("dl"), unknown: 0 });
    const [west, east] = parts;
    expect([west.residents.covered, east.residents.covered]).toEqual([people("abefij"), people("cghk")]);
    expect([west.facilities, east.facilities]).toEqual([1, 0]);
  });

  it("a facility beyond the boundary serves people, and is none of the area's", () => {
    const beyond = { ...pharmacy(map.at("h"), -1), beyond: true };
    const { whole, parts } = tallied(map, homes, [{ ...pharmacy(map.at("a"), WEST), ref: "own" }, beyond], 60_000);
    expect(whole.residents.covered).toBe(people("abedhgl"));
    expect(whole.facilities).toBe(1);
    expect(whole.servedFromOutside.residents).toBe(people("dhgl"));
    expect(parts.map(({ facilities }) => facilities)).toEqual([1, 0]);
    expect(parts.map(({ servedFromOutside }) => servedFromOutside.residents)).toEqual([0, people("dhgl")]);
  });

  it("limits and levels asked together are told as each is alone", () => {
    const limits = [60_000, 120_000, 180_000];
    const { residences, facilities, walks } = tallied(map, homes, [pharmacy(map.at("f"), WEST)], 0);
    const levels = [groupsBy("area", [], residences, facilities), groupsBy("community", UNITS, residences, facilities)];
    const together = talliesBy(levels, residences, facilities, 0, walks, limits);
    expect(together.map(([[whole]]) => whole.residents.covered)).toEqual(
      ["befgj", "abcefghijk", "abcdefghijkl"].map(people),
    );
    limits.forEach((limitMm, l) => {
      levels.forEach((groups, level) => {
        expect(together[l][level]).toEqual(tallyBy(groups, residences, facilities, 0, walks, limitMm));
      });
    });
  });

  it("a border cuts nothing, and who is served across it is told", () => {
    const { whole, parts } = tallied(map, homes, [pharmacy(map.at("f"), WEST)], 120_000);
    const [west, east] = parts;
    expect(west.servedFromOutside).toEqual({ residences: 0, households: 0, residents: 0 });
    expect(east.servedFromOutside).toEqual({ residences: 4, households: people("cghk"), residents: people("cghk") });
    expect(whole.servedFromOutside.residences).toBe(0);
  });

  it("mean, tenths and their gap on paper", () => {
    const everywhere = homes.map((home) => ({ ...home, residents: 10 }));
    const { whole, parts } = tallied(map, everywhere, [pharmacy(map.at("a"), WEST)], 60_000);
    // Blocks from a: 0 · 1 1 · 2 2 2 · 3 3 3 · 4 4 · 5, ten people each.
    expect(whole.spread).toEqual({ residents: 120, meanMm: 150_000, p10Mm: 60_000, p90Mm: 240_000, gapMm: 180_000 });
    // Six residences a side are too few for tenths to be told apart.
    expect(parts.map(({ spread }) => spread.gapMm)).toEqual([null, null]);
    expect(parts[0].spread).toMatchObject({ residents: 60, p10Mm: 0, p90Mm: 180_000 });
  });

  it("ages by group, what is unknown of them apart", () => {
    const aged = homes.map((home, i) => ({ ...home, ages: i < 3 ? { from_65: 2 ** i } : {} }));
    const { whole } = tallied(map, aged, [pharmacy(map.at("a"), WEST)], 60_000);
    expect(whole.ages).toEqual({
      from_65: { total: 7, covered: 3, uncovered: 4, unknown: 0, unknownResidences: 9 },
    });
  });
});

describe("a town cut by a river", () => {
  const map = streetMap(`
    a-b-c-d
          |
    e-f-g-h
  `);
  // The only bridge is in the east: e lies 60 m from a as the crow flies, and seven blocks on foot.
  const homes = [..."abcdefgh"].map(
    (node, i): Home => ({ ref: node, position: map.at(node), residents: 2 ** i, community: i < 4 ? WEST : EAST }),
  );

  it("who lives across is reached over the bridge or not at all", () => {
    const { whole, parts } = tallied(map, homes, [pharmacy(map.at("a"), WEST)], 240_000);
    expect(whole.residents).toEqual({ total: 255, covered: 1 + 2 + 4 + 8 + 128, uncovered: 16 + 32 + 64, unknown: 0 });
    expect(parts[1].servedFromOutside.residents).toBe(128);
    expect(whole.residentsWithoutWalk).toBe(0);
  });
});

describe("a compound with one gate", () => {
  const map = streetMap(`
    a-b-c-d-e-f
    |         |
    g-h-i-j-k-l
  `);
  const home = (entrances: Home["entrances"]): Home => ({
    ref: "compound",
    position: map.at("h", 0, 25),
    residents: 512,
    community: WEST,
    compound: true,
    ...(entrances && { entrances }),
  });
  const covered = (entrances: Home["entrances"], limitMm: number) =>
    tallied(map, [home(entrances)], [pharmacy(map.at("h"), WEST)], limitMm).whole.residents.covered;

  it("is walked from its gate, not from its middle", () => {
    expect(covered(undefined, 60_000)).toBe(512);
    expect([covered([map.at("c")], 240_000 - 1), covered([map.at("c")], 240_000)]).toEqual([0, 512]);
  });
});

describe("residences of which half is known", () => {
  const map = streetMap("a-b");

  it("are counted by the measure that is unknown", () => {
    const list: Home[] = [
      { ref: "both", position: map.at("a"), residents: 4, community: WEST },
      { ref: "households alone", position: map.at("a"), residents: -1, community: WEST },
      { ref: "neither", position: map.at("b"), residents: -1, community: WEST },
    ];
    const residences = { ...residencesAt(list), households: Int32Array.of(2, 3, -1) };
    const facilities = facilitiesAt([pharmacy(map.at("a"), WEST)]);
    const walker = createWalker(openStreets(map.network), profileOf("adult"));
    const walks = walksToCategory(walker, walker, startsOf(walker, walker, residences), facilities, 0);
    const [whole] = tallyBy(groupsBy("area", [], residences, facilities), residences, facilities, 0, walks, 60_000);
    expect(whole).toMatchObject({
      residences: { total: 3 },
      households: { total: 5 },
      residents: { total: 4 },
      householdsUnknownResidences: 1,
      residentsUnknownResidences: 2,
      peopleUnknownResidences: 1,
    });
  });
});

describe("on any town", () => {
  const map = streetMap(`
    a-b-c-d-e
    | |   | |
    f-g-h-i-j

    x-y
  `);
  const nodes = [..."abcdefghijxy"];
  const home = fc.record({
    node: fc.constantFrom(...nodes),
    residents: fc.integer({ min: -1, max: 40 }),
    community: fc.constantFrom(-1, WEST, EAST),
    // 3 km away from every street.
    lost: fc.constantFrom(false, false, false, true),
  });
  const place = fc.record({
    node: fc.constantFrom(...nodes),
    community: fc.constantFrom(-1, WEST, EAST),
    lost: fc.constantFrom(false, false, true),
  });
  const town = fc.record({
    homes: fc.array(home, { maxLength: 25 }),
    places: fc.array(place, { maxLength: 3 }),
    limitMm: fc.integer({ min: 0, max: 3_500_000 }),
  });
  const built = ({ homes, places, limitMm }: typeof town extends fc.Arbitrary<infer Town> ? Town : never) =>
    tallied(
      map,
      homes.map(({ node, residents, community, lost }, i) => ({
        ref: `${i}`,
        position: map.at(node, 0, lost ? 3000 : 0),
        residents,
        community,
      })),
      places.map(({ node, community, lost }) => pharmacy(map.at(node, 0, lost ? 3000 : 0), community)),
      limitMm,
    );

  it("parts equal the whole, to the person", () => {
    fc.assert(
      fc.property(town, (drawn) => {
        const { whole, parts } = built(drawn);
        for (const column of ["residences", "households", "residents"] as const)
          for (const part of ["total", "covered", "uncovered", "unknown"] as const)
            expect(sum(parts, (tally) => tally[column][part])).toBe(whole[column][part]);
        for (const column of [
          "facilities",
          "householdsUnknownResidences",
          "residentsUnknownResidences",
          "peopleUnknownResidences",
          "residentsWithoutWalk",
        ] as const)
          expect(sum(parts, (tally) => tally[column])).toBe(whole[column]);
        expect(sum(parts, ({ spread }) => spread.residents)).toBe(whole.spread.residents);
        for (const tally of [whole, ...parts]) {
          const reasons = Object.values(tally.unknownReasons);
          expect(sum(reasons, ({ residences }) => residences)).toBe(tally.residences.unknown);
          expect(sum(reasons, ({ residents }) => residents)).toBe(tally.residents.unknown);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("mean, tenths and gap are those of all people stood in a row", () => {
    fc.assert(
      fc.property(town, (drawn) => {
        const { residences, walks, whole } = built(drawn);
        const inhabited = walksOfInhabited(residences.residents, walks);
        const row = inhabited.flatMap(([mm, people]) => Array<number>(people).fill(mm)).sort((a, b) => a - b);
        const nth = (tenths: number) => row[Math.ceil((row.length * tenths) / 10) - 1] ?? null;
        const { spread } = whole;
        expect(spread).toMatchObject({ residents: row.length, p10Mm: nth(1), p90Mm: nth(9) });
        if (row.length > 0) expect(spread.meanMm).toBeCloseTo(sum(row, (mm) => mm) / row.length, 6);
        const isMany = inhabited.length >= FEWEST_RESIDENCES;
        expect(spread.gapMm).toBe(isMany ? (nth(9) ?? 0) - (nth(1) ?? 0) : null);
      }),
      { numRuns: 150 },
    );
  });
});

function walksOfInhabited(residents: Int32Array, { state, totalMm }: { state: Uint8Array; totalMm: Int32Array }) {
  return [...residents.keys()]
    .filter((r) => state[r] === 0 && residents[r] > 0)
    .map((r): [number, number] => [totalMm[r], residents[r]]);
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

describe("ranks", () => {
  it("equals share the better place, the next one is that much lower, unknown ones have none", () => {
    expect(ranksOf([0.5, null, 0.9, 0.5, 0.1, 1 / 3, 2 / 6])).toEqual([
      { rank: 2, sharedBy: 2 },
      { rank: null, sharedBy: 0 },
      { rank: 1, sharedBy: 1 },
      { rank: 2, sharedBy: 2 },
      { rank: 6, sharedBy: 1 },
      { rank: 4, sharedBy: 2 },
      { rank: 4, sharedBy: 2 },
    ]);
  });
});
