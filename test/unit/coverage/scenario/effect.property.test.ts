/** Random towns, random changes: the quick way finds what a whole run finds, and nobody is worse off for one more facility. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { coverageBy } from "../../../../server/analysis/coverage.ts";
import type { OpenArea } from "../../../../server/analysis/open-area.ts";
import { openChanges, openSaved } from "../../../../server/analysis/scenario-area.ts";
import { Effect } from "../../../../server/analysis/scenario-effect.ts";
import type { Change } from "../../../../server/coverage/scenario/change.ts";
import { changedAmong } from "../../../../server/coverage/scenario/changed-walks.ts";
import { verdictOf } from "../../../../server/coverage/verdict.ts";
import type { AgeGroup } from "../../../../server/import/age-groups.ts";
import { buildNetwork } from "../../../../server/network/build.ts";
import { openTown } from "../../../support/open-town.ts";
import { facilitiesAt, residencesAt } from "../../../support/people.ts";
import { randomPoint, randomStreets } from "../../../support/random-streets.ts";

const CATEGORIES = ["clinic", "pharmacy"] as const;
const category = fc.constantFrom(...CATEGORIES);
const town = fc.record({
  streets: randomStreets,
  homes: fc.array(fc.tuple(randomPoint, fc.integer({ min: -1, max: 50 }), fc.array(randomPoint, { maxLength: 2 })), {
    minLength: 1,
    maxLength: 8,
  }),
  places: fc.array(fc.tuple(category, randomPoint), { minLength: 1, maxLength: 5 }),
});

function opened({ streets, homes, places }: typeof town extends fc.Arbitrary<infer Drawn> ? Drawn : never): OpenArea {
  return openTown({
    network: buildNetwork(streets),
    residences: residencesAt(
      homes.map(([position, residents, entrances], r) => ({
        ref: `r${r}`,
        position,
        residents,
        // Of every third residence nobody knows how many of its people are old.
        ages: r % 3 === 2 ? {} : { from_65: Math.max(0, residents >> 2) },
        community: -1,
        ...(entrances.length > 0 ? { entrances } : {}),
      })),
    ),
    facilities: facilitiesAt(
      places.map(([kind, position], f) => ({ ref: `f${f}`, category: kind, position, community: -1 })),
    ),
    categories: CATEGORIES,
  });
}

/** What is done to one facility. */
const deed = fc.oneof(
  randomPoint.map((position) => ({ kind: "move_facility" as const, position })),
  fc.constant({ kind: "close_facility" as const }),
  category.map((to) => ({ kind: "set_category" as const, category: to })),
  fc.record({ kind: fc.constant("add_facility" as const), category, position: randomPoint }),
);
type Deed = typeof deed extends fc.Arbitrary<infer Kind> ? Kind : never;

function changesOf(deeds: readonly Deed[], count: number): Change[] {
  const changed = new Set<string>();
  return deeds.flatMap((each, i): Change[] => {
    const ref = each.kind === "add_facility" ? `new${i}` : `f${i % count}`;
    if (changed.has(ref)) return [];
    changed.add(ref);
    return [{ ...each, ref }];
  });
}

const isAny = () => true;
const tried = (base: OpenArea, changes: readonly Change[]): OpenArea => openChanges(base, changes, isAny);
const saved = (base: OpenArea, changes: readonly Change[]): OpenArea =>
  openSaved(base, { id: 1, revision: 1, changes, streetsVersion: 1 }, isAny).area;
const limit = fc.constantFrom(0.5, 2, 15);
const profile = fc.constantFrom("adult", "wheelchair");

