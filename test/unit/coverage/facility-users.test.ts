/** Who has which facility as the nearest one: residents weigh 1, 2, 4 …, so that every sum names who is in it. */
import { expect, it } from "vitest";
import { walksToCategory } from "../../../server/coverage/category-walks.ts";
import { usersByFacility } from "../../../server/coverage/facility-users.ts";
import { startsOf } from "../../../server/coverage/starts.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { facilitiesAt, residencesAt } from "../../support/people.ts";
import { profileOf } from "../../support/profiles.ts";
import { streetMap } from "../../support/street-map.ts";

// Pharmacies at p and at r, a clinic at c; every join is 60 m; x lies on an island.
const map = streetMap(`
  p-b-c-d-e-f-r







  x-y
`);

it("everybody with a walk has one nearest facility of the category, within the limit or beyond it", () => {
  const walker = createWalker(openStreets(map.network), profileOf("adult"));
  const residences = residencesAt([
    { ref: "p", position: map.at("p"), residents: 1, community: -1 },
    { ref: "b", position: map.at("b"), residents: 2, community: -1 },
    { ref: "d", position: map.at("d"), residents: 4, community: -1 },
    { ref: "e", position: map.at("e"), residents: 8, community: -1 },
    { ref: "f", position: map.at("f"), residents: -1, community: -1 },
    { ref: "x", position: map.at("x"), residents: 32, community: -1 },
  ]);
  const facilities = facilitiesAt([
    { ref: "at p", category: "pharmacy", position: map.at("p"), community: -1 },
    { ref: "at c", category: "clinic", position: map.at("c"), community: -1 },
    { ref: "at r", category: "pharmacy", position: map.at("r"), community: -1 },
  ]);
  const walks = walksToCategory(walker, walker, startsOf(walker, walker, residences), facilities, 0);
  // d is as far from both: the earlier facility is its nearest.
  expect(usersByFacility(facilities.count, residences, walks, 120_000)).toEqual([
    { residences: 2, households: 3, residents: 3, residencesBeyond: 1, residentsBeyond: 4, worstMm: 60_000 },
    { residences: 0, households: 0, residents: 0, residencesBeyond: 0, residentsBeyond: 0, worstMm: null },
    { residences: 2, households: 8, residents: 8, residencesBeyond: 0, residentsBeyond: 0, worstMm: 120_000 },
  ]);
});
