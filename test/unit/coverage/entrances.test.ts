import { describe, expect, it } from "vitest";
import { walksToCategory } from "../../../server/coverage/category-walks.ts";
import { entranceOf, startsOf } from "../../../server/coverage/starts.ts";
import { reasonOf, verdictOf } from "../../../server/coverage/verdict.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { facilitiesAt, residencesAt } from "../../support/people.ts";
import { profileOf } from "../../support/profiles.ts";
import { streetMap } from "../../support/street-map.ts";

/** A compound between two streets that meet far in the east: its point lies 20 m from the northern one. */
const map = streetMap(`
  a-b-c-d-e-f
            |
  g-h-i-j-k-l
`);
const streets = openStreets(map.network);
const adult = createWalker(streets, profileOf("adult"));
const home = map.at("b", 0, -20);
const shop = { ref: "shop", category: "shop", position: map.at("h"), community: -1 };

function walksOf(list: Parameters<typeof residencesAt>[0], walker = adult, shops = [shop]) {
  const residences = residencesAt(list);
  const starts = startsOf(walker, adult, residences);
  return { residences, starts, walks: walksToCategory(walker, adult, starts, facilitiesAt(shops), 0) };
}
const at = (entrances?: readonly (readonly [number, number])[], compound = true) => ({
  ref: "home",
  position: home,
  residents: 9,
  community: -1,
  compound,
  ...(entrances && { entrances }),
});

describe("entrances of a residence", () => {
  it("without any, the walk starts at the point, as if the wall were none", () => {
    const { walks } = walksOf([at()]);
    expect(walks.totalMm[0] / 1000).toBeCloseTo(20 + 9 * 60, 1);
  });

  it("the walk starts at the best of them, which depends on where it goes", () => {
    const { residences, starts, walks } = walksOf([at([map.at("c"), map.at("i")])]);
    expect(walks.totalMm[0]).toBe(60_000);
    expect(entranceOf(residences, 0, walks.start[0] - starts.first[0])).toEqual(map.at("i"));
    const north = walksOf([at([map.at("c"), map.at("i")])], adult, [{ ...shop, position: map.at("a") }]);
    expect([north.walks.totalMm[0], north.walks.start[0]]).toEqual([120_000, 0]);
  });

  it("a wall is not walked through: with a gate to the north alone it is the long way round", () => {
    expect(walksOf([at([map.at("c")])]).walks.totalMm[0]).toBe(540_000 - 60_000);
  });

  it("from a building to the gate of its wall is part of the walk, straight ahead", () => {
    const { walks } = walksOf([at([map.at("h", 0, 0)], false)]);
    expect(walks.totalMm[0] / 1000).toBeCloseTo(40, 1);
    expect(walks.lengthMm[0]).toBe(walks.totalMm[0]);
  });

  it("of equal ones the first counts, whatever else stands in the list", () => {
    const two = walksOf([at([map.at("g"), map.at("i")]), at([map.at("i"), map.at("g")]), at()]);
    expect([...two.walks.start]).toEqual([0, 2, 4]);
    expect([...two.starts.first]).toEqual([0, 2, 4, 5]);
  });

  it("all closed, nobody is known to walk anywhere: unknown, with the reason", () => {
    const { walks, starts } = walksOf([at([]), at()]);
    expect([...starts.first]).toEqual([0, 0, 1]);
    expect([verdictOf(walks, 0, 1_000_000), reasonOf(walks, 0, 1_000_000)]).toEqual(["unknown", "gates_closed"]);
    expect(verdictOf(walks, 1, 1_000_000)).toBe("covered");
  });

  it("an entrance without a street does no harm to the others", () => {
    const { walks } = walksOf([at([map.at("a", 0, 300), map.at("i")])]);
    expect([walks.totalMm[0], walks.start[0]]).toEqual([60_000, 1]);
    const none = walksOf([at([map.at("a", 0, 300)])]);
    expect(reasonOf(none.walks, 0, 1_000_000)).toBe("no_street_within_200m");
  });
});

it("an entrance that only a profile's closed ways cut off is told as such", () => {
  const stairs = streetMap("a~b");
  const all = createWalker(openStreets(stairs.network), profileOf("adult"));
  const chair = createWalker(openStreets(stairs.network), profileOf("wheelchair"));
  const residences = residencesAt([
    {
      ref: "r",
      position: stairs.at("a", 0, 400),
      residents: 1,
      community: -1,
      compound: true,
      entrances: [stairs.at("a")],
    },
  ]);
  const shops = facilitiesAt([{ ...shop, position: stairs.at("b") }]);
  const walks = walksToCategory(chair, all, startsOf(chair, all, residences), shops, 0);
  expect([verdictOf(walks, 0, 1_000_000), reasonOf(walks, 0, 1_000_000)]).toEqual(["uncovered", "closed_to_profile"]);
});
