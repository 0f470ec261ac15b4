/** Walks by minute against the tallies of every limit: a street on which a sum names who walks how far, and random towns. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { UNREACHED } from "../../../server/base/units.ts";
import { walksByLimit } from "../../../server/coverage/by-minutes.ts";
import { type CategoryWalks, State } from "../../../server/coverage/category-walks.ts";
import { groupsBy } from "../../../server/coverage/groups.ts";
import { tallyBy } from "../../../server/coverage/tally.ts";
import { facilitiesAt, residencesAt } from "../../support/people.ts";

const MEASURES = ["residences", "households", "residents"] as const;

interface Walk {
  readonly state: number;
  readonly mm: number;
  readonly offNetworkMm: number;
  readonly unsureMm: number;
}

function walksOf(list: readonly Walk[]): CategoryWalks {
  const column = (of: (walk: Walk) => number) => Int32Array.from(list, of);
  const totalMm = column(({ state, mm }) => (state === State.WALK ? mm : UNREACHED));
  const none = new Int32Array(list.length);
  return {
    totalMm,
    lengthMm: totalMm,
    facility: none,
    start: none,
    toOffsetMm: none,
    state: Uint8Array.from(list, ({ state }) => state),
    offNetworkMm: column((walk) => walk.offNetworkMm),
    unsureMm: column((walk) => walk.unsureMm),
    hours: null,
    facilities: 1,
    facilitiesOffNetwork: 0,
    facilitiesClosedToProfile: 0,
  };
}

const home = (residents: number) => ({ ref: `${residents}`, position: [0, 0] as const, residents, community: -1 });
const known = (mm: number): Walk => ({ state: State.WALK, mm, offNetworkMm: UNREACHED, unsureMm: UNREACHED });

it("whoever walks exactly a limit is within it; the sums name who walks how far", () => {
  const walks = walksOf([
    known(100),
    known(101),
    known(250),
    { ...known(0), state: State.NO_WALK },
    { ...known(0), state: State.ISLAND },
    { ...known(150), unsureMm: 90 },
  ]);
  const residences = residencesAt([1, 2, 4, 8, 16, 32].map(home));
  const spread = walksByLimit(residences, walks, Int32Array.of(0, 1, 2, 3, 4, 5), [100, 200], 0);
  expect(spread.walks.map(({ residents }) => residents)).toEqual([1, 2]);
  expect(spread.farther.residents).toBe(4);
  expect(spread.without.residents).toBe(8);
  expect(spread.unknown.residents).toBe(16 + 32);
  expect(spread.at.map(({ residents }) => residents)).toEqual([
    { total: 63, covered: 1, uncovered: 2 + 4 + 8, unknown: 16 + 32 },
    { total: 63, covered: 1 + 2 + 32, uncovered: 4 + 8, unknown: 16 },
  ]);
});

it("equals the tally of every limit, and its walks add up to that of the limit asked about", () => {
  const length = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(UNREACHED));
  const walk = fc.record({
    state: fc.constantFrom(...Object.values(State)),
    mm: fc.integer({ min: 0, max: 40 }),
    offNetworkMm: length,
    unsureMm: length,
  });
  const people = fc.array(fc.tuple(walk, fc.integer({ min: -1, max: 9 })), { maxLength: 12 });
  fc.assert(
    fc.property(
      people,
      fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }),
      fc.nat(),
      (list, some, pick) => {
        const limits = some.toSorted((a, b) => a - b);
        const asked = pick % limits.length;
        const residences = residencesAt(list.map(([, residents]) => home(residents)));
        const walks = walksOf(list.map(([one]) => one));
        const facilities = facilitiesAt([]);
        const groups = groupsBy("area", [], residences, facilities);
        const members = Int32Array.from(list, (_, r) => r);
        const spread = walksByLimit(residences, walks, members, limits, asked);
        const tallies = limits.map((limit) => tallyBy(groups, residences, facilities, 0, walks, limit)[0]);
        for (const measure of MEASURES) {
          const sum = (from: number, to: number) =>
            spread.walks.slice(from, to).reduce((total, one) => total + one[measure], 0);
          expect(spread.at.map((one) => one[measure])).toEqual(tallies.map((one) => one[measure]));
          expect(sum(0, asked + 1)).toBe(tallies[asked][measure].covered);
          expect(spread.unknown[measure]).toBe(tallies[asked][measure].unknown);
          expect(sum(asked + 1, limits.length) + spread.farther[measure] + spread.without[measure]).toBe(
            tallies[asked][measure].uncovered,
          );
        }
      },
    ),
  );
});
