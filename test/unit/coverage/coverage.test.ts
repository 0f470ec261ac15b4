import { describe, expect, it } from "vitest";
import { walksToCategory } from "../../../server/coverage/category-walks.ts";
import { indexCells, residentsByCell, walksByCell } from "../../../server/coverage/cells.ts";
import { uncoveredResidences } from "../../../server/coverage/gaps.ts";
import { groupsBy } from "../../../server/coverage/groups.ts";
import type { Unit } from "../../../server/coverage/people.ts";
import { startsOf } from "../../../server/coverage/starts.ts";
import { shareOf, tallyBy } from "../../../server/coverage/tally.ts";
import { reasonOf, verdictOf } from "../../../server/coverage/verdict.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { facilitiesAt, residencesAt } from "../../support/people.ts";
import { profileOf } from "../../support/profiles.ts";
import { streetMap } from "../../support/street-map.ts";

// A street of six joins with a pharmacy at its west end; an island with homes and none; steps up to u.
const map = streetMap(`
  p-b-c-d-e-f~u







  x-y
`);
const units: Unit[] = [
  { ref: "east", name: "东", level: "community", parent: null, bbox: [0, 0, 1, 1] },
  { ref: "west", name: "西", level: "community", parent: null, bbox: [0, 0, 1, 1] },
];

function coverageOf(profile: string) {
  const streets = openStreets(map.network);
  const walker = createWalker(streets, profileOf(profile));
  const open = createWalker(streets, profileOf("adult"));
  // Residents weigh 1, 2, 4 … so that every sum names who is in it.
  const residences = residencesAt([
    { ref: "at p", position: map.at("p"), residents: 1, community: 1 },
    { ref: "at c", position: map.at("c"), residents: 2, community: 1 },
    { ref: "at d", position: map.at("d"), residents: 4, community: 0 },
    { ref: "at f", position: map.at("f"), residents: 8, community: 0 },
    { ref: "up u", position: map.at("u"), residents: 16, community: 0 },
    { ref: "island", position: map.at("x"), residents: 32, community: -1 },
    { ref: "nowhere", position: map.at("p", -3000), residents: 64, community: -1 },
    { ref: "nobody knows", position: map.at("b"), residents: -1, community: 1 },
  ]);
  const facilities = facilitiesAt([{ ref: "pharmacy", category: "pharmacy", position: map.at("p"), community: 1 }]);
  return {
    residences,
    facilities,
    walks: walksToCategory(walker, open, startsOf(walker, open, residences), facilities, 0),
  };
}

describe("coverage of one category", () => {
  const { residences, facilities, walks } = coverageOf("adult");
  const LIMIT = 180_000;

  it("covers exactly at the limit, and not a millimetre beyond", () => {
    const d = residences.ref.indexOf("at d");
    expect(walks.totalMm[d]).toBe(180_000);
    expect([verdictOf(walks, d, 180_000), verdictOf(walks, d, 179_999)]).toEqual(["covered", "uncovered"]);
  });

  it("counts unknown apart, with the reason", () => {
    const verdicts = Object.fromEntries(
      residences.ref.map((ref, r) => [ref, [verdictOf(walks, r, LIMIT), reasonOf(walks, r, LIMIT)]]),
    );
    expect(verdicts).toMatchObject({
      "at p": ["covered", null],
      "at f": ["uncovered", null],
      island: ["unknown", "island"],
      nowhere: ["unknown", "no_street_within_200m"],
    });
  });

  it("sums people by unit, and its parts equal the whole", () => {
    const whole = tallyBy(groupsBy("area", [], residences, facilities), residences, facilities, 0, walks, LIMIT)[0];
    expect(whole.residents).toEqual({ total: 127, covered: 1 + 2 + 4, uncovered: 8 + 16, unknown: 32 + 64 });
    expect(whole.residences).toEqual({ total: 8, covered: 4, uncovered: 2, unknown: 2 });
    expect(whole).toMatchObject({
      facilities: 1,
      peopleUnknownResidences: 1,
      unknownReasons: {
        island: { residences: 1, households: 32, residents: 32 },
        no_street_within_200m: { residences: 1, households: 64, residents: 64 },
      },
    });
    const parts = tallyBy(
      groupsBy("community", units, residences, facilities),
      residences,
      facilities,
      0,
      walks,
      LIMIT,
    );
    expect(
      parts.map(({ unit, residents }) => [
        unit?.ref ?? null,
        residents.covered,
        residents.uncovered,
        residents.unknown,
      ]),
    ).toEqual([
      ["east", 4, 24, 0],
      ["west", 3, 0, 0],
      [null, 0, 0, 96],
    ]);
    for (const key of ["total", "covered", "uncovered", "unknown"] as const) {
      expect(parts.reduce((sum, part) => sum + part.residents[key], 0)).toBe(whole.residents[key]);
    }
    expect(shareOf(whole.residents)).toBeCloseTo(7 / 31);
  });

  it("lists the uncovered, most people first, without the unknown", () => {
    expect(uncoveredResidences(residences, walks, LIMIT).map((r) => residences.ref[r])).toEqual(["up u", "at f"]);
  });

  it("gathers cells whose sums are those of the whole", () => {
    const index = indexCells(residences, 9);
    const cells = walksByCell(index, residences, walks);
    const people = residentsByCell(index, residences, walks, LIMIT);
    expect(cells.reduce((sum, cell) => sum + cell.residences, 0)).toBe(8);
    expect(cells.reduce((sum, cell) => sum + cell.residents, 0)).toBe(127);
    expect(people.reduce((sum, cell) => sum + cell.covered, 0)).toBe(7);
    expect(people.reduce((sum, cell) => sum + cell.unknown, 0)).toBe(96);
  });

  it("finds a home that only steps lead to uncovered for a wheelchair, not unknown", () => {
    const chair = coverageOf("wheelchair");
    const u = chair.residences.ref.indexOf("up u");
    expect(verdictOf(chair.walks, u, LIMIT)).toBe("uncovered");
  });

  it("leaves everybody uncovered where there is no facility at all", () => {
    const streets = openStreets(map.network);
    const walker = createWalker(streets, profileOf("adult"));
    const homes = residencesAt([
      { ref: "island", position: map.at("x"), residents: 5, community: -1 },
      { ref: "nowhere", position: map.at("p", -3000), residents: 5, community: -1 },
      { ref: "all gates closed", position: map.at("p"), residents: 5, community: -1, entrances: [] },
    ]);
    const none = walksToCategory(walker, walker, startsOf(walker, walker, homes), facilitiesAt([]), 0);
    expect([0, 1, 2].map((r) => [verdictOf(none, r, LIMIT), reasonOf(none, r, LIMIT)])).toEqual(
      Array(3).fill(["uncovered", null]),
    );
  });

  it("counts a facility without a street nearby", () => {
    const streets = openStreets(map.network);
    const walker = createWalker(streets, profileOf("adult"));
    const homes = residencesAt([]);
    const shops = facilitiesAt([{ ref: "lost", category: "pharmacy", position: map.at("p", -3000), community: -1 }]);
    expect(walksToCategory(walker, walker, startsOf(walker, walker, homes), shops, 0)).toMatchObject({
      facilities: 1,
      facilitiesOffNetwork: 1,
    });
  });
});
