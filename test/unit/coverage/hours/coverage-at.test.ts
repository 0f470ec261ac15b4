import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CategoryWalks, walksToCategory } from "../../../../server/coverage/category-walks.ts";
import { groupsBy } from "../../../../server/coverage/groups.ts";
import { Open, opennessAt } from "../../../../server/coverage/hours/open-at.ts";
import { startsOf } from "../../../../server/coverage/starts.ts";
import { tallyBy } from "../../../../server/coverage/tally.ts";
import { reasonOf, verdictOf } from "../../../../server/coverage/verdict.ts";
import { rememberHours } from "../../../../server/import/hours/read-hours.ts";
import { createWalker, openStreets } from "../../../../server/reach/walker.ts";
import { facilitiesAt, residencesAt } from "../../../support/people.ts";
import { profileOf } from "../../../support/profiles.ts";
import { streetMap } from "../../../support/street-map.ts";

// Every join is 60 m; nobody walks to the island at the foot.
const map = streetMap(`
  a-b-c-d-e-f-g
        |
        z





  x-y
`);
const walker = createWalker(openStreets(map.network), profileOf("adult"));
const HOMES = ["a", "b", "c", "d", "e", "f", "g", "x"];
const residences = residencesAt(
  HOMES.map((name, i) => ({ ref: name, position: map.at(name), residents: 2 ** i, community: -1 })),
);
const starts = startsOf(walker, walker, residences);
const read = rememberHours();

type Shop = readonly [at: string, hours: string | null];
const shops = (list: readonly Shop[]) =>
  facilitiesAt(
    list.map(([at, openingHours], i) => ({
      ref: `${i}`,
      category: "pharmacy",
      position: at === "lost" ? map.at("c", 0, 300) : map.at(at),
      community: -1,
      openingHours,
    })),
  );
function walksAt(list: readonly Shop[], at: string | null): CategoryWalks {
  const facilities = shops(list);
  return walksToCategory(walker, walker, starts, facilities, 0, at === null ? null : opennessAt(facilities, at, read));
}

describe("15 minutes to an open pharmacy", () => {
  // One at each end: the west one shuts at nine, the middle one says nothing, the east one never shuts.
  const list: Shop[] = [
    ["a", "08:00-21:00"],
    ["d", null],
    ["g", "24小时"],
  ];
  const LIMIT = 60_000;
  const at = (moment: string | null) => {
    const facilities = shops(list);
    const walks = walksAt(list, moment);
    const [{ residents, unknownReasons }] = tallyBy(
      groupsBy("area", [], residences, facilities),
      residences,
      facilities,
      0,
      walks,
      LIMIT,
    );
    const reasons = Object.fromEntries(Object.entries(unknownReasons).map(([reason, of]) => [reason, of.residences]));
    return { residents, unknownReasons: reasons, hours: walks.hours };
  };

  it("at any hour counts all three", () => {
    // a b · c d e · f g = 1+2+4+8+16+32+64
    expect(at(null)).toEqual({
      residents: { total: 255, covered: 127, uncovered: 0, unknown: 128 },
      unknownReasons: { island: 1 },
      hours: null,
    });
  });

  it("in the morning is sure of those at both ends, and unknown where only the middle one is near", () => {
    expect(at("We 10:00")).toEqual({
      residents: { total: 255, covered: 1 + 2 + 32 + 64, uncovered: 0, unknown: 4 + 8 + 16 + 128 },
      unknownReasons: { hours_unknown: 3, island: 1 },
      hours: { open: 2, closed: 0, unknown: 1 },
    });
  });

  it("at ten in the evening leaves the west uncovered", () => {
    expect(at("We 22:00")).toEqual({
      residents: { total: 255, covered: 32 + 64, uncovered: 1 + 2, unknown: 4 + 8 + 16 + 128 },
      unknownReasons: { hours_unknown: 3, island: 1 },
      hours: { open: 1, closed: 1, unknown: 1 },
    });
  });

  it("is decided in whole millimetres, inclusive, for the unsure walk too", () => {
    const walks = walksAt([["d", null]], "We 22:00");
    const c = HOMES.indexOf("c");
    expect([verdictOf(walks, c, 60_000), reasonOf(walks, c, 60_000)]).toEqual(["unknown", "hours_unknown"]);
    expect([verdictOf(walks, c, 59_999), reasonOf(walks, c, 59_999)]).toEqual(["uncovered", null]);
  });

  it("is uncovered for all on the streets where all are closed", () => {
    const walks = walksAt([["a", "08:00-21:00"]], "We 22:00");
    expect(HOMES.map((_, r) => verdictOf(walks, r, LIMIT))).toEqual(HOMES.map(() => "uncovered"));
    expect(walks).toMatchObject({ hours: { open: 0, closed: 1, unknown: 0 }, unsureMm: null });
  });

  it("refuses a moment without a day", () => {
    for (const moment of ["22:00", "Mo 25:00", ""])
      expect(() => opennessAt(shops(list), moment, read)).toThrow(
        expect.objectContaining({ code: "moment_unreadable" }),
      );
  });
});

/** Hours whose state at `We 22:00` is plain to see. */
const HOURS = {
  open: ["24/7", "20:00-23:00", "22:00-02:00"],
  closed: ["08:00-22:00", "Mo,Tu 00:00-24:00", "off"],
  unknown: [null, "whenever", "May-Aug 00:00-24:00"],
} as const;

it("lies between coverage by the open ones alone and by those of unknown hours too", () => {
  const shop = fc.record({
    place: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "x", "y", "lost"),
    state: fc.constantFrom("open", "closed", "unknown"),
    pick: fc.nat(2),
  });
  fc.assert(
    fc.property(fc.array(shop, { maxLength: 6 }), fc.integer({ min: 0, max: 400_000 }), (drawn, limit) => {
      const list = drawn.map(({ place, state, pick }): Shop => [place, HOURS[state as keyof typeof HOURS][pick]]);
      const facilities = shops(list);
      const openness = opennessAt(facilities, "We 22:00", read);
      expect([...openness]).toEqual(
        drawn.map(({ state }) => ({ open: Open.YES, closed: Open.NO, unknown: Open.UNKNOWN })[state]),
      );
      const walks = walksToCategory(walker, walker, starts, facilities, 0, openness);
      const only = (...states: string[]) =>
        walksAt(
          list.filter((_, i) => states.includes(drawn[i].state)),
          null,
        );
      const [sure, best] = [only("open"), only("open", "unknown")];
      for (let r = 0; r < residences.count; r++) {
        const atLeast = verdictOf(sure, r, limit);
        const atMost = verdictOf(best, r, limit);
        const expected = atLeast === "covered" ? "covered" : atMost === "uncovered" ? "uncovered" : "unknown";
        expect(verdictOf(walks, r, limit)).toBe(expected);
        expect(reasonOf(walks, r, limit) === "hours_unknown").toBe(expected === "unknown" && atMost === "covered");
        if (atLeast === "covered") expect(walks.totalMm[r]).toBe(sure.totalMm[r]);
      }
    }),
    { numRuns: 300 },
  );
});
