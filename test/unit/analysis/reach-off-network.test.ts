/** A place is told of facilities without a street as a residence there is. */
import { expect, it } from "vitest";
import { OpenArea } from "../../../server/analysis/open-area.ts";
import { reachFrom } from "../../../server/analysis/reach.ts";
import { explainResidence } from "../../../server/analysis/residence-rows.ts";
import { WalkPool } from "../../../server/reach/pool/walk-pool.ts";
import { facilitiesAt, residencesAt } from "../../support/people.ts";
import { profileOf } from "../../support/profiles.ts";
import { streetMap } from "../../support/street-map.ts";

const map = streetMap("a-b-c-d-e-f~u");
const at = (category: string, node: string, east = 0, north = 0) => ({
  ref: `${category} ${node}`,
  category,
  position: map.at(node, east, north),
  community: -1,
});

const area = new OpenArea(
  {
    areaId: "drawn",
    releaseId: 1,
    release: 1,
    datasets: {},
    network: map.network,
    residences: residencesAt([{ ref: "home", position: map.at("a"), residents: 1, community: -1 }]),
    // One without a street 300 m north; one within reach beside another without a street; one up the stairs.
    facilities: facilitiesAt([
      at("clinic", "a", 0, 300),
      at("shop", "b"),
      at("shop", "a", 0, 300),
      at("school", "u", 190),
    ]),
    communities: [],
    communityShapes: [],
    subdistricts: [],
    subdistrictShapes: [],
  },
  new Map(["adult", "wheelchair"].map((id) => [id, profileOf(id)])),
  new Set(),
  new WalkPool(1),
);

it.each([
  ["adult", 4, ["clinic", "school"], []],
  ["adult", 5, ["school"], ["clinic"]],
  ["wheelchair", 5, ["clinic", "school"], []],
  ["wheelchair", 15, ["school"], ["clinic"]],
])("%s within %d minutes: missing %j, unknown %j", (profile, minutes, missing, unknown) => {
  for (const answer of [
    reachFrom(area, profile, map.at("a"), minutes),
    explainResidence(area, "home", { profile, minutes }),
  ]) {
    expect(answer.missing.toSorted()).toEqual(missing);
    expect(answer.unknown).toEqual(unknown.map((category) => ({ category, reason: "facilities_off_network" })));
  }
});