it("the quick way finds the walks of a whole run, and sums before and after are those of coverage", () => {
  let changes = 0;
  fc.assert(
    fc.property(
      town,
      fc.array(deed, { minLength: 1, maxLength: 4 }),
      category,
      profile,
      limit,
      (drawn, deeds, asked, walks, minutes) => {
        const [base, count] = [opened(drawn), drawn.places.length];
        const list = changesOf(deeds, count);
        const [quick, whole] = [tried(base, list), saved(base, list)];
        const question = { category: asked, profile: walks, minutes };
        const before = base.walksTo(walks, asked);
        const { rows, after } = quick.changedWalks(question);
        const expected = changedAmong(before, whole.walksTo(walks, asked), whole.over!.facilityIndexOf);
        expect({ rows, ...visible(after) }).toEqual({ rows: expected.rows, ...visible(expected.after) });
        changes += rows.length;

        const effect = new Effect(quick, question);
        const { whole: shift } = effect.head();
        for (const [side, area, mean] of [
          ["before", base, shift.meanSecondsBefore],
          ["after", whole, shift.meanSecondsAfter],
        ] as const) {
          const figures = coverageBy(area, question, "area").whole;
          expect(shift.residences[side]).toEqual(figures.residences);
          expect(shift.households[side]).toEqual(figures.households);
          expect(shift.residents[side]).toEqual(figures.residents);
          expect(shift.residentsUnknown[side].total).toBe(figures.residentsUnknownResidences);
          expect(mean).toBe(figures.meanSeconds);
          for (const [group, { residents, residentsUnknown }] of Object.entries(shift.ages)) {
            const unknownResidences = residentsUnknown[side].total;
            expect({ ...residents[side], unknownResidences }).toEqual(figures.ages[group as AgeGroup]);
          }
          expect(Object.keys(shift.ages)).toEqual(Object.keys(figures.ages));
        }
        for (const each of [
          ...[shift.residences, shift.households, shift.residents, shift.residentsUnknown],
          ...Object.values(shift.ages).flatMap(({ residents, residentsUnknown }) => [residents, residentsUnknown]),
        ])
          expect(each.after.covered - each.before.covered).toBe(
            each.gained - each.lost + each.gainedFromUnknown - each.lostToUnknown,
          );
        const { items, total } = new Effect(whole, question).residences(0, 100);
        expect(items.map(({ ref }) => ref).sort()).toEqual(Array.from(rows, (r) => `r${r}`).sort());
        expect(total).toBe(rows.length);
      },
    ),
    { numRuns: 250 },
  );
  expect(changes).toBeGreaterThan(150);
});

function visible({
  totalMm,
  lengthMm,
  facility,
  toOffsetMm,
  state,
  offNetworkMm,
  facilities,
}: ReturnType<OpenArea["walksTo"]>) {
  return { totalMm, lengthMm, facility, toOffsetMm, state, offNetworkMm, facilities };
}

it("adding covers whoever was covered, closing covers nobody new, and moving is closing and adding", () => {
  fc.assert(
    fc.property(
      town,
      fc.array(fc.tuple(category, randomPoint), { minLength: 1, maxLength: 3 }),
      randomPoint,
      profile,
      limit,
      (drawn, added, to, walks, minutes) => {
        const [base, count] = [opened(drawn), drawn.places.length];
        const limitMm = minutes * 60 * base.walker(walks).profile.speedMmPerSecond;
        const covered = (area: OpenArea, of: string): number[] => {
          const found = area.walksTo(walks, of);
          return area.content.residences.ref.flatMap((_, r) => (verdictOf(found, r, limitMm) === "covered" ? [r] : []));
        };
        const more = added.map(
          ([kind, position], i): Change => ({ kind: "add_facility", ref: `new${i}`, category: kind, position }),
        );
        const fewer = added.map((_, i): Change => ({ kind: "close_facility", ref: `f${i % count}` })).slice(0, count);
        const moved = base.content.facilities.categories[base.content.facilities.category[0]];
        for (const of of CATEGORIES) {
          const now = covered(base, of);
          expect(covered(saved(base, more), of)).toEqual(expect.arrayContaining(now));
          expect(now).toEqual(expect.arrayContaining(covered(saved(base, fewer), of)));
          const move = saved(base, [{ kind: "move_facility", ref: "f0", position: to }]);
          const closeAndAdd = saved(base, [
            { kind: "close_facility", ref: "f0" },
            { kind: "add_facility", ref: "again", category: moved, position: to },
          ]);
          const [one, other] = [move.walksTo(walks, of), closeAndAdd.walksTo(walks, of)];
          expect([one.totalMm, one.state]).toEqual([other.totalMm, other.state]);
        }
      },
    ),
    { numRuns: 150 },
  );
});
